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
        var syllables = new List<SyllableId>();
        var entries = new List<PhraseEntry>();
        var pause = 0;
        for (var token = 0; token < form.Tokens.Length; token++)
        {
            var spoken = form.Tokens[token];
            if (syllables.Count > 0 && spoken.Syllables.Length > 0 && (pause > 0 || syllables.Count + spoken.Syllables.Length > MostSyllables))
            {
                Close(pause == 0 ? Breath : pause);
            }

            for (var i = 0; i < spoken.Syllables.Length; i++)
            {
                Append(spoken.Syllables[i], token, i);
            }

            pause = Math.Max(pause, spoken.BreakAfter >= ShortestBreak ? spoken.BreakAfter : 0);
        }

        if (syllables.Count > 0)
        {
            Close(0);
        }

        return phrases;

        void Close(int pauseAfter)
        {
            phrases.Add(new([.. syllables], [.. entries], pauseAfter));
            syllables.Clear();
            entries.Clear();
            pause = 0;
        }

        void Append(Syllable syllable, int token, int index)
        {
            if (syllable.Letters == "r" && syllables.Count > 0 && !syllables[^1].Erhua)
            {
                syllables[^1] = syllables[^1] with { Erhua = true };
                entries.Add(new(token, index, syllables.Count - 1, IsErhua: true));
                return;
            }

            // An r with nothing before it is spoken as the full syllable.
            var letters = syllable.Letters == "r" ? "er" : syllable.Letters;
            syllables.Add(table.Resolve(letters, syllable.Tone, out _));
            entries.Add(new(token, index, syllables.Count - 1, IsErhua: false));
        }
    }
}
