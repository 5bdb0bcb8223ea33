using Kunshan.Audio.Engines.BuiltIn.Acoustics;

namespace Kunshan.Audio.Engines.BuiltIn.Vocoding;

/// <summary>The two sources of the voice: a train of band-limited pulses, and noise (specification, section 7, steps 1 and 2).</summary>
internal static class Excitation
{
    /// <summary>Samples before the first in the pulse buffer, so that a pulse at the very start has room.</summary>
    public const int Lead = 16;
    private const int Phases = 64;
    private const int PulseLength = 16;
    private const int PulseLead = 7;
    private static readonly float[] Pulse = PulseTable();

    /// <summary>The pulse train of a phrase, with <see cref="Lead"/> samples before it.</summary>
    public static float[] Pulses(PhraseFrames frames, int sampleRate)
    {
        var count = frames.Count * PhraseFrames.Hop;
        var pulses = new float[count + 64];
        double phase = 0, passed = 0;
        for (var i = 0; i < count; i++)
        {
            var pitch = PitchAt(frames, i);
            var step = pitch / sampleRate;
            phase += step;
            var whole = Math.Floor(phase);
            if (whole > passed)
            {
                passed = whole;
                Add(pulses, i - ((phase - whole) / step), (float)Math.Sqrt(sampleRate / pitch));
            }
        }

        return pulses;
    }

    /// <summary>White noise of unit power; the same for every phrase, so that a phrase is the same wherever it stands.</summary>
    public static float[] Noise(int count)
    {
        var noise = new float[count];
        uint seed = 1;
        for (var i = 0; i < count; i++)
        {
            seed = unchecked((seed * 1664525) + 1013904223);
            noise[i] = (float)(((seed >> 8) / 8388608.0 - 1) * 1.7320508075688772);
        }

        return noise;
    }

    private static double PitchAt(PhraseFrames frames, int sample)
    {
        var frame = sample / PhraseFrames.Hop;
        var part = sample % PhraseFrames.Hop / (double)PhraseFrames.Hop;
        return frame + 1 < frames.Count ? (frames.Pitch[frame] * (1 - part)) + (frames.Pitch[frame + 1] * part) : frames.Pitch[^1];
    }

    private static void Add(float[] pulses, double at, float amplitude)
    {
        var floor = (int)Math.Floor(at);
        var table = Pulse.AsSpan((int)(((at - floor) * Phases) + 0.5) * PulseLength, PulseLength);
        for (var i = 0; i < PulseLength; i++)
        {
            var index = floor - PulseLead + i + Lead;
            if (index >= 0)
            {
                pulses[index] += amplitude * table[i];
            }
        }
    }

    private static float[] PulseTable()
    {
        var table = new float[(Phases + 1) * PulseLength];
        for (var phase = 0; phase <= Phases; phase++)
        {
            for (var i = 0; i < PulseLength; i++)
            {
                var t = i - PulseLead - (phase / (double)Phases);
                var sinc = t == 0 ? 1 : Math.Sin(Math.PI * t) / (Math.PI * t);
                table[(phase * PulseLength) + i] = (float)(sinc * (0.5 + (0.5 * Math.Cos(Math.PI * Math.Clamp(t / 8, -1, 1)))));
            }
        }

        return table;
    }
}
