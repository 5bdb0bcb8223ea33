using System.Runtime.InteropServices;
using Kunshan.Audio.Engines.BuiltIn.Model;

namespace Kunshan.Audio.Engines.BuiltIn.Phrasing;

/// <summary>Cuts a spoken form into phrases: at pauses long enough to be real ones, and where a clause is too long for one breath. Where phrases break does not depend on the rate.</summary>
/// <param name="table">The model's syllables.</param>
internal sealed class PhraseSplitter(SyllableTable table)
{
    /// <summary>Shorter pauses (、) are no break for this voice: it runs on.</summary>
    public const int ShortestBreak = 150;

    /// <summary>Most syllables in a phrase; a front-end places breaths, this is the net under it.</summary>
    public const int MostSyllables = 25;

    private const int Breath = 165;

    /// <summary>The phrases of a form, each with at least one syllable.</summary>
    public IReadOnlyList<Phrase> Split(SpokenForm form)
    {
        var phrases = new List<Phrase>();
        ReadOnlySpan<Unit> rest = CollectionsMarshal.AsSpan(Units(form));
        while (!rest.IsEmpty)
        {
            var clause = 1;
            while (clause < rest.Length && rest[clause].PauseBefore == 0)
            {
                clause++;
            }

            var length = PieceOf(rest[..clause]);
            var pause = length < clause ? Breath : clause < rest.Length ? rest[clause].PauseBefore : 0;
            phrases.Add(PhraseOf(rest[..length], pause));
            rest = rest[length..];
        }

        return phrases;
    }

    /// <summary>The syllables of a form, each r5 merged into the one before it.</summary>
    private List<Unit> Units(SpokenForm form)
    {
        var units = new List<Unit>();
        var pause = 0;
        for (var token = 0; token < form.Tokens.Length; token++)
        {
            var spoken = form.Tokens[token];
            for (var i = 0; i < spoken.Syllables.Length; i++)
            {
                var syllable = spoken.Syllables[i];
                if (syllable.Letters == "r" && units.Count > 0 && pause == 0 && !units[^1].Id.Erhua)
                {
                    units[^1] = units[^1] with { Id = units[^1].Id with { Erhua = true }, Erhua = (token, i) };
                    continue;
                }

                // An r with nothing before it is spoken as the full syllable.
                var id = table.Resolve(syllable.Letters == "r" ? "er" : syllable.Letters, syllable.Tone, out _);
                units.Add(new(id, token, i, units.Count == 0 ? 0 : pause, Erhua: null));
                pause = 0;
            }

            pause = Math.Max(pause, spoken.BreakAfter >= ShortestBreak ? spoken.BreakAfter : 0);
        }

        return units;
    }

    /// <summary>How much of a clause is spoken in one breath: all of it, or up to the token boundary nearest to an even share; a token longer than a breath is cut inside.</summary>
    private static int PieceOf(ReadOnlySpan<Unit> clause)
    {
        if (clause.Length <= MostSyllables)
        {
            return clause.Length;
        }

        var pieces = (clause.Length + MostSyllables - 1) / MostSyllables;
        var share = (clause.Length + pieces - 1) / pieces;
        for (var distance = 0; distance < share; distance++)
        {
            if (share + distance <= MostSyllables && clause[share + distance].Syllable == 0)
            {
                return share + distance;
            }

            if (clause[share - distance].Syllable == 0)
            {
                return share - distance;
            }
        }

        return share;
    }

    private static Phrase PhraseOf(ReadOnlySpan<Unit> units, int pauseAfter)
    {
        var syllables = new List<SyllableId>();
        var entries = new List<PhraseEntry>();
        foreach (var unit in units)
        {
            entries.Add(new(unit.Token, unit.Syllable, syllables.Count, IsErhua: false));
            if (unit.Erhua is var (token, syllable))
            {
                entries.Add(new(token, syllable, syllables.Count, IsErhua: true));
            }

            syllables.Add(unit.Id);
        }

        return new(syllables, entries, pauseAfter);
    }

    /// <summary>A syllable as the voice speaks it, with the entries of the form it comes from and the pause before it.</summary>
    private readonly record struct Unit(SyllableId Id, int Token, int Syllable, int PauseBefore, (int Token, int Syllable)? Erhua);
}
