using Kunshan.Audio.Engines.BuiltIn.Acoustics;
using Kunshan.Audio.Engines.BuiltIn.Mathematics;
using Kunshan.Audio.Engines.BuiltIn.Networks;

namespace Kunshan.Audio.Engines.BuiltIn.Vocoding;

/// <summary>Fixed tables from bands to bins for one warp: interpolation, minimum phase, aperiodicity (specification, section 7, steps 4 and 5).</summary>
internal sealed class SpectralEnvelope
{
    /// <summary>Points of a frame's spectrum.</summary>
    public const int Size = 1024;

    /// <summary>Bins from 0 Hz to half the sample rate.</summary>
    public const int Bins = (Size / 2) + 1;

    private const int Bands = PhraseFrames.BandCount;
    private const double HighestFrequency = 11025;
    private const double LowKnee = 3000;
    private const double HighKnee = 6000;

    public SpectralEnvelope(double warp, int sampleRate)
    {
        for (var bin = 0; bin < Bins; bin++)
        {
            var frequency = bin * (double)sampleRate / Size;
            var position = Math.Clamp((Mel(Math.Min(frequency / warp, HighestFrequency)) / Mel(HighestFrequency) * (Bands + 1)) - 1, 0, Bands - 1);
            Band[bin] = Math.Min((int)position, Bands - 2);
            BandFraction[bin] = (float)(position - Band[bin]);
            PutAperiodicity(bin, frequency);
        }

        Phase = new(PhaseOfBands(), bias: null, Bands, taps: 1);
    }

    /// <summary>Lower band of each bin.</summary>
    public int[] Band { get; } = new int[Bins];

    /// <summary>Weight of the band above it.</summary>
    public float[] BandFraction { get; } = new float[Bins];

    /// <summary>From bands to the minimum phase in each bin.</summary>
    public Convolution Phase { get; }

    /// <summary>Weight of the first aperiodicity in each bin.</summary>
    public float[] FirstWeight { get; } = new float[Bins];

    /// <summary>Weight of the second.</summary>
    public float[] SecondWeight { get; } = new float[Bins];

    /// <summary>Constant part of each bin's aperiodicity, in dB.</summary>
    public float[] Constant { get; } = new float[Bins];

    private static double Mel(double frequency) => 2595 * Elementary.Log10(1 + (frequency / 700));

    /// <summary>Linear in dB between (0, −60), (3000, first), (6000, second), (11025, 0).</summary>
    private void PutAperiodicity(int bin, double frequency)
    {
        if (frequency < LowKnee)
        {
            FirstWeight[bin] = (float)(frequency / LowKnee);
            Constant[bin] = (float)(-60 * (1 - (frequency / LowKnee)));
        }
        else if (frequency < HighKnee)
        {
            FirstWeight[bin] = (float)((HighKnee - frequency) / (HighKnee - LowKnee));
            SecondWeight[bin] = (float)((frequency - LowKnee) / (HighKnee - LowKnee));
        }
        else
        {
            SecondWeight[bin] = (float)((HighestFrequency - frequency) / (HighestFrequency - HighKnee));
        }
    }

    /// <summary>
    /// Minimum phase of a unit in each band, [bin][band]. The specification folds the cepstrum of half the log power;
    /// that is the discrete Hilbert transform, whose kernel is the cotangent at odd distances, and a band covers few bins.
    /// </summary>
    private float[] PhaseOfBands()
    {
        var kernel = new double[Size];
        for (var distance = 1; distance < Size; distance += 2)
        {
            kernel[distance] = Elementary.Cos(Math.PI * distance / Size) / Elementary.Sin(Math.PI * distance / Size);
        }

        var phase = new double[Bins * Bands];
        for (var source = 0; source < Bins; source++)
        {
            var (lower, upper) = ((1 - BandFraction[source]) / Size, BandFraction[source] / (double)Size);
            var hasMirror = source is > 0 and < Size / 2;
            for (var bin = 0; bin < Bins; bin++)
            {
                var weight = kernel[(bin - source) & (Size - 1)] + (hasMirror ? kernel[(bin + source) & (Size - 1)] : 0);
                phase[(bin * Bands) + Band[source]] -= weight * lower;
                phase[(bin * Bands) + Band[source] + 1] -= weight * upper;
            }
        }

        return [.. phase.Select(value => (float)value)];
    }
}
