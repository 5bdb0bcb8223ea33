using Kunshan.Audio.Engines.BuiltIn.Networks;

namespace Kunshan.Audio.Engines.BuiltIn.Acoustics;

/// <summary>Reads the networks' output, two natural frames a column, at the wanted frames: slot by slot, by linear interpolation between two neighbours (specification, section 6).</summary>
internal sealed class FrameStretch
{
    private readonly int natural;
    private readonly int[] left;
    private readonly float[] weight;

    public FrameStretch(ReadOnlySpan<SlotDuration> slots)
    {
        var wanted = 0;
        foreach (var slot in slots)
        {
            natural += slot.Natural;
            wanted += slot.Wanted;
        }

        left = new int[wanted];
        weight = new float[wanted];
        var from = 0;
        var frame = 0;
        foreach (var slot in slots)
        {
            for (var i = 0; i < slot.Wanted; i++, frame++)
            {
                var position = Math.Clamp(from + ((i + 0.5) * slot.Natural / slot.Wanted) - 0.5, 0, natural - 1);
                left[frame] = Math.Min((int)position, natural - 2);
                weight[frame] = (float)(position - left[frame]);
            }

            from += slot.Natural;
        }
    }

    /// <summary>Number of wanted frames.</summary>
    public int Count => left.Length;

    /// <summary>Reads one output.</summary>
    /// <param name="outputs">Outputs of the even frames, then of the odd frames.</param>
    /// <param name="row">The output.</param>
    /// <param name="target">A value for each wanted frame.</param>
    public void Read(Plane outputs, int row, Span<float> target)
    {
        var even = outputs.Row(row);
        var odd = outputs.Row((outputs.Channels / 2) + row);
        Span<float> frames = natural <= 4096 ? stackalloc float[natural] : new float[natural];
        for (var i = 0; i < frames.Length; i += 2)
        {
            frames[i] = even[i >> 1];
            frames[i + 1] = odd[i >> 1];
        }

        for (var i = 0; i < target.Length; i++)
        {
            var right = weight[i];
            target[i] = (frames[left[i]] * (1 - right)) + (frames[left[i] + 1] * right);
        }
    }
}
