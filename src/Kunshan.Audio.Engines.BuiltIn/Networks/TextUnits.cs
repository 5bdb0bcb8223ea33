namespace Kunshan.Audio.Engines.BuiltIn.Networks;

/// <summary>What the text network says of the rows of a phrase: for each of the four slots a log duration and the unit vectors of bands and pitch, a column a row, whether the slot exists or not.</summary>
internal sealed class TextUnits : IDisposable
{
    /// <summary>Slots of a syllable: closure, release or whole initial, final, r of erhua.</summary>
    public const int Slots = 4;

    /// <summary>Planes for some rows.</summary>
    public TextUnits(int rows, int spectrum, int pitch)
    {
        LogDurations = Planes(1, rows);
        Spectrum = Planes(spectrum, rows);
        Pitch = Planes(pitch, rows);
    }

    /// <summary>ln(1 + natural frames), by slot.</summary>
    public Plane[] LogDurations { get; }

    /// <summary>Unit vectors of the bands, by slot: the even half, then the odd half.</summary>
    public Plane[] Spectrum { get; }

    /// <summary>Unit vectors of pitch, likewise.</summary>
    public Plane[] Pitch { get; }

    /// <summary>Gives the memory back.</summary>
    public void Dispose()
    {
        foreach (var plane in (ReadOnlySpan<Plane>)[.. LogDurations, .. Spectrum, .. Pitch])
        {
            plane.Dispose();
        }
    }

    private static Plane[] Planes(int channels, int rows) => [.. Enumerable.Range(0, Slots).Select(_ => new Plane(channels, rows))];
}
