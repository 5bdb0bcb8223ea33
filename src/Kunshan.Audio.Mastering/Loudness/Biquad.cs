namespace Kunshan.Audio.Mastering.Loudness;

/// <summary>A second-order filter, direct form II transposed, in double precision.</summary>
internal struct Biquad(double b0, double b1, double b2, double a1, double a2)
{
    private double first;
    private double second;

    /// <summary>Filters one sample.</summary>
    public double Next(double x)
    {
        var y = (b0 * x) + first;
        first = (b1 * x) - (a1 * y) + second;
        second = (b2 * x) - (a2 * y);
        return y;
    }
}

/// <summary>The K-weighting of ITU-R BS.1770-4, annex 1: a high shelf for the head, then a high-pass (RLB). Re-derived by the bilinear transform for any sample rate; at 48 kHz it gives the printed coefficients.</summary>
internal static class KWeighting
{
    // Analogue prototypes of the 48 kHz coefficients printed in the recommendation.
    private const double ShelfFrequency = 1681.974450955533;
    private const double ShelfGain = 3.999843853973347;
    private const double ShelfQuality = 0.7071752369554196;
    private const double HighPassFrequency = 38.13547087602444;
    private const double HighPassQuality = 0.5003270373238773;
    private const double ShelfBandExponent = 0.4996667741545416;

    /// <summary>The high shelf.</summary>
    public static Biquad Shelf(int sampleRate)
    {
        var k = Math.Tan(Math.PI * ShelfFrequency / sampleRate);
        var vh = Math.Pow(10, ShelfGain / 20);
        var vb = Math.Pow(vh, ShelfBandExponent);
        var a0 = 1 + (k / ShelfQuality) + (k * k);
        return new(
            (vh + (vb * k / ShelfQuality) + (k * k)) / a0,
            2 * ((k * k) - vh) / a0,
            (vh - (vb * k / ShelfQuality) + (k * k)) / a0,
            2 * ((k * k) - 1) / a0,
            (1 - (k / ShelfQuality) + (k * k)) / a0);
    }

    /// <summary>The high-pass.</summary>
    public static Biquad HighPass(int sampleRate)
    {
        var k = Math.Tan(Math.PI * HighPassFrequency / sampleRate);
        var a0 = 1 + (k / HighPassQuality) + (k * k);
        return new(1, -2, 1, 2 * ((k * k) - 1) / a0, (1 - (k / HighPassQuality) + (k * k)) / a0);
    }
}
