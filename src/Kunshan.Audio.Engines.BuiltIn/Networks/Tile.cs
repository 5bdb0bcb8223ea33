using System.Runtime.Intrinsics;

namespace Kunshan.Audio.Engines.BuiltIn.Networks;

/// <summary>Where a convolution puts the results of one group of outputs and one stretch of columns.</summary>
/// <param name="weights">The group's weights.</param>
/// <param name="bias">The group's biases.</param>
/// <param name="target">First column of the group's first output.</param>
/// <param name="stride">Distance from an output to the next.</param>
/// <param name="rows">Outputs that exist.</param>
/// <param name="output">What is done with the result.</param>
internal readonly unsafe struct Tile(float* weights, float* bias, float* target, int stride, int rows, Output output)
{
    private readonly float* bias = bias;
    private readonly float* target = target;
    private readonly int stride = stride;
    private readonly int rows = rows;
    private readonly Output output = output;

    /// <summary>The group's weights.</summary>
    public float* Weights { get; } = weights;

    /// <summary>Columns that exist.</summary>
    private int Columns { get; init; }

    /// <summary>The same outputs at other columns.</summary>
    public Tile At(int column, int columns) => new(Weights, bias, target + column, stride, rows, output) { Columns = columns };

    /// <summary>Stores thirty-two columns of one output.</summary>
    public void Put(int row, Vector512<float> left, Vector512<float> right)
    {
        Put(row, left.GetLower(), left.GetUpper());
        if (Columns > 16)
        {
            At(16, Columns - 16).Put(row, right.GetLower(), right.GetUpper());
        }
    }

    /// <summary>Stores sixteen columns of one output.</summary>
    public void Put(int row, Vector256<float> left, Vector256<float> right)
    {
        if (row < rows)
        {
            var at = target + (row * stride);
            Put(at, left + Vector256.Create(bias[row]), Columns);
            Put(at + 8, right + Vector256.Create(bias[row]), Columns - 8);
        }
    }

    private void Put(float* at, Vector256<float> values, int columns)
    {
        if (columns <= 0)
        {
            return;
        }

        values = output switch
        {
            Output.Add => values + Vector256.Load(at),
            Output.ReplaceRectified => Vector256.Max(values, Vector256<float>.Zero),
            _ => values,
        };
        if (columns >= 8)
        {
            values.Store(at);
            return;
        }

        // What lies beyond the last column is the zero edge of the plane: it stays.
        for (var i = 0; i < columns; i++)
        {
            at[i] = values[i];
        }
    }
}
