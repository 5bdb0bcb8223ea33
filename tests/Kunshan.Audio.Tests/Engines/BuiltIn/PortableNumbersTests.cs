using CsCheck;
using Kunshan.Audio.Engines.BuiltIn.Mathematics;
using Kunshan.Audio.Engines.BuiltIn.Model;
using Kunshan.Audio.Engines.BuiltIn.Networks;

namespace Kunshan.Audio.Tests.Engines.BuiltIn;

/// <summary>What makes the voice's bytes the same on every machine: own functions, own half floats, and sums whose order no vector width changes.</summary>
public sealed class PortableNumbersTests
{
    [Fact]
    public void Elementary_functions_are_right_to_the_last_digits()
    {
        Gen.Double[-20, 20].Sample(x => Near(Math.Exp(x), Elementary.Exp(x)));
        Gen.Double[1e-9, 1e9].Sample(x => Near(Math.Log(x), Elementary.Log(x)));
        Gen.Double[0.5, 3].Sample(x => Near(Math.Pow(x, 0.6), Elementary.Pow(x, 0.6)));
        Gen.Double[-30, 30].Sample(x => Near(Math.Sin(x), Elementary.Sin(x)) && Near(Math.Cos(x), Elementary.Cos(x)));
        Assert.Equal((1, 1, 0, 0), (Elementary.Exp(0), Elementary.Pow(1, 0.6), Elementary.Log(1), Elementary.Sin(0)));
    }

    [Fact]
    public void Every_half_float_is_read_exactly()
    {
        var halves = Enumerable.Range(0, 65536).Select(bits => BitConverter.UInt16BitsToHalf((ushort)bits)).Where(Half.IsFinite).ToArray();
        var read = new float[halves.Length];
        HalfFloats.Read([.. halves.SelectMany(BitConverter.GetBytes)], read);

        Assert.Equal(halves.Select(half => BitConverter.SingleToInt32Bits((float)half)), read.Select(BitConverter.SingleToInt32Bits));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(16, 5)]
    [InlineData(17, 5)]
    [InlineData(47, 1)]
    [InlineData(71, 5)]
    public void A_convolution_has_the_same_bits_in_wide_and_narrow_tiles_and_as_one_plain_chain(int columns, int taps)
    {
        const int Inputs = 7;
        const int Outputs = 8;
        var random = new Random(columns);
        var (weights, bias) = (Values(random, Outputs * Inputs * taps), Values(random, Outputs));
        using var source = new Plane(Inputs, columns);
        for (var input = 0; input < Inputs; input++)
        {
            Values(random, columns).CopyTo(source.Row(input));
        }

        var layer = new Convolution(weights, bias, Inputs, taps);
        using var wide = new Plane(Outputs, columns);
        using var narrow = new Plane(Outputs, columns);
        layer.Run(source, wide, Output.Replace, 0, isWide: true);
        layer.Run(source, narrow, Output.Replace, 0, isWide: false);

        for (var output = 0; output < Outputs; output++)
        {
            var row = Enumerable.Range(0, columns).Select(column => Chain(source, weights.AsSpan(output * Inputs * taps, Inputs * taps), column) + bias[output]).ToArray();
            Assert.Equal(row, wide.Row(output).ToArray());
            Assert.Equal(row, narrow.Row(output).ToArray());
        }
    }

    private static float Chain(Plane source, ReadOnlySpan<float> weights, int column)
    {
        var (sum, taps) = (0f, weights.Length / source.Channels);
        for (var i = 0; i < weights.Length; i++)
        {
            var at = column + (i % taps) - (taps / 2);
            sum = MathF.FusedMultiplyAdd(weights[i], at < 0 || at >= source.Length ? 0 : source.Row(i / taps)[at], sum);
        }

        return sum;
    }

    private static float[] Values(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => random.NextSingle() - 0.5f)];

    private static bool Near(double expected, double actual) => Math.Abs(actual - expected) <= 4e-15 * Math.Max(1, Math.Abs(expected));
}
