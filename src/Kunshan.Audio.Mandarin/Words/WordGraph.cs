using System.Buffers;

namespace Kunshan.Audio.Mandarin.Words;

/// <summary>A stretch of a line: a word, a piece of the normalizer, a mark or a blank.</summary>
/// <param name="Start">First UTF-16 unit.</param>
/// <param name="Length">Length in UTF-16 units.</param>
/// <param name="Node">Node of a listed word, else 0.</param>
/// <param name="Piece">The normalizer's piece, for everything that is no plain hanzi word.</param>
/// <param name="IsPerson">Whether it is a person's name that the graph put together.</param>
internal readonly record struct LineWord(int Start, int Length, int Node, Normalization.Piece? Piece, bool IsPerson)
{
    public int End => Start + Length;
}

/// <summary>Finds the most probable words of a stretch of hanzi: Viterbi over all listed words and likely names.</summary>
internal sealed class WordGraph(WordTable table, PersonNames names)
{
    private const double UnknownCharacter = -30;
    private const int LongestWord = 16;

    /// <summary>Appends the words of a stretch.</summary>
    public void Segment(string shadow, int begin, int end, IReadOnlySet<string> knownNames, List<LineWord> words)
    {
        var length = end - begin;
        var best = ArrayPool<double>.Shared.Rent(length + 1);
        var back = ArrayPool<Edge>.Shared.Rent(length + 1);
        best.AsSpan(0, length + 1).Fill(double.NegativeInfinity);
        best[0] = 0;
        for (var i = 0; i < length; i++)
        {
            if (!double.IsNegativeInfinity(best[i]))
            {
                AddListed(shadow, begin, i, end, best, back);
                AddNames(new NameSite(shadow, begin, begin + i, end), knownNames, best, back);
            }
        }

        Collect(begin, length, back, words);
        ArrayPool<double>.Shared.Return(best);
        ArrayPool<Edge>.Shared.Return(back);
    }

    private void AddListed(string shadow, int begin, int at, int end, double[] best, Edge[] back)
    {
        var start = begin + at;
        var single = char.IsHighSurrogate(shadow[start]) && start + 1 < end && char.IsLowSurrogate(shadow[start + 1]) ? 2 : 1;
        Offer(best, back, at, new Edge(single, 0, false), UnknownCharacter);
        var node = WordTable.Root;
        var limit = Math.Min(end, start + LongestWord);
        for (var i = start; i < limit; i++)
        {
            node = table.Child(node, shadow[i]);
            if (node == WordTable.Root)
            {
                return;
            }

            if (table.IsWord(node))
            {
                Offer(best, back, at, new Edge(i + 1 - start, node, false), table.LogFrequency(node));
            }
        }
    }

    private void AddNames(NameSite site, IReadOnlySet<string> knownNames, double[] best, Edge[] back)
    {
        foreach (var (length, score) in names.At(site, knownNames, table))
        {
            Offer(best, back, site.Start - site.Begin, new Edge(length, 0, true), score);
        }
    }

    private static void Offer(double[] best, Edge[] back, int at, Edge edge, double score)
    {
        var total = best[at] + score;
        if (total > best[at + edge.Length])
        {
            best[at + edge.Length] = total;
            back[at + edge.Length] = edge;
        }
    }

    private static void Collect(int begin, int length, Edge[] back, List<LineWord> words)
    {
        var first = words.Count;
        for (var at = length; at > 0; at -= back[at].Length)
        {
            var edge = back[at];
            words.Add(new LineWord(begin + at - edge.Length, edge.Length, edge.Node, null, edge.IsPerson));
        }

        words.Reverse(first, words.Count - first);
    }

    private readonly record struct Edge(int Length, int Node, bool IsPerson);
}

/// <summary>A place where a name may begin.</summary>
internal readonly record struct NameSite(string Shadow, int Begin, int Start, int End);
