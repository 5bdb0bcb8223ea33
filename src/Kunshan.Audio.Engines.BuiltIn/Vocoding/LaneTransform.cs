using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Kunshan.Audio.Engines.BuiltIn.Mathematics;

namespace Kunshan.Audio.Engines.BuiltIn.Vocoding;

/// <summary>
/// The forward Fourier transform of 256 complex points, eight transforms side by side: a point is a vector with a lane a frame, so there is nothing to shuffle, and the points fit the first cache.
/// Radix 4, decimation in frequency, in place, unscaled. Longer transforms are put together from it.
/// </summary>
internal static unsafe class LaneTransform
{
    /// <summary>Points of the transform.</summary>
    public const int Points = 256;

    /// <summary>Transforms side by side.</summary>
    public const int Lanes = 8;

    private static readonly float[] Cosines = [.. Enumerable.Range(0, Points).Select(i => (float)Elementary.Cos(2 * Math.PI * i / Points))];
    private static readonly float[] Sines = [.. Enumerable.Range(0, Points).Select(i => (float)Elementary.Sin(2 * Math.PI * i / Points))];

    /// <summary>Place of each output: its four digits of base four in reverse.</summary>
    public static int[] Order { get; } = [.. Enumerable.Range(0, Points).Select(i => ((i & 3) << 6) | ((i & 12) << 2) | ((i & 48) >> 2) | (i >> 6))];

    /// <summary>Transforms in place; output k then stands at <see cref="Order"/>[k].</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Run(float* real, float* imaginary)
    {
        fixed (float* cosines = Cosines, sines = Sines)
        {
            for (var length = Points; length >= 4; length /= 4)
            {
                var quarter = length / 4;
                for (var n = 0; n < quarter; n++)
                {
                    var twiddle = n * (Points / length);
                    var (c1, s1) = (Vector256.Create(cosines[twiddle]), Vector256.Create(sines[twiddle]));
                    var (c2, s2) = (Vector256.Create(cosines[2 * twiddle]), Vector256.Create(sines[2 * twiddle]));
                    var (c3, s3) = (Vector256.Create(cosines[3 * twiddle]), Vector256.Create(sines[3 * twiddle]));
                    for (var at = n; at < Points; at += length)
                    {
                        var re = real + (at * Lanes);
                        var im = imaginary + (at * Lanes);
                        var step = quarter * Lanes;
                        var (ar, ai) = (Vector256.Load(re), Vector256.Load(im));
                        var (br, bi) = (Vector256.Load(re + step), Vector256.Load(im + step));
                        var (cr, ci) = (Vector256.Load(re + (2 * step)), Vector256.Load(im + (2 * step)));
                        var (dr, di) = (Vector256.Load(re + (3 * step)), Vector256.Load(im + (3 * step)));
                        var (pr, pi, qr, qi) = (ar + cr, ai + ci, ar - cr, ai - ci);
                        var (tr, ti, ur, ui) = (br + dr, bi + di, br - dr, bi - di);
                        (pr + tr).Store(re);
                        (pi + ti).Store(im);
                        Rotate(qr + ui, qi - ur, c1, s1, re + step, im + step);
                        Rotate(pr - tr, pi - ti, c2, s2, re + (2 * step), im + (2 * step));
                        Rotate(qr - ui, qi + ur, c3, s3, re + (3 * step), im + (3 * step));
                    }
                }
            }
        }
    }

    /// <summary>Stores a point turned back by an angle: times cosine − j·sine.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Rotate(Vector256<float> re, Vector256<float> im, Vector256<float> cosine, Vector256<float> sine, float* real, float* imaginary)
    {
        Vector256.FusedMultiplyAdd(re, cosine, im * sine).Store(real);
        Vector256.FusedMultiplyAdd(im, cosine, -(re * sine)).Store(imaginary);
    }
}
