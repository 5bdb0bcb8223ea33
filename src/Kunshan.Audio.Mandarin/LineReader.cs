using System.Collections.Immutable;
using Kunshan.Audio.Mandarin.Data;
using Kunshan.Audio.Mandarin.Normalization;
using Kunshan.Audio.Mandarin.Pinyin;
using Kunshan.Audio.Mandarin.Words;

namespace Kunshan.Audio.Mandarin;

/// <summary>What is known about a line before it is read.</summary>
internal sealed record LineContext
{
    /// <summary>Whether the line begins its block.</summary>
    public bool IsHead { get; init; } = true;

    /// <summary>Full names that the article holds, in Simplified script.</summary>
    public IReadOnlySet<string> KnownNames { get; init; } = FrozenNames;

    /// <summary>Pieces that a lexicon or the author decides, in order.</summary>
    public IReadOnlyList<Piece> Given { get; init; } = [];

    /// <summary>Syllables that the author printed over single characters, by offset.</summary>
    public IReadOnlyDictionary<int, Syllable> Ruby { get; init; } = ImmutableDictionary<int, Syllable>.Empty;

    /// <summary>Syllables that a converter had left after single characters, by offset.</summary>
    public IReadOnlyDictionary<int, Syllable> Glosses { get; init; } = ImmutableDictionary<int, Syllable>.Empty;

    /// <summary>Offsets of marks that stand for lost characters.</summary>
    public IReadOnlySet<int> Lost { get; init; } = ImmutableHashSet<int>.Empty;

    private static readonly ImmutableHashSet<string> FrozenNames = [];
}

/// <summary>A line with its words and syllables.</summary>
internal sealed record LineForm(string Text, string Shadow, List<LineWord> Words, SpokenUnit[] Units);

/// <summary>The stages in their order: shadow, pieces, words, readings, polyphones, neutral tones, sandhi.</summary>
internal sealed class LineReader
{
    private readonly SimplifiedScript script;
    private readonly Normalizer normalizer = new();
    private readonly WordGraph graph;
    private readonly WordReader reader;
    private readonly PolyphoneRules polyphones;
    private readonly NeutralTones neutral = new();
    private readonly Sandhi sandhi;
    private readonly TaiwanReadings? taiwan;
    private readonly CharacterTable characters;

    public LineReader(DataFile data, SimplifiedScript script, CharacterTable characters, Reading reading)
    {
        taiwan = reading == Reading.Taiwan ? new TaiwanReadings() : null;
        this.script = script;
        this.characters = characters;
        var table = new WordTable(data);
        var names = new PersonNames();
        graph = new WordGraph(table, names);
        reader = new WordReader(table, characters, graph, names);
        polyphones = new PolyphoneRules(table);
        sandhi = new Sandhi(table);
        Table = table;
    }

    /// <summary>The word list.</summary>
    public WordTable Table { get; }

    /// <summary>The words of a line.</summary>
    public (string Shadow, List<LineWord> Words) Words(string text, LineContext context)
    {
        var shadow = script.Of(text);
        var words = new List<LineWord>(shadow.Length);
        var at = 0;
        foreach (var piece in Merged(normalizer.Find(new Line(shadow, context.IsHead)), context.Given))
        {
            SegmentHanzi(shadow, at, piece.Start, context, words);
            words.Add(new LineWord(piece.Start, piece.Length, 0, piece, false));
            at = piece.End;
        }

        SegmentHanzi(shadow, at, shadow.Length, context, words);
        return (shadow, words);
    }

    /// <summary>Reads a line.</summary>
    public LineForm Read(string text, LineContext context, bool withSandhi)
    {
        var (shadow, words) = Words(text, context);
        var units = new List<SpokenUnit>(text.Length + 8);
        for (var i = 0; i < words.Count; i++)
        {
            reader.Read(shadow, words[i], i, units);
        }

        var array = units.ToArray();
        ReadPolyphones(shadow, words, array, context);
        neutral.Apply(shadow, words, array);
        taiwan?.Apply(shadow, words, array);
        ReadRuby(context, array);
        if (withSandhi)
        {
            ApplySandhi(words, array);
        }

        return new LineForm(text, shadow, words, array);
    }

