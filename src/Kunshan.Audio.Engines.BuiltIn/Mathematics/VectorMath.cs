using System.Runtime.Intrinsics;

namespace Kunshan.Audio.Engines.BuiltIn.Mathematics;

/// <summary>Elementary functions as polynomials: the same bits on every machine, eight at a time.</summary>
internal static class VectorMath
{
    /// <summary>e to the power of x, |x| at most 80.</summary>
    public static Vector256<float> Exp(Vector256<float> x)
    {
        x = Vector256.Min(Vector256.Max(x, Vector256.Create(-80f)), Vector256.Create(80f));
        var n = Vector256.Round(x * 1.44269504f);
        var f = Vector256.FusedMultiplyAdd(n, Vector256.Create(-1.42860677e-6f), Vector256.FusedMultiplyAdd(n, Vector256.Create(-0.693145752f), x));
        var p = Vector256.Create(1f / 720);
        p = Vector256.FusedMultiplyAdd(p, f, Vector256.Create(1f / 120));
        p = Vector256.FusedMultiplyAdd(p, f, Vector256.Create(1f / 24));
        p = Vector256.FusedMultiplyAdd(p, f, Vector256.Create(1f / 6));
        p = Vector256.FusedMultiplyAdd(p, f, Vector256.Create(0.5f));
        p = Vector256.FusedMultiplyAdd(p, f, Vector256<float>.One);
        p = Vector256.FusedMultiplyAdd(p, f, Vector256<float>.One);
        return p * Vector256.ShiftLeft(Vector256.ConvertToInt32(n) + Vector256.Create(127), 23).AsSingle();
    }

    /// <summary>Sine and cosine.</summary>
    public static (Vector256<float> Sin, Vector256<float> Cos) SinCos(Vector256<float> x)
    {
        var q = Vector256.Round(x * 0.636619772f);
        var r = Vector256.FusedMultiplyAdd(q, Vector256.Create(4.37113883e-8f), Vector256.FusedMultiplyAdd(q, Vector256.Create(-1.57079637f), x));
        var z = r * r;
        var quadrant = Vector256.ConvertToInt32(q);
        var s = Vector256.FusedMultiplyAdd(z, Vector256.Create(-1f / 5040), Vector256.Create(1f / 120));
        s = Vector256.FusedMultiplyAdd(z, s, Vector256.Create(-1f / 6));
        s = Vector256.FusedMultiplyAdd(r * z, s, r);
        var c = Vector256.FusedMultiplyAdd(z, Vector256.Create(1f / 40320), Vector256.Create(-1f / 720));
        c = Vector256.FusedMultiplyAdd(z, c, Vector256.Create(1f / 24));
        c = Vector256.FusedMultiplyAdd(z, c, Vector256.Create(-0.5f));
        c = Vector256.FusedMultiplyAdd(z, c, Vector256<float>.One);
        var isOdd = Vector256.Equals(quadrant & Vector256<int>.One, Vector256<int>.One).AsSingle();
        var sin = Vector256.ConditionalSelect(isOdd, c, s);
        var cos = Vector256.ConditionalSelect(isOdd, s, c);
        var sinSign = (quadrant & Vector256.Create(2)) << 30;
        var cosSign = ((quadrant + Vector256<int>.One) & Vector256.Create(2)) << 30;
        return ((sin.AsInt32() ^ sinSign).AsSingle(), (cos.AsInt32() ^ cosSign).AsSingle());
    }
}
