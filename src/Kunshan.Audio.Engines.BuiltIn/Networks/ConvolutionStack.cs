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
    private readonly int outputs;

    public ConvolutionStack(VoiceModel model, string name, int blocks, int outputs)
    {
        this.outputs = outputs;
        Width = model[name + ".p.bias"].Length;
        position = new(model, name + ".p", Width, PositionInputs, 1);
        wide = [.. Enumerable.Range(0, blocks).Select(block => new Convolution(model, Name(name, block, "a"), Width, Width, Taps))];
        narrow = [.. Enumerable.Range(0, blocks).Select(block => new Convolution(model, Name(name, block, "b"), Width, Width, 1))];
        output = new(model, name + ".o", outputs, Width, 1);
    }

    /// <summary>Channels inside the network.</summary>
    public int Width { get; }

    /// <summary>Runs the network; <paramref name="state"/> holds the unit vectors and is used up.</summary>
    public Plane Run(Plane state, Plane positions)
    {
        position.Run(positions, state, add: true);
        var hidden = new Plane(Width, state.Length);
        for (var block = 0; block < wide.Length; block++)
        {
            wide[block].Run(state, hidden, add: false);
            hidden.Rectify();
            narrow[block].Run(hidden, state, add: true);
        }

        state.Rectify();
        var result = new Plane(outputs, state.Length);
        output.Run(state, result, add: false);
        return result;
    }

    private static string Name(string stack, int block, string part) => string.Create(CultureInfo.InvariantCulture, $"{stack}.blocks.{block}.{part}");
}
