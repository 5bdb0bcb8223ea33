using Kunshan.Audio.Mandarin.Data;

namespace Kunshan.Audio.Mandarin.Words;

/// <summary>The word list as a tree over UTF-16 units of Simplified text.</summary>
internal sealed class WordTable
{
    /// <summary>The root of the tree.</summary>
    public const int Root = 0;

    private const double CountScale = 18;
    private const double LogTotal = 17.91; // ln of the 60.1 million words that were counted
    private readonly ushort[] units;
    private readonly int[] children;
    private readonly byte[] counts;
    private readonly byte[] tags;
    private readonly int[] readingNodes;
    private readonly int[] readingOffsets;
    private readonly ushort[] readings;
    private readonly int[] first = new int[char.MaxValue + 1];

    public WordTable(DataFile data)
    {
        units = data.Numbers<ushort>(DataSection.NodeUnits);
        children = data.Numbers<int>(DataSection.NodeChildren);
        counts = data.Numbers<byte>(DataSection.NodeCounts);
        tags = data.Numbers<byte>(DataSection.NodeTags);
        readingNodes = data.Numbers<int>(DataSection.ReadingNodes);
        readingOffsets = data.Numbers<int>(DataSection.ReadingOffsets);
        readings = data.Numbers<ushort>(DataSection.WordReadings);
        for (var child = children[Root]; child < children[Root + 1]; child++)
        {
            first[units[child]] = child;
        }
    }

    /// <summary>The node below another by one unit; 0 where there is none.</summary>
    public int Child(int node, char unit)
    {
        if (node == Root)
        {
            return first[unit];
        }

        var begin = children[node];
        var found = Array.BinarySearch(units, begin, children[node + 1] - begin, unit);
        return found < 0 ? Root : found;
    }

    /// <summary>The node of a whole word; 0 where the list does not have it.</summary>
    public int Find(ReadOnlySpan<char> word)
    {
        var node = Root;
        foreach (var unit in word)
        {
            node = Child(node, unit);
            if (node == Root)
            {
                return Root;
            }
        }

        return counts[node] > 0 ? node : Root;
    }

    /// <summary>Whether a word ends at the node.</summary>
    public bool IsWord(int node) => counts[node] > 0;

    /// <summary>Natural logarithm of the word's share of running text.</summary>
    public double LogFrequency(int node) => ((counts[node] - 1) / CountScale) - LogTotal;

    /// <summary>Part of speech.</summary>
    public WordTag Tag(int node) => (WordTag)tags[node];

    /// <summary>Syllable numbers of a word that is not read by the first readings of its characters; else empty.</summary>
    public ReadOnlySpan<ushort> Readings(int node)
    {
        var at = Array.BinarySearch(readingNodes, node);
        return at < 0 ? [] : readings.AsSpan(readingOffsets[at], readingOffsets[at + 1] - readingOffsets[at]);
    }
}
