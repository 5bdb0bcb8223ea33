using System.Collections.Frozen;
using Kunshan.Audio.Mandarin.Data;
using Kunshan.Audio.Mandarin.Words;

namespace Kunshan.Audio.Mandarin.Pinyin;

/// <summary>Neutral tones that no word list holds: suffixes after a noun, the second half of reduplicated verbs, erhua.</summary>
internal sealed class NeutralTones
{
    private readonly FrozenSet<string> erhua = Table.Set("erhua");

    /// <summary>Changes citation tones in place.</summary>
    public void Apply(string shadow, IReadOnlyList<LineWord> words, Span<SpokenUnit> units)
    {
        for (var i = 0; i < units.Length; i++)
        {
            var unit = units[i];
            if (i == 0 || words[unit.Word].Piece is not null)
            {
                continue;
            }

            if (unit.Character == '儿' && unit.Letters == "er" && IsSuffix(shadow, words[unit.Word], unit, units[i - 1]))
            {
                units[i].Read(new Syllable("r", 5));
            }
            else if (IsRepeatedVerb(words, units, i))
            {
                units[i].Read(new Syllable(unit.Letters, 5));
            }
        }
    }

    // 一会儿, 花儿: 儿 alone after a syllable of the table of bases.
    private bool IsSuffix(string shadow, LineWord word, SpokenUnit unit, SpokenUnit before) =>
        word.Length == 1 && before.Source == unit.Source - 1 && erhua.Contains(shadow.Substring(before.Source, 1));

    // 听听, 试试: the same verb twice, each a word of its own.
    private static bool IsRepeatedVerb(IReadOnlyList<LineWord> words, ReadOnlySpan<SpokenUnit> units, int at) =>
        units[at].Character == units[at - 1].Character && units[at].Character is '看' or '听' or '试' or '想' or '说' or '走' or '谈' or '问' or '聊' or '坐' or '等' or '尝'
        && units[at].Source == units[at - 1].Source + 1 && words[units[at].Word].Length <= 2;
}
