namespace Kunshan.Audio.Engines.BuiltIn.Networks;

/// <summary>Values of several channels over time. Time is contiguous; two zero columns stand before it and at least two after, so that a convolution over five columns needs no edge cases.</summary>
internal sealed class Plane
{
    public const int Lead = 2;
    private const int Lane = 16;

    public Plane(int channels, int length)
    {
        Channels = channels;
        Length = length;
        Stride = ((length + (2 * Lead) + Lane - 1) / Lane * Lane) + Lane;
        Values = new float[channels * Stride];
    }

    /// <summary>Number of channels.</summary>
    public int Channels { get; }

    /// <summary>Number of columns.</summary>
    public int Length { get; }

    /// <summary>Distance from a channel to the next.</summary>
    public int Stride { get; }

    /// <summary>All values, channel after channel.</summary>
    public float[] Values { get; }

    /// <summary>The columns of one channel.</summary>
    public Span<float> Row(int channel) => Values.AsSpan((channel * Stride) + Lead, Length);

    /// <summary>Sets negative values to zero.</summary>
    public void Rectify()
    {
        for (var channel = 0; channel < Channels; channel++)
        {
            var row = Row(channel);
            foreach (ref var value in row)
            {
                value = value < 0 ? 0 : value;
            }
        }
    }
}
