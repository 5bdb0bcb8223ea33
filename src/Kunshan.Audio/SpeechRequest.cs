namespace Kunshan.Audio;

/// <summary>An SSML 1.1 text: a document, or the <c>s</c> of one utterance.</summary>
public readonly record struct SsmlText(string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>What an engine is asked to speak.</summary>
/// <param name="Form">The spoken form: tokens, syllables, breaks.</param>
/// <param name="Ssml">The same as canonical SSML in the built-in dialect; the clip's key is made from it.</param>
/// <param name="Voice">One of the engine's own voices.</param>
/// <param name="Rate">Rate of speech; 1 is the voice's own, 2 twice as fast. Breaks are divided by it.</param>
public sealed record SpeechRequest(SpokenForm Form, SsmlText Ssml, Voice Voice, double Rate);
