using System.Collections.Immutable;

namespace Kunshan.Audio;

/// <summary>Speaks. Thread-safe; the sound format is constant for each voice; the same request gives the same samples in any order, thread and process where the engine is deterministic.</summary>
public interface ISpeechEngine
{
    /// <summary>The engine's name.</summary>
    EngineId Id { get; }

    /// <summary>Changes when the engine, or the data it speaks from, would give other samples.</summary>
    string Version { get; }

    /// <summary>The voices it can speak with.</summary>
    ImmutableArray<Voice> Voices { get; }

    /// <summary>Speaks one utterance.</summary>
    /// <param name="request">What to speak; its voice is one of <see cref="Voices"/> and its form has at least one syllable.</param>
    /// <param name="cancellationToken">Ends the work within a second.</param>
    /// <returns>The clip; its marks ascend and there is one for each syllable.</returns>
    /// <exception cref="SpeechException">The engine cannot speak it.</exception>
    Task<SpeechClip> SpeakAsync(SpeechRequest request, CancellationToken cancellationToken);
}
