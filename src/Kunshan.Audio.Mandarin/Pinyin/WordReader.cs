using System.Collections.Immutable;
using Kunshan.Audio.Mandarin.Data;
using Kunshan.Audio.Mandarin.Normalization;
using Kunshan.Audio.Mandarin.Words;

namespace Kunshan.Audio.Mandarin.Pinyin;

/// <summary>Gives each word of a line its citation syllables: listed words by the word data, names by the surname table, the rest by first readings.</summary>
internal sealed class WordReader(WordTable table, CharacterTable characters, WordGraph graph, PersonNames names)
{
    private static readonly HashSet<string> NoNames = [];
    private readonly LatinSounds latin = new(characters);
    private readonly Dictionary<string, Syllable> measureReadings = Table.Rows("measure-readings").Where(row => !row[1].Contains(' ', StringComparison.Ordinal)).ToDictionary(row => row[0], row => new Syllable(row[1][..^1], row[1][^1] - '0'), StringComparer.Ordinal);

    /// <summary>Appends the syllables of one word.</summary>
    public void Read(string shadow, LineWord word, int index, List<SpokenUnit> units)
    {
        if (word.Piece is not { } piece)
        {
            ReadHanzi(shadow, word, index, units);
            return;
        }

        if (piece.Syllables is { IsEmpty: false } given)
        {
            AddGiven(shadow, piece, given, index, units);
            return;
        }

        ReadSpoken(piece, index, units);
    }

    private static void AddGiven(string shadow, Piece piece, ImmutableArray<Syllable> given, int index, List<SpokenUnit> units)
    {
        for (var i = 0; i < given.Length; i++)
        {
            var aligned = given.Length == piece.Length;
            units.Add(new SpokenUnit(aligned ? shadow[piece.Start + i] : '\0', aligned ? piece.Start + i : piece.Start, index, units.Count == 0 ? 0 : units[^1].Group + (i == 0 ? 1 : 0), given[i].Letters, given[i].CitationTone, given[i].CitationTone));
        }
    }

    private void ReadHanzi(string shadow, LineWord word, int index, List<SpokenUnit> units)
    {
        var first = units.Count;
        AddCharacters(shadow, word, index, units);
        var listed = table.Readings(word.Node);
        if (word.Node != WordTable.Root && listed.Length == units.Count - first)
        {
            var span = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(units)[first..];
            for (var i = 0; i < listed.Length; i++)
            {
                span[i].Read(characters[listed[i]]);
            }
        }

        if (word.IsPerson)
        {
            var name = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(units)[first..];
            ReadSurname(shadow, word, name);
            ReadAddress(shadow, word, name);
        }
    }

    private void AddCharacters(string text, LineWord word, int index, List<SpokenUnit> units)
    {
        var group = units.Count == 0 ? 0 : units[^1].Group + 1;
        for (var i = word.Start; i < word.End; i++)
        {
            var wide = char.IsHighSurrogate(text[i]) && i + 1 < word.End;
            var readings = characters.ReadingsOf(wide ? char.ConvertToUtf32(text[i], text[i + 1]) : text[i]);
            if (!readings.IsEmpty)
            {
                var syllable = characters[readings[0]];
                units.Add(new SpokenUnit(wide ? '\ufffd' : text[i], i, index, group, syllable.Letters, syllable.Tone, syllable.Tone));
            }

            i += wide ? 1 : 0;
        }
    }

    private void ReadSurname(string shadow, LineWord word, Span<SpokenUnit> units)
    {
        var length = names.SurnameLength(shadow.AsSpan(word.Start, word.Length));
        if (length == 0 || names.ReadingOf(shadow.Substring(word.Start, length)) is not { } reading)
        {
            return;
        }

        var syllables = SyllableText.ParseAll(reading)!;
        for (var i = 0; i < Math.Min(syllables.Count, units.Length); i++)
        {
            units[i].Read(syllables[i]);
        }
    }

    // 王大爷, 李先生: what follows the surname may be a listed word.
    private void ReadAddress(string shadow, LineWord word, Span<SpokenUnit> units)
    {
        var surname = names.SurnameLength(shadow.AsSpan(word.Start, word.Length));
        var node = table.Find(shadow.AsSpan(word.Start + surname, word.Length - surname));
        if (node == WordTable.Root || table.Readings(node) is not { IsEmpty: false } listed || listed.Length != units.Length - surname)
        {
            return;
        }

        for (var i = 0; i < listed.Length; i++)
        {
            units[surname + i].Read(characters[listed[i]]);
        }
    }

    private void ReadSpoken(Piece piece, int index, List<SpokenUnit> units)
    {
        var spoken = piece.Spoken;
        var at = 0;
        while (at < spoken.Length)
        {
            var begin = at;
            if (char.IsAsciiLetter(spoken[at]))
            {
                while (at < spoken.Length && (char.IsAsciiLetter(spoken[at]) || spoken[at] is '\'' or '’' or '-'))
                {
                    at++;
                }

                AddLatin(spoken[begin..at], piece, index, units);
            }
            else if (Line.IsHanzi(spoken[at]))
            {
                while (at < spoken.Length && Line.IsHanzi(spoken[at]))
                {
                    at++;
                }

                AddSpokenHanzi(spoken, begin, at, (piece, index), units);
            }
            else
            {
                AddLetter(spoken[at], piece, index, units);
                at++;
            }
        }
    }

    private void AddSpokenHanzi(string spoken, int begin, int end, (Piece Piece, int Index) target, List<SpokenUnit> units)
    {
        var words = new List<LineWord>();
        graph.Segment(spoken, begin, end, NoNames, words);
        var first = units.Count;
        foreach (var word in words)
        {
            ReadHanzi(spoken, word, target.Index, units);
        }

        var span = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(units)[first..];
        for (var i = 0; i < span.Length; i++)
        {
            span[i].Source = target.Piece.Start;
        }

        // A measure word alone at the end has a reading of its own: 三只 zhi1, 两行 hang2.
        if (target.Piece.Kind == WordKind.Number && words[^1].Length == 1 && span.Length > 1 && measureReadings.TryGetValue(spoken[(end - 1)..end], out var measure))
        {
            span[^1].Read(measure);
        }
    }

    private void AddLatin(string word, Piece piece, int index, List<SpokenUnit> units)
    {
        var syllables = word.Length == 1 ? latin.Letter(word[0]) ?? [] : latin.Word(word);
        Add(syllables, piece, index, units);
    }

    private void AddLetter(char letter, Piece piece, int index, List<SpokenUnit> units) => Add(latin.Letter(letter) ?? [], piece, index, units);

    private static void Add(Syllable[] syllables, Piece piece, int index, List<SpokenUnit> units)
    {
        var group = units.Count == 0 ? 0 : units[^1].Group + 1;
        foreach (var syllable in syllables)
        {
            units.Add(new SpokenUnit('\0', piece.Start, index, group, syllable.Letters, syllable.Tone, syllable.Tone));
        }
    }
}
