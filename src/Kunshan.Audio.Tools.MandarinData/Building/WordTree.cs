using Kunshan.Audio.Mandarin.Words;

namespace Kunshan.Audio.Tools.MandarinData.Building;

/// <summary>A word as it goes into the tree.</summary>
internal sealed record WordEntry(string Word, int Count, WordTag Tag, string[]? Reading);

/// <summary>The word tree in breadth-first order.</summary>
internal sealed class WordTree
{
    public List<ushort> Units { get; } = [0];

    public List<int> Children { get; } = [];

    public List<byte> Counts { get; } = [];

    public List<byte> Tags { get; } = [];

    /// <summary>Nodes with a reading of their own, ascending.</summary>
    public List<(int Node, string[] Reading)> Readings { get; } = [];

    /// <param name="words">Words without duplicates, in ordinal order.</param>
    public WordTree(WordEntry[] words)
    {
        var queue = new Queue<(int Begin, int End, int Depth)>();
        queue.Enqueue((0, words.Length, 0));
        while (queue.TryDequeue(out var span))
        {
            Children.Add(Units.Count);
            var (begin, end, depth) = span;
            var terminal = begin < end && words[begin].Word.Length == depth ? words[begin++] : null;
            AddValue(terminal);
            while (begin < end)
            {
                var unit = words[begin].Word[depth];
                var next = begin;
                while (next < end && words[next].Word[depth] == unit)
                {
                    next++;
                }

                Units.Add(unit);
                queue.Enqueue((begin, next, depth + 1));
                begin = next;
            }
        }

        Children.Add(Units.Count);
    }

    private void AddValue(WordEntry? word)
    {
        if (word?.Reading is { } reading)
        {
            Readings.Add((Counts.Count, reading));
        }

        Counts.Add(word is null ? (byte)0 : (byte)Math.Clamp(1 + Math.Round(18 * Math.Log(Math.Max(1, word.Count))), 1, 255));
        Tags.Add((byte)(word?.Tag ?? WordTag.None));
    }
}
