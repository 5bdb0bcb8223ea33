using System.Collections.Immutable;
using Kunshan.Audio.Mandarin.Normalization;
using Kunshan.Audio.Mandarin.Words;

namespace Kunshan.Audio.Mandarin.Lexicons;

/// <summary>Finds lexicon entries in a line: the strongest lexicon, in it the longest written form, then the first; matched on the displayed text and on its shadow.</summary>
internal sealed class LexiconMatcher
{
    private readonly Dictionary<char, LexiconEntry[]>[] lexicons;
    private readonly SimplifiedScript script;

    public LexiconMatcher(ImmutableArray<Lexicon> lexicons, SimplifiedScript script)
    {
        this.script = script;
        this.lexicons = [.. lexicons.Select(Index)];
    }

    /// <summary>The pieces that entries decide, in order.</summary>
    public List<Piece> Find(string text)
    {
        var pieces = new List<Piece>();
        if (lexicons.Length == 0)
        {
            return pieces;
        }

        var shadow = script.Of(text);
        for (var i = 0; i < text.Length; i++)
        {
            if (At(text, shadow, i) is { } entry)
            {
                pieces.Add(ToPiece(shadow, i, entry));
                i += entry.Grapheme.Length - 1;
            }
        }

        return pieces;
    }

    private Dictionary<char, LexiconEntry[]> Index(Lexicon lexicon) =>
        lexicon.Entries
            .Where(entry => entry.Grapheme.Length > 0)
            .SelectMany(entry => new[] { entry, entry with { Grapheme = script.Of(entry.Grapheme) } }.DistinctBy(same => same.Grapheme, StringComparer.Ordinal))
            .GroupBy(entry => entry.Grapheme[0])
            .ToDictionary(group => group.Key, group => group.OrderByDescending(entry => entry.Grapheme.Length).ToArray());

    private LexiconEntry? At(string text, string shadow, int at)
    {
        foreach (var lexicon in lexicons)
        {
            if ((Longest(lexicon, text, at) ?? Longest(lexicon, shadow, at)) is { } entry)
            {
                return entry;
            }
        }

        return null;
    }

    private static LexiconEntry? Longest(Dictionary<char, LexiconEntry[]> lexicon, string text, int at)
    {
        foreach (var entry in lexicon.GetValueOrDefault(text[at], []))
        {
            if (text.AsSpan(at).StartsWith(entry.Grapheme, StringComparison.Ordinal) && !CutsLatin(text, at, entry.Grapheme.Length))
            {
                return entry;
            }
        }

        return null;
    }

    // An entry in letters is a whole word of letters.
    private static bool CutsLatin(string text, int at, int length) =>
        (at > 0 && char.IsAsciiLetter(text[at]) && char.IsAsciiLetter(text[at - 1]))
        || (at + length < text.Length && char.IsAsciiLetter(text[at + length - 1]) && char.IsAsciiLetter(text[at + length]));

    private Piece ToPiece(string shadow, int at, LexiconEntry entry)
    {
        var written = shadow.Substring(at, entry.Grapheme.Length);
        var kind = Line.IsHanzi(written[0]) ? WordKind.Hanzi : WordKind.Latin;
        return new Piece(at, written.Length, entry.Alias is { } alias ? script.Of(alias) : written, "lexicon", kind) { Syllables = entry.Syllables };
    }
}