    // What is given goes before what the rules found; a piece that it touches is dropped.
    private static List<Piece> Merged(List<Piece> found, IReadOnlyList<Piece> given)
    {
        if (given.Count == 0)
        {
            return found;
        }

        var result = new List<Piece>(found.Count + given.Count);
        var next = 0;
        foreach (var piece in found)
        {
            while (next < given.Count && given[next].Start <= piece.Start)
            {
                result.Add(given[next++]);
            }

            var overlaps = (result.Count > 0 && result[^1].End > piece.Start) || (next < given.Count && given[next].Start < piece.End);
            if (!overlaps)
            {
                result.Add(piece);
            }
        }

        result.AddRange(given.Skip(next));
        return result;
    }

    // Characters without a reading are pieces of their own, so that nothing is lost in silence.
    private void SegmentHanzi(string shadow, int begin, int end, LineContext context, List<LineWord> words)
    {
        var from = begin;
        for (var i = begin; i < end; i++)
        {
            var wide = char.IsHighSurrogate(shadow[i]) && i + 1 < end && char.IsLowSurrogate(shadow[i + 1]);
            var length = wide ? 2 : 1;
            if (!characters.Has(wide ? char.ConvertToUtf32(shadow[i], shadow[i + 1]) : shadow[i]))
            {
                Segment(shadow, from, i, context, words);
                words.Add(new LineWord(i, length, 0, new Piece(i, length, "", "symbol", WordKind.Mark), false));
                from = i + length;
            }

            i += length - 1;
        }

        Segment(shadow, from, end, context, words);
    }

    private void Segment(string shadow, int begin, int end, LineContext context, List<LineWord> words)
    {
        if (end > begin)
        {
            graph.Segment(shadow, begin, end, context.KnownNames, words);
        }
    }

    // A converter's gloss is blind to context: it decides only where nothing else does, for a character that stands alone.
    private void ReadPolyphones(string shadow, List<LineWord> words, SpokenUnit[] units, LineContext context)
    {
        for (var i = 0; i < units.Length; i++)
        {
            var word = words[units[i].Word];
            if (word.Length != 1)
            {
                continue;
            }

            if (polyphones.Read(new PolyphoneSite(shadow, words, units[i].Word)) is { } reading)
            {
                units[i].Read(reading);
            }
            else if (word is { IsPerson: false, Piece: null } && units[i].Character is not ('一' or '不') && context.Glosses.TryGetValue(units[i].Source, out var gloss))
            {
                units[i].Read(gloss);
            }
        }
    }

    private static void ReadRuby(LineContext context, SpokenUnit[] units)
    {
        if (context.Ruby.Count == 0)
        {
            return;
        }

        for (var i = 0; i < units.Length; i++)
        {
            if (units[i].Character != '\0' && context.Ruby.TryGetValue(units[i].Source, out var reading))
            {
                units[i].Read(reading);
            }
        }
    }

    private void ApplySandhi(List<LineWord> words, SpokenUnit[] units)
    {
        var begin = 0;
        for (var i = 1; i <= units.Length; i++)
        {
            if (i == units.Length || PauseBetween(words, units[i - 1].Word, units[i].Word))
            {
                sandhi.Apply(units.AsSpan(begin, i - begin));
                begin = i;
            }
        }
    }

    private static bool PauseBetween(List<LineWord> words, int first, int second)
    {
        for (var i = first + 1; i < second; i++)
        {
            if (words[i].Piece is { Kind: WordKind.Mark or WordKind.Blank, Pause: > 0 })
            {
                return true;
            }
        }

        return false;
    }
}
