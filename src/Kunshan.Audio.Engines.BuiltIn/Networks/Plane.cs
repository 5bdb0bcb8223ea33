using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Kunshan.Audio.Engines.BuiltIn.Networks;

/// <summary>
/// Values of several channels over time. Time is contiguous; two zero columns stand before it and two after, so that a convolution over five columns needs no edge cases, and room for a whole tile of the convolution.
/// The memory is rented: a plane of a phrase is too large for the collector's young generations.
/// </summary>
internal sealed class Plane : IDisposable
{
    public const int Lead = 2;
    private const int Line = 16;
    private readonly float[] values;

    public Plane(int channels, int length)
    {
        Channels = channels;
        Length = length;

        // An odd number of cache lines from channel to channel: a power of two would put all channels of a column into one set of the cache.
        Stride = (((length + (2 * Lead) + Convolution.WidestTile + Line - 1) / Line) | 1) * Line;
        values = ArrayPool<float>.Shared.Rent(channels * Stride);
        values.AsSpan(0, channels * Stride).Clear();
    }

    /// <summary>Number of channels.</summary>
    public int Channels { get; }

    /// <summary>Number of columns.</summary>
    public int Length { get; }

    /// <summary>Distance from a channel to the next.</summary>
    public int Stride { get; }

    /// <summary>All values, channel after channel; the array may be longer.</summary>
    public float[] Values => values;

    /// <summary>The columns of one channel.</summary>
    public Span<float> Row(int channel) => values.AsSpan((channel * Stride) + Lead, Length);

    /// <summary>Sets negative values to zero.</summary>
    public void Rectify()
    {
        foreach (ref var vector in MemoryMarshal.Cast<float, Vector<float>>(values.AsSpan(0, Channels * Stride)))
        {
            vector = Vector.Max(vector, Vector<float>.Zero);
        }
    }

    /// <summary>Gives the memory back.</summary>
    public void Dispose() => ArrayPool<float>.Shared.Return(values);
}
