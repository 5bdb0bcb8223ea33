using System.Runtime.Intrinsics;

namespace Kunshan.Audio.Engines.BuiltIn.Vocoding;

/// <summary>The complex Fourier transform of 1,024 points, in place, unscaled. Butterflies of the wide stages run eight side by side; each is the same arithmetic as the scalar one.</summary>
internal static class FourierTransform
{
    public const int Size = 1024;
    private const int Stages = 10;
    private static readonly int[] Reversed = [.. Enumerable.Range(0, Size).Select(Reverse)];

    // Twiddles of each stage, contiguous: stage with half-length h starts at h - 1.
    private static readonly float[] Cosines = Twiddles(Math.Cos);
    private static readonly float[] Sines = Twiddles(Math.Sin);

    /// <summary>Transforms; <paramref name="inverse"/> without the division by the size.</summary>
    public static unsafe void Run(Span<float> real, Span<float> imaginary, bool inverse)
    {
        fixed (float* re = real, im = imaginary, cos = Cosines, sin = Sines)
        {
            for (var i = 0; i < Size; i++)
            {
                var j = Reversed[i];
                if (j > i)
                {
                    (re[i], re[j]) = (re[j], re[i]);
                    (im[i], im[j]) = (im[j], im[i]);
                }
            }

            var sign = inverse ? 1f : -1f;
            for (var half = 1; half < Size; half <<= 1)
            {
                for (var start = 0; start < Size; start += 2 * half)
                {
                    Butterflies(re + start, im + start, half, (Pointer: (nint)(cos + half - 1), Sines: (nint)(sin + half - 1), sign));
                }
            }
        }
    }

    private static unsafe void Butterflies(float* re, float* im, int half, (nint Pointer, nint Sines, float Sign) twiddles)
    {
        var cos = (float*)twiddles.Pointer;
        var sin = (float*)twiddles.Sines;
        var k = 0;
        for (; k + 8 <= half; k += 8)
        {
            var c = Vector256.Load(cos + k);
            var s = Vector256.Load(sin + k) * twiddles.Sign;
            var (br, bi) = (Vector256.Load(re + half + k), Vector256.Load(im + half + k));
            var x = (br * c) - (bi * s);
            var y = (br * s) + (bi * c);
            var (ar, ai) = (Vector256.Load(re + k), Vector256.Load(im + k));
            (ar - x).Store(re + half + k);
            (ai - y).Store(im + half + k);
            (ar + x).Store(re + k);
            (ai + y).Store(im + k);
        }

        for (; k < half; k++)
        {
            var (c, s) = (cos[k], sin[k] * twiddles.Sign);
            var x = (re[half + k] * c) - (im[half + k] * s);
            var y = (re[half + k] * s) + (im[half + k] * c);
            re[half + k] = re[k] - x;
            im[half + k] = im[k] - y;
            re[k] += x;
            im[k] += y;
        }
    }

    private static float[] Twiddles(Func<double, double> function)
    {
        var table = new float[Size];
        for (var half = 1; half < Size; half <<= 1)
        {
            for (var k = 0; k < half; k++)
            {
                table[half - 1 + k] = (float)function(Math.PI * k / half);
            }
        }

        return table;
    }

    private static int Reverse(int value)
    {
        var result = 0;
        for (var bit = 0; bit < Stages; bit++)
        {
            result |= ((value >> bit) & 1) << (Stages - 1 - bit);
        }

        return result;
    }
}
