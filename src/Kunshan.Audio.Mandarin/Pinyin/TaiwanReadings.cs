using Kunshan.Audio.Mandarin.Data;
using Kunshan.Audio.Mandarin.Words;

namespace Kunshan.Audio.Mandarin.Pinyin;

/// <summary>Where Guoyu of Taiwan differs from Putonghua: characters, words, and the conjunction 和.</summary>
internal sealed class TaiwanReadings
{
    private readonly Dictionary<(char Character, string From), Syllable> characters = [];
    private readonly Dictionary<string, Syllable[]> words = new(StringComparer.Ordinal);
    private readonly Dictionary<char, Syllable> alone = [];

    public TaiwanReadings()
    {
        foreach (var row in Table.Rows("taiwan"))
        {
            var reading = SyllableText.ParseAll(row[3])!.ToArray();
            switch (row[0])
            {
                case "character":
                    characters[(row[1][0], row[2])] = reading[0];
                    break;
                case "word":
                    words[row[1]] = reading;
                    break;
                default:
                    alone[row[1][0]] = reading[0];
                    break;
            }
        }
    }

    /// <summary>Changes citation readings in place; what a lexicon gave stays.</summary>
    public void Apply(string shadow, IReadOnlyList<LineWord> line, Span<SpokenUnit> units)
    {
        for (var i = 0; i < units.Length; i++)
        {
            var word = line[units[i].Word];
            if (word.Piece is { Syllables.IsEmpty: false })
            {
                continue;
            }

            if (word.Length == 1 && word.Piece is null && alone.TryGetValue(units[i].Character, out var single) && single.Letters.Length > 0)
            {
                units[i].Read(single);
            }
            else if (characters.TryGetValue((units[i].Character, units[i].Syllable.Citation), out var other))
            {
                units[i].Read(other);
            }

            ApplyWord(shadow, units, i);
        }
    }

    private void ApplyWord(string shadow, Span<SpokenUnit> units, int at)
    {
        if (at == 0 || units[at].Source != units[at - 1].Source + 1 || !words.TryGetValue(shadow.Substring(units[at - 1].Source, 2), out var reading))
        {
            return;
        }

        units[at - 1].Read(reading[0]);
        units[at].Read(reading[1]);
    }
}
