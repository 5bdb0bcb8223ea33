using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace Kunshan.Audio.Mandarin.Data;

/// <summary>The sections of the compiled data file.</summary>
public enum DataSection
{
    /// <summary>Distinct syllables with tone digit, one a line, UTF-8; a syllable's number is its line.</summary>
    Syllables,

    /// <summary>Code points with a reading, ascending, int32.</summary>
    Characters,

    /// <summary>For each character, and one more for the end, the offset of its readings in <see cref="CharacterReadings"/>, int32.</summary>
    CharacterOffsets,

    /// <summary>Syllable numbers, the commonest first, uint16.</summary>
    CharacterReadings,

    /// <summary>Word tree: the UTF-16 unit of each node, uint16; siblings ascend; node 0 is the root.</summary>
    NodeUnits,

    /// <summary>Word tree: the first child of each node, and one more for the end, int32; nodes lie in breadth-first order.</summary>
    NodeChildren,

    /// <summary>Word tree: 0 where no word ends, else 1 + 18 · ln(count), uint8.</summary>
    NodeCounts,

    /// <summary>Word tree: the part of speech of the word, <see cref="Words.WordTag"/>, uint8.</summary>
    NodeTags,

    /// <summary>Nodes of words that are not read by the first readings of their characters, ascending, int32.</summary>
    ReadingNodes,

    /// <summary>For each of them, and one more for the end, the offset in <see cref="WordReadings"/>, int32.</summary>
    ReadingOffsets,

    /// <summary>Syllable numbers of those words, uint16.</summary>
    WordReadings,

    /// <summary>Traditional to Simplified: pairs of code points, ascending, int32.</summary>
    SimplifiedCharacters,

    /// <summary>Traditional to Simplified: <c>phrase⇥phrase</c>, one a line, sorted, UTF-8.</summary>
    SimplifiedPhrases,
}

/// <summary>The compiled word data: a header in plain text and binary sections, little endian.</summary>
public sealed class DataFile
{
    private const string ResourceName = "Kunshan.Audio.Mandarin.Data.mandarin.bin";
    private readonly byte[] content;
    private readonly (int Offset, int Length)[] sections;

    private DataFile(byte[] content)
    {
        this.content = content;
        if (content.Length < 16 || !content.AsSpan(0, 4).SequenceEqual("KMD1"u8))
        {
            throw new InvalidDataException("The Mandarin word data has an unknown format.");
        }

        var headerLength = BinaryPrimitives.ReadInt32LittleEndian(content.AsSpan(4));
        Header = Encoding.UTF8.GetString(content, 8, headerLength).TrimEnd();
        var position = 8 + headerLength;
        sections = new (int, int)[BinaryPrimitives.ReadInt32LittleEndian(content.AsSpan(position))];
        position += 4;
        for (var i = 0; i < sections.Length; i++)
        {
            sections[i] = (position + 4, BinaryPrimitives.ReadInt32LittleEndian(content.AsSpan(position)));
            position += 4 + ((sections[i].Length + 3) / 4 * 4);
        }
    }

    /// <summary>What the file was made from: one line a source, with version, date and licence.</summary>
    public string Header { get; }

    /// <summary>The data that ships in this assembly.</summary>
    public static DataFile Embedded()
    {
        using var stream = typeof(DataFile).Assembly.GetManifestResourceStream(ResourceName)
            ?? throw new InvalidDataException($"The resource {ResourceName} is missing.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return new(bytes);
    }

    /// <summary>Data in memory, as the builder wrote it.</summary>
    public static DataFile Of(byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        return new(bytes);
    }

    /// <summary>A section as numbers.</summary>
    public T[] Numbers<T>(DataSection section)
        where T : unmanaged
    {
        var (offset, length) = sections[(int)section];
        return MemoryMarshal.Cast<byte, T>(content.AsSpan(offset, length)).ToArray();
    }

    /// <summary>The lines of a text section.</summary>
    public string[] Lines(DataSection section)
    {
        var (offset, length) = sections[(int)section];
        return Encoding.UTF8.GetString(content, offset, length).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
