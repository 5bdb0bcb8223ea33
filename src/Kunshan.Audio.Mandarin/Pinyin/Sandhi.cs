using Kunshan.Audio.Mandarin.Words;

namespace Kunshan.Audio.Mandarin.Pinyin;

/// <summary>Surface tones of 一, 不 and third tones inside one clause.</summary>
internal sealed class Sandhi(WordTable table)
{
    private const string Digits = "〇零一二三四五六七八九幺";
    private const string OrdinalAfter = "月日号楼级等班期";
    private const string FullOneBefore = "第十初之百分零点〇幺其万统专单唯划归";

    /// <summary>Changes tones in place; the units lie between two pauses.</summary>
    public void Apply(Span<SpokenUnit> clause)
    {
        for (var i = 0; i < clause.Length; i++)
        {
            clause[i].Tone = clause[i].Character switch
            {
                '一' when clause[i].Letters == "yi" && clause[i].Citation == 1 => One(clause, i),
                '不' when clause[i].Letters == "bu" && clause[i].Citation == 4 => Not(clause, i),
                _ => clause[i].Tone,
            };
        }

        ThirdTones(clause);
    }

    private static int Not(ReadOnlySpan<SpokenUnit> clause, int at)
    {
        if (at > 0 && at + 1 < clause.Length && clause[at - 1].Character == clause[at + 1].Character && clause[at - 1].Character != '\0')
        {
            return 5; // 好不好
        }

        return at + 1 < clause.Length && clause[at + 1].Citation == 4 ? 2 : 4;
    }

    private static int One(ReadOnlySpan<SpokenUnit> clause, int at)
    {
        var before = at > 0 ? clause[at - 1].Character : '\0';
        var after = at + 1 < clause.Length ? clause[at + 1].Character : '\0';
        if (before != '\0' && before == after && before != '一' && (at < 2 || clause[at - 2].Character != '一'))
        {
            return 5; // 看一看
        }

        if (at + 1 == clause.Length || (clause[at + 1].Word != clause[at].Word && EndsWord(clause, at)))
        {
            return 1;
        }

        return IsNumeral(clause, at, before, after) ? 1 : clause[at + 1] is { Citation: 4 } or { Character: '个' } ? 2 : 4;
    }

    // 第一, 十一, 一九七八, 百分之一, 一月; but 一千, 一百 and 一万 inside a number count.
    private static bool IsNumeral(ReadOnlySpan<SpokenUnit> clause, int at, char before, char after)
    {
        var sameWord = at > 0 && clause[at - 1].Word == clause[at].Word;
        if (after is '千' or '百' or '万' or '亿')
        {
            return before == '第' || (sameWord && (before == '点' || (IsDigit(before) && before != '零')));
        }

        return before == '第'
            || after == '十'
            || (sameWord && FullOneBefore.Contains(before, StringComparison.Ordinal))
            || IsDigit(after)
            || IsDigit(before)
            || (after != '\0' && OrdinalAfter.Contains(after, StringComparison.Ordinal));
    }

    private static bool IsDigit(char character) => character != '\0' && Digits.Contains(character, StringComparison.Ordinal);

    private static bool EndsWord(ReadOnlySpan<SpokenUnit> clause, int at) => at > 0 && clause[at - 1].Word == clause[at].Word;

    private void ThirdTones(Span<SpokenUnit> clause)
    {
        var begin = 0;
        while (begin < clause.Length)
        {
            var end = begin + 1;
            while (end < clause.Length && clause[end].Word == clause[begin].Word)
            {
                end++;
            }

            InsideWord(clause[begin..end]);
            begin = end;
        }

        Monosyllables(clause);
    }

    // 33 → 23, (33)3 → 223, 3(33) → 323, by the words that the word itself is made of.
    private void InsideWord(Span<SpokenUnit> word)
    {
        var at = 0;
        while (at < word.Length)
        {
            var end = at;
            while (end < word.Length && word[end].Tone == 3)
            {
                end++;
            }

            Run(word, at, end);
            at = Math.Max(end, at + 1);
        }
    }

    private void Run(Span<SpokenUnit> word, int begin, int end)
    {
        if (end - begin == 3 && word.Length == 3 && IsRightBranching(word))
        {
            word[begin + 1].Tone = 2;
            return;
        }

        if (end - begin == 4 && word.Length == 4)
        {
            word[begin].Tone = 2;
            word[begin + 2].Tone = 2;
            return;
        }

        for (var i = begin; i < end - 1; i++)
        {
            word[i].Tone = 2;
        }
    }

    private bool IsRightBranching(ReadOnlySpan<SpokenUnit> word)
    {
        Span<char> text = [word[0].Character, word[1].Character, word[2].Character];
        var left = table.Find(text[..2]);
        var right = table.Find(text[1..]);
        return right != WordTable.Root && (left == WordTable.Root || table.LogFrequency(right) > table.LogFrequency(left));
    }

    // Across words only where both are of one syllable.
    private static void Monosyllables(Span<SpokenUnit> clause)
    {
        for (var i = clause.Length - 2; i >= 0; i--)
        {
            if (clause[i].Tone == 3 && clause[i + 1].Citation == 3 && clause[i + 1].Tone is 3 or 2 && clause[i].Word != clause[i + 1].Word && IsAlone(clause, i) && IsAlone(clause, i + 1) && clause[i + 1].Tone == 3)
            {
                clause[i].Tone = 2;
            }
        }
    }

    private static bool IsAlone(ReadOnlySpan<SpokenUnit> clause, int at) =>
        (at == 0 || clause[at - 1].Word != clause[at].Word) && (at + 1 == clause.Length || clause[at + 1].Word != clause[at].Word);
}
