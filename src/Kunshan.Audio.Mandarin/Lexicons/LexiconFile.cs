namespace Kunshan.Audio.Mandarin.Lexicons;

/// <summary>Lexicons on disk: PLS 1.0, or CSV where the name says so.</summary>
public static class LexiconFile
{
    /// <summary>Reads a file.</summary>
    /// <exception cref="LexiconException">An entry is wrong.</exception>
    public static Lexicon Load(string path)
    {
        using var reader = new StreamReader(path);
        return IsCsv(path) ? CsvFormat.Read(path, reader) : PlsFormat.Read(path, reader);
    }

    /// <summary>Writes a file, beside its place first: what was there stays whole until then.</summary>
    public static void Save(Lexicon lexicon, string path)
    {
        ArgumentNullException.ThrowIfNull(lexicon);
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
        {
            Directory.CreateDirectory(folder);
        }

        var part = path + ".part";
        File.WriteAllText(part, IsCsv(path) ? CsvFormat.Write(lexicon) : PlsFormat.Write(lexicon));
        File.Move(part, path, overwrite: true);
    }

    private static bool IsCsv(string path) => path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase);
}
