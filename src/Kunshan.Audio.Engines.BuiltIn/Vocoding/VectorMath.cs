using System.Runtime.Intrinsics;

namespace Kunshan.Audio.Engines.BuiltIn.Vocoding;

/// <summary>Elementary functions as polynomials: the same bits on every machine, eight at a time.</summary>
internal static class VectorMath
{
    /// <summary>e to the power of x, |x| at most 80.</summary>
    public static Vector256<float> Exp(Vector256<float> x)
    {
        x = Vector256.Min(Vector256.Max(x, Vector256.Create(-80f)), Vector256.Create(80f));
        var y = x * 1.44269504f;
        var n = Vector256.Round(y);
        var f = (y - n) * 0.693147181f;
        var p = Vector256.Create(1f / 720);
        p = (p * f) + Vector256.Create(1f / 120);
        p = (p * f) + Vector256.Create(1f / 24);
        p = (p * f) + Vector256.Create(1f / 6);
        p = (p * f) + Vector256.Create(0.5f);
        p = (p * f) + Vector256.Create(1f);
        p = (p * f) + Vector256.Create(1f);
        return p * Vector256.ShiftLeft(Vector256.ConvertToInt32(n) + Vector256.Create(127), 23).AsSingle();
    }

    /// <summary>Sine and cosine.</summary>
    public static (Vector256<float> Sin, Vector256<float> Cos) SinCos(Vector256<float> x)
    {
        var q = Vector256.Round(x * 0.636619772f);
        var r = x - (q * 1.5707963f) - (q * 2.6794896e-8f);
        var z = r * r;
        var quadrant = Vector256.ConvertToInt32(q);
        var s = r + (r * z * (Vector256.Create(-1f / 6) + (z * (Vector256.Create(1f / 120) - (z * (1f / 5040))))));
        var c = Vector256.Create(1f) - (z * 0.5f) + (z * z * (Vector256.Create(1f / 24) + (z * (Vector256.Create(-1f / 720) + (z * (1f / 40320))))));
        var isOdd = Vector256.Equals(quadrant & Vector256.Create(1), Vector256.Create(1)).AsSingle();
        var sin = Vector256.ConditionalSelect(isOdd, c, s);
        var cos = Vector256.ConditionalSelect(isOdd, s, c);
        var sinSign = (quadrant & Vector256.Create(2)) << 30;
        var cosSign = ((quadrant + Vector256.Create(1)) & Vector256.Create(2)) << 30;
        return ((sin.AsInt32() ^ sinSign).AsSingle(), (cos.AsInt32() ^ cosSign).AsSingle());
    }
}
