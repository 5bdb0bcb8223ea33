using System.Buffers;
using Kunshan.Audio.Engines.BuiltIn.Acoustics;
using Kunshan.Audio.Engines.BuiltIn.Mathematics;
using Kunshan.Audio.Engines.BuiltIn.Model;
using Kunshan.Audio.Engines.BuiltIn.Phrasing;
using Kunshan.Audio.Engines.BuiltIn.Vocoding;

namespace Kunshan.Audio.Engines.BuiltIn;

/// <summary>One voice ready to speak: a model in one style. Thread-safe.</summary>
internal sealed class BuiltInVoice(AcousticModel acoustics, Vocoder vocoder, SpeakingStyle style, double gainDb)
{
    private const int EdgeSamples = 512;
    private const float Level = 0.18f;
    private const float Knee = 0.7f;
    private readonly float level = Level * (float)Elementary.Pow(10, gainDb / 20);

    /// <summary>Speaks a phrase.</summary>
    public SpokenPhrase Speak(IReadOnlyList<SyllableId> phrase, double rate, CancellationToken cancellationToken)
    {
        using var frames = acoustics.Predict(phrase, style, rate, cancellationToken);
        var samples = new short[frames.Count * PhraseFrames.Hop];
        var rented = ArrayPool<float>.Shared.Rent(samples.Length);
        var sound = rented.AsSpan(0, samples.Length);
        vocoder.Speak(frames, sound, cancellationToken);
        for (var i = 0; i < EdgeSamples; i++)
        {
            sound[i] *= i / (float)(EdgeSamples - 1);
            sound[^(i + 1)] *= i / (float)(EdgeSamples - 1);
        }

        for (var i = 0; i < sound.Length; i++)
        {
            samples[i] = (short)MathF.Round(Bend(sound[i] * level) * short.MaxValue, MidpointRounding.ToEven);
        }

        ArrayPool<float>.Shared.Return(rented);
        return new(samples, SpokenPhrase.BoundsOf(frames.Slots, frames.Lead, PhraseFrames.Hop));
    }

    /// <summary>Bends what is above the knee softly towards full scale.</summary>
    private static float Bend(float value)
    {
        var over = Math.Abs(value) - Knee;
        return over <= 0 ? value : MathF.CopySign(Knee + ((1 - Knee) * over / (over + (1 - Knee))), value);
    }
}
