using System.Runtime.InteropServices;

namespace Kunshan.Audio.Mastering.Assembly;

/// <summary>The sound of one section on disk, 16-bit, until the gain is known: memory stays flat whatever the article's length.</summary>
internal sealed class TrackSpool : IDisposable
{
    private const int BlockLength = 1 << 12;
    private readonly string path;
    private readonly FileStream stream;

    public TrackSpool(string path)
    {
        this.path = path;
        stream = new(path, FileMode.Create, FileAccess.Write, FileShare.Read, 1 << 16);
    }

    /// <summary>Samples so far.</summary>
    public long Samples { get; private set; }

    /// <summary>Appends samples.</summary>
    public void Add(ReadOnlySpan<short> samples)
    {
        stream.Write(MemoryMarshal.AsBytes(samples));
        Samples += samples.Length;
    }

    /// <summary>No more is added.</summary>
    public void Close() => stream.Dispose();

    /// <summary>The samples in −1…1, block by block, into the same memory.</summary>
    public IEnumerable<ReadOnlyMemory<float>> Blocks()
    {
        using var input = File.OpenRead(path);
        var bytes = new byte[BlockLength * sizeof(short)];
        var block = new float[BlockLength];
        int read;
        while ((read = input.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)) > 0)
        {
            var shorts = MemoryMarshal.Cast<byte, short>(bytes.AsSpan(0, read));
            for (var i = 0; i < shorts.Length; i++)
            {
                block[i] = shorts[i] / 32768f;
            }

            yield return block.AsMemory(0, shorts.Length);
        }
    }

    public void Dispose()
    {
        stream.Dispose();
        File.Delete(path);
    }
}
