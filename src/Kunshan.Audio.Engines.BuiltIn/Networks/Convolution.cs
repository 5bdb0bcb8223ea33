using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Kunshan.Audio.Engines.BuiltIn.Model;

namespace Kunshan.Audio.Engines.BuiltIn.Networks;

/// <summary>What a convolution does with its result.</summary>
internal enum Output
{
    /// <summary>The target becomes the result.</summary>
    Replace,

    /// <summary>The target becomes the result, negative values zero.</summary>
    ReplaceRectified,

    /// <summary>The result is added to the target.</summary>
    Add,
}

/// <summary>
/// A convolution over time; with one tap, a dense layer over the columns. Most of the voice's time is spent here, so it is written out by hand:
/// six outputs by two vectors of columns stay in twelve registers, which hides the latency of the multiply-add units and halves their loads.
/// Every output is one chain of fused multiply-adds in the order (input, tap), so neither the width of the vectors nor the shape of the tiles changes a bit.
/// </summary>
internal sealed class Convolution
{
    /// <summary>Columns of the widest tile: what may be read beyond a plane's last column.</summary>
    public const int WidestTile = 32;

    private const int Group = 6;
    private const int NarrowTile = 16;
    private readonly int outputs;
    private readonly int inputs;
    private readonly int taps;
    private readonly float[] bias;
    private readonly float[] weights;

    /// <summary>A layer of a model; a layer without bias has zeros.</summary>
    public Convolution(VoiceModel model, string name, int inputs, int taps = 1)
        : this(model[name + ".weight"], model.Find(name + ".bias"), inputs, taps)
    {
    }

    /// <summary>A layer from its weights, [output][input][tap].</summary>
    public Convolution(float[] rows, float[]? bias, int inputs, int taps)
    {
        this.inputs = inputs;
        this.taps = taps;
        var chain = inputs * taps;
        outputs = rows.Length / chain;
        var groups = (outputs + Group - 1) / Group;
        this.bias = new float[groups * Group];
        bias?.CopyTo(this.bias, 0);

        // Six outputs interleaved: [output / 6][input, tap][output % 6].
        weights = new float[groups * Group * chain];
        for (var output = 0; output < outputs; output++)
        {
            Interleave(rows.AsSpan(output * chain, chain), weights.AsSpan((output / Group * Group * chain) + (output % Group)));
        }
    }

    /// <summary>Number of outputs.</summary>
    public int Outputs => outputs;

    /// <summary>Runs over all columns: target = convolution(source) + bias, or as <paramref name="output"/> says.</summary>
    /// <param name="source">The inputs.</param>
    /// <param name="target">As many channels as outputs; as many columns as the source.</param>
    /// <param name="output">What is done with the result.</param>
    /// <param name="firstInput">Channel of the source that is the first input.</param>
    public void Run(Plane source, Plane target, Output output, int firstInput = 0) =>
        Run(source, target, output, firstInput, Vector512.IsHardwareAccelerated);

