using System.Numerics;

namespace Kunshan.Audio.Mastering.Loudness;

/// <summary>True peak by four times oversampling (ITU-R BS.1770-4, annex 2): a polyphase interpolator of 12 taps a phase, Kaiser-windowed.</summary>
internal sealed class TruePeakMeter
{
    private const int Oversampling = 4;
    private const int Taps = 24;
    private const double KaiserBeta = 7;

    // More than the sum of the magnitudes of any filter: no interpolated value is further above its neighbours.
    private const float MostGain = 3;
    private static readonly float[][] Phases = Filters();
    private readonly float[] history = new float[Taps];
    private readonly List<float> window = [];

    /// <summary>Highest magnitude so far, linear.</summary>
    public double Peak { get; private set; }

    /// <summary>Measures samples in −1…1.</summary>
    public void Add(ReadOnlySpan<float> samples)
    {
        // The last taps of the block before stand in front of this one.
        window.Clear();
        window.AddRange(history);
        window.AddRange(samples);
        var line = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(window);
        var peak = (float)Peak;
        for (var i = 1; i + Taps <= line.Length; i++)
        {
            var stretch = line.Slice(i, Taps);
            peak = Math.Max(peak, Math.Abs(stretch[Taps - 1]));

            // Quiet stretches cannot hold a new peak and are passed over.
            if (Loudest(stretch) * MostGain <= peak)
            {
                continue;
            }

            foreach (var phase in Phases)
            {
                peak = Math.Max(peak, Math.Abs(Dot(stretch, phase)));
            }
        }

        line[^Taps..].CopyTo(history);
        Peak = peak;
    }

    private static float Loudest(ReadOnlySpan<float> stretch)
    {
        var most = Vector<float>.Zero;
        for (var i = 0; i + Vector<float>.Count <= stretch.Length; i += Vector<float>.Count)
        {
            most = Vector.Max(most, Vector.Abs(new Vector<float>(stretch[i..])));
        }

        var loudest = 0f;
        for (var i = 0; i < Vector<float>.Count; i++)
        {
            loudest = Math.Max(loudest, most[i]);
        }

        return loudest;
    }

    private static float Dot(ReadOnlySpan<float> stretch, ReadOnlySpan<float> filter)
    {
        var sum = Vector<float>.Zero;
        for (var i = 0; i + Vector<float>.Count <= stretch.Length; i += Vector<float>.Count)
        {
            sum += new Vector<float>(stretch[i..]) * new Vector<float>(filter[i..]);
        }

        return Vector.Sum(sum);
    }

    /// <summary>Filters for the three places between two samples.</summary>
    private static float[][] Filters() =>
    [
        .. Enumerable.Range(1, Oversampling - 1).Select(phase =>
        {
            var filter = new double[Taps];
            for (var i = 0; i < Taps; i++)
            {
                var t = i - ((Taps / 2) - 1) - (phase / (double)Oversampling);
                var sinc = t == 0 ? 1 : Math.Sin(Math.PI * t) / (Math.PI * t);
                var edge = t / (Taps / 2.0);
                filter[i] = sinc * Bessel(KaiserBeta * Math.Sqrt(Math.Max(0, 1 - (edge * edge)))) / Bessel(KaiserBeta);
            }

            var sum = filter.Sum();
            return filter.Select(value => (float)(value / sum)).ToArray();
        }),
    ];

    /// <summary>Modified Bessel function of the first kind, order 0.</summary>
    private static double Bessel(double x)
    {
        double sum = 1, term = 1;
        for (var k = 1; term > sum * 1e-16; k++)
        {
            term *= x / (2 * k) * (x / (2 * k));
            sum += term;
        }

        return sum;
    }
}
