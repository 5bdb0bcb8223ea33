namespace Kunshan.Audio.Engines.BuiltIn.Mathematics;

/// <summary>
/// Elementary functions from additions and multiplications alone. Those of the runtime come from the machine's C library and differ between libraries in the last bit, which can flip the rounding of a sample.
/// Relative errors stay under 1e-15.
/// </summary>
internal static class Elementary
{
    private const double Ln2High = 0.693147180369123816490;
    private const double Ln2Low = 1.90821492927058770002e-10;
    private const double HalfPiHigh = 1.57079632673412561417;
    private const double HalfPiLow = 6.07710050650619224932e-11;
    private const int ExpTerms = 14;
    private const int LogTerms = 23;
    private const int SineTerms = 19;

    /// <summary>e to the power of x, for |x| under 700.</summary>
    public static double Exp(double x)
    {
        var n = Math.Round(x * (1 / (Ln2High + Ln2Low)));
        var r = x - (n * Ln2High) - (n * Ln2Low);
        var sum = 1.0;
        for (var i = ExpTerms; i > 0; i--)
        {
            sum = 1 + (sum * r / i);
        }

        return sum * BitConverter.Int64BitsToDouble(((long)n + 1023) << 52);
    }

    /// <summary>Natural logarithm of a positive normal number.</summary>
    public static double Log(double x)
    {
        var bits = BitConverter.DoubleToInt64Bits(x);
        var n = (int)(bits >> 52) - 1023;
        var m = BitConverter.Int64BitsToDouble((bits & 0xFFFFFFFFFFFFF) | (1023L << 52));
        if (m > 1.4142135623730951)
        {
            m /= 2;
            n++;
        }

        // ln m = 2 artanh s.
        var s = (m - 1) / (m + 1);
        var z = s * s;
        var sum = 0.0;
        for (var i = LogTerms; i > 1; i -= 2)
        {
            sum = (sum + (1.0 / i)) * z;
        }

        return (n * Ln2High) + ((n * Ln2Low) + (2 * s * (1 + sum)));
    }

    /// <summary>Decimal logarithm.</summary>
    public static double Log10(double x) => Log(x) * 0.43429448190325182765;

    /// <summary>A positive number to a power.</summary>
    public static double Pow(double x, double power) => Exp(power * Log(x));

    /// <summary>Sine, for arguments of a few turns.</summary>
    public static double Sin(double x)
    {
        var quadrant = Math.Round(x * (2 / Math.PI));
        var r = x - (quadrant * HalfPiHigh) - (quadrant * HalfPiLow);
        var isOdd = ((long)quadrant & 1) == 1;
        var value = isOdd ? Series(r, 0) : r * Series(r, 1);
        return ((long)quadrant & 2) == 2 ? -value : value;
    }

    /// <summary>Cosine, for arguments of a few turns.</summary>
    public static double Cos(double x)
    {
        var quadrant = Math.Round(x * (2 / Math.PI));
        var r = x - (quadrant * HalfPiHigh) - (quadrant * HalfPiLow);
        var isOdd = ((long)quadrant & 1) == 1;
        var value = isOdd ? r * Series(r, 1) : Series(r, 0);
        return (((long)quadrant + 1) & 2) == 2 ? -value : value;
    }

    /// <summary>1 − r²/((1+o)(2+o)) + …: the series of the cosine for o = 0, of sin r / r for o = 1.</summary>
    private static double Series(double r, int offset)
    {
        var z = r * r;
        var sum = 1.0;
        for (var i = SineTerms + offset; i > offset; i -= 2)
        {
            sum = 1 - (sum * z / (i * (i + 1)));
        }

        return sum;
    }
}
