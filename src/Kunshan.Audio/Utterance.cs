using System.Globalization;

namespace Kunshan.Audio;

/// <summary>Names an utterance: section and number, <c>s02-u003</c>. Minted once by Scripting and carried through every output.</summary>
public readonly record struct UtteranceId(string Value)
{
    /// <summary>The id of the n-th utterance of a section, both counted from 1.</summary>
    public static UtteranceId Of(SectionId section, int number) => new(string.Create(CultureInfo.InvariantCulture, $"{section.Value}-u{number:000}"));

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>A sentence, or the part of it that one speaker says. It never spans two blocks.</summary>
public sealed record Utterance
{
    /// <summary>The utterance's name.</summary>
    public required UtteranceId Id { get; init; }

    /// <summary>Who says it.</summary>
    public required SpeakerId Speaker { get; init; }

    /// <summary>The displayed text of <see cref="Source"/>.</summary>
    public required string Text { get; init; }

    /// <summary>Where it stands in the article.</summary>
    public required TextRange Source { get; init; }

    /// <summary>BCP 47 tag.</summary>
    public required string Language { get; init; }

    /// <summary>Role of the block it stands in.</summary>
    public required BlockRole Role { get; init; }

    /// <summary>Silence between the end of its last syllable and the beginning of the next utterance's first, at rate 1; in milliseconds.</summary>
    public required int PauseAfter { get; init; }

    /// <summary>Whether a listener may skip it (captions, page numbers).</summary>
    public bool Skippable { get; init; }

    /// <summary>What to say instead of <see cref="Text"/>, from a corrected script.</summary>
    public string? Say { get; init; }
}