    /// <summary>The same with the wide tile on or off.</summary>
    public unsafe void Run(Plane source, Plane target, Output output, int firstInput, bool isWide)
    {
        var result = stackalloc float[Group * WidestTile];
        fixed (float* x = source.Values, w = weights)
        {
            var from = x + (firstInput * source.Stride) + Plane.Lead - (taps / 2);
            for (var group = 0; group < outputs; group += Group)
            {
                var groupWeights = w + (group * inputs * taps);
                for (var column = 0; column < source.Length;)
                {
                    var left = source.Length - column;
                    var width = isWide && left > NarrowTile ? WidestTile : NarrowTile;
                    if (width == WidestTile)
                    {
                        RunWide(from + column, source.Stride, groupWeights, result);
                    }
                    else
                    {
                        RunNarrow(from + column, source.Stride, groupWeights, result);
                    }

                    for (var row = 0; row < Math.Min(Group, outputs - group); row++)
                    {
                        Put(new(result + (row * width), Math.Min(width, left)), target.Row(group + row)[column..], bias[group + row], output);
                    }

                    column += width;
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Interleave(ReadOnlySpan<float> row, Span<float> target)
    {
        for (var link = 0; link < row.Length; link++)
        {
            target[link * Group] = row[link];
        }
    }

    private static void Put(ReadOnlySpan<float> result, Span<float> target, float bias, Output output)
    {
        var at = 0;
        for (; at + 8 <= result.Length; at += 8)
        {
            var values = Vector256.Create(result[at..]) + Vector256.Create(bias);
            values = output switch
            {
                Output.Add => values + Vector256.Create<float>(target[at..]),
                Output.ReplaceRectified => Vector256.Max(values, Vector256<float>.Zero),
                _ => values,
            };
            values.CopyTo(target[at..]);
        }

        for (; at < result.Length; at++)
        {
            var value = result[at] + bias;
            target[at] = output switch
            {
                Output.Add => value + target[at],
                Output.ReplaceRectified => MathF.Max(value, 0),
                _ => value,
            };
        }
    }

    /// <summary>Six outputs by sixteen columns. It calls nothing: what is live across a call is kept in memory, inside the loop too.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private unsafe void RunNarrow(float* x, int stride, float* w, float* result)
    {
        Vector256<float> a0 = default, a1 = default, b0 = default, b1 = default, c0 = default, c1 = default, d0 = default, d1 = default, e0 = default, e1 = default, f0 = default, f1 = default;
        for (var input = inputs; input > 0; input--, x += stride)
        {
            var end = x + taps;
            for (var at = x; at < end; at++, w += Group)
            {
                var left = Vector256.Load(at);
                var right = Vector256.Load(at + 8);
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
                weight = Vector256.Create(w[4]);
                e0 = Vector256.FusedMultiplyAdd(weight, left, e0);
                e1 = Vector256.FusedMultiplyAdd(weight, right, e1);
                weight = Vector256.Create(w[5]);
                f0 = Vector256.FusedMultiplyAdd(weight, left, f0);
                f1 = Vector256.FusedMultiplyAdd(weight, right, f1);
            }
        }

        a0.Store(result);
        a1.Store(result + 8);
        b0.Store(result + 16);
        b1.Store(result + 24);
        c0.Store(result + 32);
        c1.Store(result + 40);
        d0.Store(result + 48);
        d1.Store(result + 56);
        e0.Store(result + 64);
        e1.Store(result + 72);
        f0.Store(result + 80);
        f1.Store(result + 88);
    }

    /// <summary>Six outputs by thirty-two columns: the same chains in vectors twice as wide.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private unsafe void RunWide(float* x, int stride, float* w, float* result)
    {
        Vector512<float> a0 = default, a1 = default, b0 = default, b1 = default, c0 = default, c1 = default, d0 = default, d1 = default, e0 = default, e1 = default, f0 = default, f1 = default;
        for (var input = inputs; input > 0; input--, x += stride)
        {
            var end = x + taps;
            for (var at = x; at < end; at++, w += Group)
            {
                var left = Vector512.Load(at);
                var right = Vector512.Load(at + 16);
                var weight = Vector512.Create(w[0]);
                a0 = Vector512.FusedMultiplyAdd(weight, left, a0);
                a1 = Vector512.FusedMultiplyAdd(weight, right, a1);
                weight = Vector512.Create(w[1]);
                b0 = Vector512.FusedMultiplyAdd(weight, left, b0);
                b1 = Vector512.FusedMultiplyAdd(weight, right, b1);
                weight = Vector512.Create(w[2]);
                c0 = Vector512.FusedMultiplyAdd(weight, left, c0);
                c1 = Vector512.FusedMultiplyAdd(weight, right, c1);
                weight = Vector512.Create(w[3]);
                d0 = Vector512.FusedMultiplyAdd(weight, left, d0);
                d1 = Vector512.FusedMultiplyAdd(weight, right, d1);
                weight = Vector512.Create(w[4]);
                e0 = Vector512.FusedMultiplyAdd(weight, left, e0);
                e1 = Vector512.FusedMultiplyAdd(weight, right, e1);
                weight = Vector512.Create(w[5]);
                f0 = Vector512.FusedMultiplyAdd(weight, left, f0);
                f1 = Vector512.FusedMultiplyAdd(weight, right, f1);
            }
        }

        a0.Store(result);
        a1.Store(result + 16);
        b0.Store(result + 32);
        b1.Store(result + 48);
        c0.Store(result + 64);
        c1.Store(result + 80);
        d0.Store(result + 96);
        d1.Store(result + 112);
        e0.Store(result + 128);
        e1.Store(result + 144);
        f0.Store(result + 160);
        f1.Store(result + 176);
    }
}
