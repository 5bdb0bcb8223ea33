using Kunshan.Audio.Engines.BuiltIn.Acoustics;

namespace Kunshan.Audio.Engines.BuiltIn.Vocoding;

/// <summary>Fixed tables from bands to bins for one warp: interpolation, minimum phase, aperiodicity (specification, section 7, steps 4 and 5).</summary>
internal sealed class SpectralEnvelope
{
    /// <summary>Bins from 0 Hz to half the sample rate.</summary>
    public const int Bins = (FourierTransform.Size / 2) + 1;

    /// <summary>Bins rounded up to whole vectors.</summary>
    public const int PaddedBins = 520;
    private const int Bands = PhraseFrames.BandCount;
    private const double HighestFrequency = 11025;
    private const double LowKnee = 3000;
    private const double HighKnee = 6000;

    public SpectralEnvelope(double warp, int sampleRate)
    {
        for (var bin = 0; bin < Bins; bin++)
        {
            var frequency = bin * (double)sampleRate / FourierTransform.Size;
            var position = Math.Clamp((Mel(Math.Min(frequency / warp, HighestFrequency)) / Mel(HighestFrequency) * (Bands + 1)) - 1, 0, Bands - 1);
            Band[bin] = Math.Min((int)position, Bands - 2);
            BandFraction[bin] = (float)(position - Band[bin]);
            PutAperiodicity(bin, frequency);
        }

        for (var band = 0; band < Bands; band++)
        {
            PutPhase(band);
        }
    }

    /// <summary>Lower band of each bin.</summary>
    public int[] Band { get; } = new int[PaddedBins];

    /// <summary>Weight of the band above it.</summary>
    public float[] BandFraction { get; } = new float[PaddedBins];

    /// <summary>Minimum phase of a unit in each band: [band][bin].</summary>
    public float[] Phase { get; } = new float[Bands * PaddedBins];

    /// <summary>Weight of the first aperiodicity in each bin.</summary>
    public float[] FirstWeight { get; } = new float[PaddedBins];

    /// <summary>Weight of the second.</summary>
    public float[] SecondWeight { get; } = new float[PaddedBins];

    /// <summary>Constant part of each bin's aperiodicity, in dB.</summary>
    public float[] Constant { get; } = new float[PaddedBins];

    private static double Mel(double frequency) => 2595 * Math.Log10(1 + (frequency / 700));

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

    /// <summary>Cepstrum of half the band's log power, folded to the causal side; its transform's imaginary part is the phase.</summary>
    private void PutPhase(int band)
    {
        const int Size = FourierTransform.Size;
        var cepstrum = new double[Size];
        for (var bin = 0; bin < Bins; bin++)
        {
            var weight = Band[bin] == band ? 1 - BandFraction[bin] : Band[bin] + 1 == band ? BandFraction[bin] : 0;
            if (weight == 0)
            {
                continue;
            }

            var value = weight * 0.5 * (bin is 0 or Size / 2 ? 1 : 2) / Size;
            for (var n = 0; n < Size; n++)
            {
                cepstrum[n] += value * Cosine[(int)((long)bin * n % Size)];
            }
        }

        var real = new float[Size];
        var imaginary = new float[Size];
        for (var n = 0; n <= Size / 2; n++)
        {
            real[n] = (float)(cepstrum[n] * (n is 0 or Size / 2 ? 1 : 2));
        }

        FourierTransform.Run(real, imaginary, inverse: false);
        imaginary.AsSpan(0, Bins).CopyTo(Phase.AsSpan(band * PaddedBins));
    }

    private static readonly double[] Cosine = [.. Enumerable.Range(0, FourierTransform.Size).Select(n => Math.Cos(2 * Math.PI * n / FourierTransform.Size))];
}
