using Kunshan.Audio.Engines.BuiltIn.Acoustics;
using Kunshan.Audio.Engines.BuiltIn.Mathematics;
using Kunshan.Audio.Engines.BuiltIn.Networks;

namespace Kunshan.Audio.Engines.BuiltIn.Vocoding;

/// <summary>
/// The two sources of the voice: a train of band-limited pulses, and noise (specification, section 7, steps 1 and 2).
/// Both lie in planes of 128 rows: sample 128·c + r stands in row r, column c + 1, column 0 is the silence before. Frames that follow each other are then neighbours, ready to be worked on side by side.
/// </summary>
internal static class Excitation
{
    private const int Hop = PhraseFrames.Hop;
    private const int Phases = 64;
    private const int PulseLength = 16;
    private const int PulseLead = 7;
    private static readonly float[] Pulse = PulseTable();

    /// <summary>The pulse train of a phrase; the caller owns it.</summary>
    public static Plane Pulses(ReadOnlySpan<double> pitch, int sampleRate)
    {
        var pulses = new Plane(Hop, pitch.Length + 1);
        double phase = 0, next = 1;
        for (var frame = 0; frame < pitch.Length; frame++)
        {
            // The pitch runs in a straight line from frame to frame, and stays where it is after the last.
            var from = pitch[frame] / sampleRate;
            var slope = ((frame + 1 < pitch.Length ? pitch[frame + 1] / sampleRate : from) - from) / Hop;
            for (var i = 0; i < Hop; i++)
            {
                var step = from + (slope * i);
                phase += step;
                if (phase >= next)
                {
                    Add(pulses, (frame * Hop) + i - ((phase - next) / step), (float)Math.Sqrt(1 / step));
                    next++;
                }
            }
        }

        return pulses;
    }

    /// <summary>White noise of unit power; the same for every phrase, so that a phrase is the same wherever it stands. The caller owns it.</summary>
    public static Plane Noise(int frames)
    {
        var noise = new Plane(Hop, frames + 1);
        uint seed = 1;
        for (var column = 1; column <= frames; column++)
        {
            var at = Plane.Lead + column;
            for (var row = 0; row < Hop; row++, at += noise.Stride)
            {
                seed = unchecked((seed * 1664525) + 1013904223);
                noise.Values[at] = (float)(((seed >> 8) / 8388608.0 - 1) * 1.7320508075688772);
            }
        }

        return noise;
    }

    private static void Add(Plane pulses, double at, float amplitude)
    {
        var floor = (int)Math.Floor(at);
        var table = Pulse.AsSpan((int)(((at - floor) * Phases) + 0.5) * PulseLength, PulseLength);
        for (var i = 0; i < PulseLength; i++)
        {
            var sample = floor - PulseLead + i;
            var column = (sample / Hop) + 1;
            if (sample >= 0 && column < pulses.Length)
            {
                pulses.Row(sample % Hop)[column] += amplitude * table[i];
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
                var sinc = t == 0 ? 1 : Elementary.Sin(Math.PI * t) / (Math.PI * t);
                table[(phase * PulseLength) + i] = (float)(sinc * (0.5 + (0.5 * Elementary.Cos(Math.PI * Math.Clamp(t / 8, -1, 1)))));
            }
        }

        return table;
    }
}
