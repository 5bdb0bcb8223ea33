using System.Collections.Immutable;

namespace Kunshan.Audio;

/// <summary>What kind of speech a stretch of text is.</summary>
public enum SpeechKind
{
    /// <summary>A quoted clause or sentence that someone said or wrote: a voice may take it.</summary>
    Direct,

    /// <summary>A statement without quotation marks, the words after the cue verb: the narrator's.</summary>
    Indirect,

    /// <summary>A scare quote, term, slogan or name: never a voice.</summary>
    NotSpeech,
}

/// <summary>How sure an attribution is.</summary>
public enum Confidence
{
    /// <summary>The narrator keeps the words; the candidates stand in the script.</summary>
    Low,

    /// <summary>Likely.</summary>
    Medium,

    /// <summary>Said by the sentence itself.</summary>
    High,
}

/// <summary>Who said a stretch of text, and how that is known.</summary>
/// <param name="Range">The words, with their quotation marks where there are any.</param>
/// <param name="Kind">Direct, indirect, or not speech.</param>
/// <param name="Speaker">The speaker; null where nobody is named.</param>
/// <param name="Confidence">How sure it is.</param>
/// <param name="Evidence">Name of the rule that decided, for instance <c>cue-before</c>.</param>
/// <param name="Candidates">Other possible speakers, best first.</param>
public sealed record Attribution(TextRange Range, SpeechKind Kind, SpeakerId? Speaker, Confidence Confidence, string Evidence, ImmutableArray<SpeakerId> Candidates);
