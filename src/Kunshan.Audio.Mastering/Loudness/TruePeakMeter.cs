using System.Numerics;
using System.Runtime.InteropServices;

namespace Kunshan.Audio.Mastering.Loudness;

/// <summary>True peak by four times oversampling (ITU-R BS.1770-4, annex 2): a polyphase interpolator of 24 taps a phase, Kaiser-windowed.</summary>
internal sealed class TruePeakMeter
{
    private const int Oversampling = 4;
    private const int Taps = 24;
    private const double KaiserBeta = 7;
    private const int StretchLength = 64;
    private static readonly float[][] Phases = Filters();

    // No interpolated value is further above its neighbours than the sum of its filter's magnitudes.
    private static readonly float MostGain = Phases.Max(phase => phase.Sum(Math.Abs));
    private readonly List<float> line = [.. new float[Taps - 1]];

    /// <summary>Highest magnitude so far, linear. Set to a level, it takes no pains below that.</summary>
    public double Peak { get; set; }

    /// <summary>Measures samples in −1…1.</summary>
    public void Add(ReadOnlySpan<float> samples)
    {
        // The last taps of the block before stand in front of this one.
        line.AddRange(samples);
        var all = CollectionsMarshal.AsSpan(line);
        var peak = (float)Peak;
        for (var i = 0; i + Taps <= all.Length; i += StretchLength)
        {
            // Quiet stretches cannot hold a new peak and are passed over.
            var stretch = all[i..Math.Min(all.Length, i + StretchLength + Taps - 1)];
            var loudest = Loudest(stretch);
            peak = Math.Max(peak, loudest);
            if (loudest * MostGain > peak)
            {
                peak = PeakBetween(stretch, peak);
            }
        }

        line.RemoveRange(0, samples.Length);
        Peak = peak;
    }

    private static float PeakBetween(ReadOnlySpan<float> stretch, float peak)
    {
        for (var i = 0; i + Taps <= stretch.Length; i++)
        {
            foreach (var phase in Phases)
            {
                peak = Math.Max(peak, Math.Abs(Dot(stretch.Slice(i, Taps), phase)));
            }
        }

        return peak;
    }

    private static float Loudest(ReadOnlySpan<float> stretch)
    {
        var most = Vector<float>.Zero;
        var i = 0;
        for (; i + Vector<float>.Count <= stretch.Length; i += Vector<float>.Count)
        {
            most = Vector.Max(most, Vector.Abs(new Vector<float>(stretch[i..])));
        }

        var loudest = 0f;
        for (var lane = 0; lane < Vector<float>.Count; lane++)
        {
            loudest = Math.Max(loudest, most[lane]);
        }

        for (; i < stretch.Length; i++)
        {
            loudest = Math.Max(loudest, Math.Abs(stretch[i]));
        }

        return loudest;
    }

    private static float Dot(ReadOnlySpan<float> taps, ReadOnlySpan<float> filter)
    {
        var sum = Vector<float>.Zero;
        var i = 0;
        for (; i + Vector<float>.Count <= taps.Length; i += Vector<float>.Count)
        {
            sum += new Vector<float>(taps[i..]) * new Vector<float>(filter[i..]);
        }

        // Vectors of 16 leave 8 of the 24 taps over.
        var value = Vector.Sum(sum);
        for (; i < taps.Length; i++)
        {
            value += taps[i] * filter[i];
        }

        return value;
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
