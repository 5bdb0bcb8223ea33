using Kunshan.Audio.Engines.BuiltIn.Mathematics;
using Kunshan.Audio.Engines.BuiltIn.Networks;

namespace Kunshan.Audio.Engines.BuiltIn.Acoustics;

/// <summary>The inputs of the two convolution networks: unit vectors and positions on the grid of natural frames, two frames a column (specification, section 5).</summary>
internal sealed class NaturalGrid : IDisposable
{
    private const int PositionWidth = 8;

    public NaturalGrid(TextUnits units, ReadOnlySpan<SlotDuration> slots)
    {
        var columns = 0;
        foreach (var slot in slots)
        {
            columns += slot.Natural;
        }

        columns /= 2;
        Spectrum = new(units.Spectrum[0].Channels / 2, columns);
        Pitch = new(units.Pitch[0].Channels / 2, columns);
        Positions = new(2 * PositionWidth, columns);
        var frame = 0;
        for (var row = 0; row < slots.Length / TextUnits.Slots; row++)
        {
            frame = FillRow(units, row, slots.Slice(row * TextUnits.Slots, TextUnits.Slots), frame);
        }
    }

    /// <summary>Unit vectors of the bands.</summary>
    public Plane Spectrum { get; }

    /// <summary>Unit vectors of pitch.</summary>
    public Plane Pitch { get; }

    /// <summary>Positions of the even frame, then of the odd frame.</summary>
    public Plane Positions { get; }

    /// <summary>Gives the memory back.</summary>
    public void Dispose()
    {
        Spectrum.Dispose();
        Pitch.Dispose();
        Positions.Dispose();
    }

    private int FillRow(TextUnits units, int row, ReadOnlySpan<SlotDuration> slots, int frame)
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
            for (var i = 0; i < count; i++)
            {
                PutPosition(frame + i, i, count, (before + i + 0.5) / whole);
            }

            AddUnit(Spectrum, units.Spectrum[slot], row, (frame, frame + count));
            AddUnit(Pitch, units.Pitch[slot], row, (frame, frame + count));
            before += count;
            frame += count;
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
            (float)(Elementary.Log(count) / 3),
            Math.Min(index, 20) / 20f,
            Math.Min(left, 20) / 20f,
            (float)Elementary.Exp(-index / 3.0),
            (float)Elementary.Exp(-left / 3.0),
            (float)inSyllable,
        ];
        for (var i = 0; i < PositionWidth; i++)
        {
            Positions.Row(((frame & 1) * PositionWidth) + i)[frame >> 1] = position[i];
        }
    }

    /// <summary>Adds a unit to the columns of its frames; a column whose frames belong to two slots gets a half from each.</summary>
    private static void AddUnit(Plane plane, Plane units, int row, (int From, int To) frames)
    {
        for (var channel = 0; channel < plane.Channels && frames.To > frames.From; channel++)
        {
            var columns = plane.Row(channel);
            var even = units.Row(channel)[row];
            var odd = units.Row(plane.Channels + channel)[row];
            if ((frames.From & 1) == 1)
            {
                columns[frames.From >> 1] += odd;
            }

            columns[((frames.From + 1) >> 1)..(frames.To >> 1)].Fill(even + odd);
            if ((frames.To & 1) == 1)
            {
                columns[frames.To >> 1] += even;
            }
        }
    }
}
