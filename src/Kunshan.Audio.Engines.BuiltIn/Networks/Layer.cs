using System.Runtime.Intrinsics;
using Kunshan.Audio.Engines.BuiltIn.Model;

namespace Kunshan.Audio.Engines.BuiltIn.Networks;

/// <summary>A dense layer. Every output is one chain of fused multiply-adds over the inputs; eight stand side by side.</summary>
internal sealed class Layer
{
    private readonly int inputs;
    private readonly float[] columns;
    private readonly float[]? bias;

    public Layer(VoiceModel model, string name, int inputs)
    {
        this.inputs = inputs;
        bias = model.Find(name + ".bias");
        var rows = model[name + ".weight"];
        Outputs = rows.Length / inputs;
        columns = new float[rows.Length];
        for (var output = 0; output < Outputs; output++)
        {
            for (var input = 0; input < inputs; input++)
            {
                columns[(input * Outputs) + output] = rows[(output * inputs) + input];
            }
        }
    }

    /// <summary>Number of outputs.</summary>
    public int Outputs { get; }

    /// <summary>weight · x + bias, negative values set to zero if wanted.</summary>
    public void Run(ReadOnlySpan<float> x, Span<float> y, bool rectify)
    {
        var output = 0;
        for (; output + 8 <= Outputs; output += 8)
        {
            var sum = Vector256<float>.Zero;
            for (var input = 0; input < inputs; input++)
            {
                sum = Vector256.FusedMultiplyAdd(Vector256.Create(x[input]), Vector256.Create(columns.AsSpan((input * Outputs) + output, 8)), sum);
            }

            sum.CopyTo(y[output..]);
        }

        for (; output < Outputs; output++)
        {
            var sum = 0f;
            for (var input = 0; input < inputs; input++)
            {
                sum = MathF.FusedMultiplyAdd(columns[(input * Outputs) + output], x[input], sum);
            }

            y[output] = sum;
        }

        for (output = 0; output < Outputs; output++)
        {
            var value = bias is null ? y[output] : y[output] + bias[output];
            y[output] = rectify && value < 0 ? 0 : value;
        }
    }
}
