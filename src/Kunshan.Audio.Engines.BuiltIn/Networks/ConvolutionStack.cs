using System.Globalization;
using Kunshan.Audio.Engines.BuiltIn.Model;

namespace Kunshan.Audio.Engines.BuiltIn.Networks;

/// <summary>A residual network over columns of two frames (specification, section 6): x ← x + b(relu(a(x))), then o · relu(x).</summary>
internal sealed class ConvolutionStack
{
    private const int PositionInputs = 16;
    private const int Taps = 5;
    private readonly Convolution position;
    private readonly Convolution[] wide;
    private readonly Convolution[] narrow;
    private readonly Convolution output;

    public ConvolutionStack(VoiceModel model, string name, int blocks)
    {
        Width = model[name + ".p.bias"].Length;
        position = new(model, name + ".p", PositionInputs);
        wide = [.. Enumerable.Range(0, blocks).Select(block => new Convolution(model, Name(name, block, "a"), Width, Taps))];
        narrow = [.. Enumerable.Range(0, blocks).Select(block => new Convolution(model, Name(name, block, "b"), Width))];
        output = new(model, name + ".o", Width);
    }

    /// <summary>Channels inside the network.</summary>
    public int Width { get; }

    /// <summary>Runs the network; <paramref name="state"/> holds the unit vectors and is used up. The caller owns the result.</summary>
    public Plane Run(Plane state, Plane positions, CancellationToken cancellationToken)
    {
        position.Run(positions, state, Output.Add);
        using var hidden = new Plane(Width, state.Length);
        for (var block = 0; block < wide.Length; block++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            wide[block].Run(state, hidden, Output.ReplaceRectified);
            narrow[block].Run(hidden, state, Output.Add);
        }

        state.Rectify();
        var result = new Plane(output.Outputs, state.Length);
        output.Run(state, result, Output.Replace);
        return result;
    }

    private static string Name(string stack, int block, string part) => string.Create(CultureInfo.InvariantCulture, $"{stack}.blocks.{block}.{part}");
}
