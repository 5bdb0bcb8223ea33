using Kunshan.Audio.Engines.BuiltIn.Networks;

namespace Kunshan.Audio.Engines.BuiltIn.Acoustics;

/// <summary>The inputs of the two convolution networks: unit vectors and positions on the grid of natural frames, two frames a column (specification, section 5).</summary>
internal sealed class NaturalGrid
{
    private const int PositionWidth = 8;
    private readonly SlotUnit[][] rows;

    public NaturalGrid(SlotUnit[][] rows, SlotDuration[] slots, int spectrumWidth, int pitchWidth)
    {
        this.rows = rows;
        var columns = slots.Sum(slot => slot.Natural) / 2;
        Spectrum = new(spectrumWidth, columns);
        Pitch = new(pitchWidth, columns);
        Positions = new(2 * PositionWidth, columns);
        var frame = 0;
        for (var row = 0; row < rows.Length; row++)
        {
            frame = FillRow(row, slots.AsSpan(row * TextNetwork.Slots, TextNetwork.Slots), frame);
        }
    }

    /// <summary>Unit vectors of the bands.</summary>
    public Plane Spectrum { get; }

    /// <summary>Unit vectors of pitch.</summary>
    public Plane Pitch { get; }

    /// <summary>Positions of the even frame, then of the odd frame.</summary>
    public Plane Positions { get; }

    private int FillRow(int row, ReadOnlySpan<SlotDuration> slots, int frame)
    {
        var whole = 0;
        foreach (var slot in slots)
        {
            whole += slot.Natural;
        }

        var before = 0;
        for (var slot = 0; slot < slots.Length; slot++)
        {
            var count = slots[slot].Natural;
            for (var i = 0; i < count; i++, frame++)
            {
                PutPosition(frame, i, count, (before + i + 0.5) / whole);
                AddUnit(Spectrum, rows[row][slot].Spectrum, frame);
                AddUnit(Pitch, rows[row][slot].Pitch, frame);
            }

            before += count;
        }

        return frame;
    }

    private void PutPosition(int frame, int index, int count, double inSyllable)
    {
        var p = (index + 0.5) / count;
        var left = count - 1 - index;
        ReadOnlySpan<float> position =
        [
            (float)p,
            (float)(p * p),
            (float)(Math.Log(count) / 3),
            Math.Min(index, 20) / 20f,
            Math.Min(left, 20) / 20f,
            (float)Math.Exp(-index / 3.0),
            (float)Math.Exp(-left / 3.0),
            (float)inSyllable,
        ];
        for (var i = 0; i < PositionWidth; i++)
        {
            Positions.Row(((frame & 1) * PositionWidth) + i)[frame >> 1] = position[i];
        }
    }

    private static void AddUnit(Plane plane, float[] unit, int frame)
    {
        var half = (frame & 1) * plane.Channels;
        var at = Plane.Lead + (frame >> 1);
        for (var channel = 0; channel < plane.Channels; channel++, at += plane.Stride)
        {
            plane.Values[at] += unit[half + channel];
        }
    }
}
