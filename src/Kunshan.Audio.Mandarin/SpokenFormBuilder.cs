using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;
using Kunshan.Audio.Mandarin.Data;
using Kunshan.Audio.Mandarin.Pinyin;
using Kunshan.Audio.Mandarin.Words;

namespace Kunshan.Audio.Mandarin;

/// <summary>Makes tokens of a line that was read, with the pauses inside it.</summary>
internal sealed class SpokenFormBuilder(WordTable table)
{
    private const int BreathPause = 165;
    private const int PhrasePause = 150; // 、 is shorter and ends no phrase
    private readonly Dictionary<char, char> traditional = Table.Rows("traditional").ToDictionary(row => row[0][0], row => row[1][0]);

    /// <summary>The tokens; they tile the text.</summary>
    /// <param name="form">The line.</param>
    /// <param name="isTraditional">Whether what the rules say is written in Traditional script.</param>
    /// <param name="names">Names of the line: no breath inside them.</param>
    public ImmutableArray<SpokenToken> Build(LineForm form, bool isTraditional, ImmutableArray<Name> names)
    {
        var tokens = new SpokenToken[form.Words.Count];
        var unit = 0;
        for (var i = 0; i < tokens.Length; i++)
        {
            var begin = unit;
            while (unit < form.Units.Length && form.Units[unit].Word == i)
            {
                unit++;
            }

            tokens[i] = Token(form, form.Words[i], form.Units.AsSpan(begin, unit - begin), isTraditional);
        }

        SetPauses(form, tokens);
        SetBreaths(form, tokens, names);
        return ImmutableCollectionsMarshal.AsImmutableArray(tokens);
    }

    private SpokenToken Token(LineForm form, LineWord word, ReadOnlySpan<SpokenUnit> units, bool isTraditional)
    {
        var surface = form.Text.Substring(word.Start, word.Length);
        var syllables = ImmutableArray.CreateBuilder<Syllable>(units.Length);
        foreach (var unit in units)
        {
            syllables.Add(unit.Syllable);
        }

        if (word.Piece is not { } piece)
        {
            return new SpokenToken(word.Start, word.Length, surface, units.Length == 0 ? "" : surface, syllables.MoveToImmutable(), word.IsPerson ? "name" : "word");
        }

        var spoken = units.Length == 0 ? "" : piece is { Syllables.IsEmpty: false } && piece.Spoken.Length == piece.Length ? surface : isTraditional ? InTraditional(form, piece.Spoken, word) : piece.Spoken;
        return new SpokenToken(word.Start, word.Length, surface, spoken, syllables.MoveToImmutable(), piece.Reason);
    }

    // What stands in the text is said in its own form, the rest by the table.
    private string InTraditional(LineForm form, string spoken, LineWord word)
    {
        var text = new StringBuilder(spoken.Length);
        foreach (var character in spoken)
        {
            var at = form.Shadow.IndexOf(character, word.Start, word.Length);
            text.Append(at >= 0 ? form.Text[at] : traditional.GetValueOrDefault(character, character));
        }

        return text.ToString();
    }

    // Of the marks between two tokens that speak, the one with the largest pause carries it.
    private static void SetPauses(LineForm form, SpokenToken[] tokens)
    {
        var hasSpoken = false;
        var pause = 0;
        var mark = 0;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Syllables.IsEmpty)
            {
                var own = form.Words[i].Piece?.Pause ?? 0;
                mark = own > 0 && own >= pause ? i : mark;
                pause = Math.Max(pause, own);
                continue;
            }

            if (hasSpoken && pause > 0)
            {
                tokens[mark] = tokens[mark] with { BreakAfter = pause };
            }

            hasSpoken = true;
            pause = 0;
        }
    }

    private void SetBreaths(LineForm form, SpokenToken[] tokens, ImmutableArray<Name> names)
    {
        var clause = new List<int>();
        var name = 0;
        var inside = new HashSet<int>();
        for (var i = 0; i < tokens.Length; i++)
        {
            while (name < names.Length && names[name].End <= tokens[i].Start)
            {
                name++;
            }

            if (name < names.Length && names[name].Start <= tokens[i].Start && tokens[i].Start + tokens[i].Length < names[name].End)
            {
                inside.Add(i);
            }

            if (!tokens[i].Syllables.IsEmpty)
            {
                clause.Add(i);
            }

            if (tokens[i].BreakAfter >= PhrasePause || i == tokens.Length - 1)
            {
                Breathe(form, tokens, clause, inside);
                clause.Clear();
                inside.Clear();
            }
        }
    }

    private void Breathe(LineForm form, SpokenToken[] tokens, List<int> clause, HashSet<int> insideNames)
    {
        if (clause.Sum(i => tokens[i].Syllables.Length) <= Breaths.LongestPhrase)
        {
            return;
        }

        var syllables = clause.Select(i => tokens[i].Syllables.Length).ToArray();
        var mayBreak = clause.Select((i, k) => k + 1 == clause.Count || insideNames.Contains(i) ? (byte)0 : Place(form, tokens, i, clause[k + 1])).ToArray();
        foreach (var place in Breaths.Places(syllables, mayBreak))
        {
            var last = clause[place];
            for (var i = last; i < clause[place + 1]; i++)
            {
                last = tokens[i].BreakAfter > 0 ? i : last; // a mark that pauses already takes the breath
            }

            tokens[last] = tokens[last] with { BreakAfter = Math.Max(BreathPause, tokens[last].BreakAfter) };
        }
    }

    // Badly: before a particle or a word of place, after a preposition or any word of one syllable.
    private byte Place(LineForm form, SpokenToken[] tokens, int token, int next)
    {
        if (next > token + 1)
        {
            return 3;
        }

        var before = form.Words[token];
        var after = form.Words[next];
        return (after.Length == 1 && after.Piece is null)
            || (before.Length == 1 && before.Piece is null && form.Shadow[before.Start] is not '的')
            || (before.Piece is { Kind: WordKind.Number })
            || (before.Node != WordTable.Root && table.Tag(before.Node) is WordTag.Preposition or WordTag.Numeral or WordTag.Adverb)
            || tokens[next].Syllables.Length == 0
            ? (byte)1
            : (byte)2;
    }
}
