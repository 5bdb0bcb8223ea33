using System.Runtime.Intrinsics;
using Kunshan.Audio.Engines.BuiltIn.Model;

namespace Kunshan.Audio.Engines.BuiltIn.Networks;

/// <summary>
/// A convolution over time. The hot loop of the voice: four outputs by sixteen columns are kept in registers.
/// Every output is one chain of fused multiply-adds in the order (input, tap), so lane width and core count change no bit.
/// </summary>
internal sealed class Convolution
{
    private const int Lanes = 16;
    private readonly int outputs;
    private readonly int inputs;
    private readonly int taps;
    private readonly float[] bias;
    private readonly float[] weights;

    public Convolution(VoiceModel model, string name, int outputs, int inputs, int taps)
    {
        this.outputs = outputs;
        this.inputs = inputs;
        this.taps = taps;
        bias = model[name + ".bias"];
        var rows = model[name + ".weight"];
        var chain = inputs * taps;

        // Four outputs interleaved: [output / 4][input, tap][output % 4].
        weights = new float[(outputs + 3) / 4 * 4 * chain];
        for (var output = 0; output < outputs; output++)
        {
            for (var link = 0; link < chain; link++)
            {
                weights[((((output / 4) * chain) + link) * 4) + (output % 4)] = rows[(output * chain) + link];
            }
        }
    }

    /// <summary>target = convolution(source) + bias, or target += the same.</summary>
    public unsafe void Run(Plane source, Plane target, bool add)
    {
        var chain = inputs * taps;
        fixed (float* x = source.Values, w = weights)
        {
            for (var output = 0; output < outputs; output += 4)
            {
                for (var column = 0; column < source.Length; column += Lanes)
                {
                    RunTile(x + Plane.Lead - (taps / 2) + column, source.Stride, w + (output * chain), new(target, output, column, add));
                }
            }
        }
    }

    private unsafe void RunTile(float* x, int stride, float* w, Tile tile)
    {
        Vector256<float> a0 = default, a1 = default, b0 = default, b1 = default, c0 = default, c1 = default, d0 = default, d1 = default;
        for (var input = 0; input < inputs; input++, x += stride)
        {
            for (var tap = 0; tap < taps; tap++, w += 4)
            {
                var left = Vector256.Load(x + tap);
                var right = Vector256.Load(x + tap + 8);
                var weight = Vector256.Create(w[0]);
                a0 = Vector256.FusedMultiplyAdd(weight, left, a0);
                a1 = Vector256.FusedMultiplyAdd(weight, right, a1);
                weight = Vector256.Create(w[1]);
                b0 = Vector256.FusedMultiplyAdd(weight, left, b0);
                b1 = Vector256.FusedMultiplyAdd(weight, right, b1);
                weight = Vector256.Create(w[2]);
                c0 = Vector256.FusedMultiplyAdd(weight, left, c0);
                c1 = Vector256.FusedMultiplyAdd(weight, right, c1);
                weight = Vector256.Create(w[3]);
                d0 = Vector256.FusedMultiplyAdd(weight, left, d0);
                d1 = Vector256.FusedMultiplyAdd(weight, right, d1);
            }
        }

        Store(tile, 0, a0, a1);
        Store(tile, 1, b0, b1);
        Store(tile, 2, c0, c1);
        Store(tile, 3, d0, d1);
    }

    private void Store(Tile tile, int row, Vector256<float> left, Vector256<float> right)
    {
        var output = tile.Output + row;
        if (output >= outputs)
        {
            return;
        }

        var columns = tile.Target.Row(output)[tile.Column..];
        var offset = Vector256.Create(bias[output]);
        left += offset;
        right += offset;
        Span<float> values = stackalloc float[Lanes];
        left.CopyTo(values);
        right.CopyTo(values[8..]);
        var count = Math.Min(Lanes, columns.Length);
        for (var i = 0; i < count; i++)
        {
            columns[i] = tile.Add ? values[i] + columns[i] : values[i];
        }
    }

    private readonly record struct Tile(Plane Target, int Output, int Column, bool Add);
}
