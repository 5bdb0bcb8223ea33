using System.IO.Compression;

namespace Kunshan.Audio.Formats.Zip;

/// <summary>Writes an archive whose bytes depend on its content alone: order as given, one time for all entries.</summary>
/// <param name="stream">Where the archive goes.</param>
/// <param name="time">Time of every entry; archives know none before 1980.</param>
public sealed class ReproducibleZip(Stream stream, DateTimeOffset time) : IDisposable
{
    private static readonly DateTimeOffset Earliest = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly ZipArchive archive = new(stream, ZipArchiveMode.Create, leaveOpen: true);
    private readonly DateTimeOffset time = time < Earliest ? Earliest : time;

    /// <summary>Adds bytes.</summary>
    /// <param name="path">Path in the archive.</param>
    /// <param name="content">The bytes.</param>
    /// <param name="store">Whether they are stored as they are: for sound, which does not get smaller.</param>
    public void Add(string path, ReadOnlySpan<byte> content, bool store)
    {
        using var entry = Open(path, store);
        entry.Write(content);
    }

    /// <summary>Adds a file.</summary>
    public void AddFile(string path, string file, bool store)
    {
        using var entry = Open(path, store);
        using var input = File.OpenRead(file);
        input.CopyTo(entry);
    }

    /// <inheritdoc/>
    public void Dispose() => archive.Dispose();

    private Stream Open(string path, bool store)
    {
        var entry = archive.CreateEntry(path, store ? CompressionLevel.NoCompression : CompressionLevel.SmallestSize);
        entry.LastWriteTime = time;
        return entry.Open();
    }
}
