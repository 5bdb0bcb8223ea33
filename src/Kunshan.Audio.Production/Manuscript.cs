using System.Collections.Immutable;

namespace Kunshan.Audio.Production;

/// <summary>An article made ready to be spoken: every product before sound.</summary>
/// <param name="Source">The decoded file.</param>
/// <param name="Article">The repaired article.</param>
/// <param name="Analysis">Its words and names.</param>
/// <param name="Script">Who says what.</param>
/// <param name="Cast">Who has which voice.</param>
/// <param name="Forms">How each utterance is spoken, in reading order.</param>
/// <param name="Diagnostics">What the stages had to say, in their order.</param>
public sealed record Manuscript(
    SourceText Source,
    Article Article,
    Analysis Analysis,
    Script Script,
    CastList Cast,
    ImmutableArray<SpokenForm> Forms,
    ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>The spoken forms by utterance.</summary>
    public IReadOnlyDictionary<UtteranceId, SpokenForm> FormsById { get; } = Forms.ToDictionary(form => form.Utterance);
}
