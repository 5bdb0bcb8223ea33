using System.Collections.Frozen;
using System.Text;
using Kunshan.Audio.Mandarin.Data;

namespace Kunshan.Audio.Mandarin.Words;

/// <summary>The shadow of a text: Simplified script, half-width letters and digits, full-width punctuation between hanzi; of the same UTF-16 length.</summary>
internal sealed class SimplifiedScript
{
    private readonly char[] units = new char[char.MaxValue + 1];
    private readonly Dictionary<int, int> astral = [];
    private readonly Dictionary<char, (string From, string To)[]> phrases;
    private readonly FrozenSet<string> zhuWords = Table.Set("zhu-words");
    private readonly bool[] isTraditional = new bool[char.MaxValue + 1];
    private readonly bool[] isSimplified = new bool[char.MaxValue + 1];

    public SimplifiedScript(DataFile data)
    {
        for (var i = 0; i < units.Length; i++)
        {
            units[i] = (char)i is >= '！' and <= '～' and not ('，' or '：' or '；' or '！' or '？' or '（' or '）') ? (char)(i - 0xFEE0) : (char)i;
        }

        ReadCharacters(data.Numbers<int>(DataSection.SimplifiedCharacters));
        phrases = data.Lines(DataSection.SimplifiedPhrases)
            .Select(line => line.Split('\t'))
            .GroupBy(parts => parts[0][0])
            .ToDictionary(group => group.Key, group => group.Select(parts => (parts[0], parts[1])).OrderByDescending(pair => pair.Item1.Length).ToArray());
    }

    /// <summary>The shadow.</summary>
    public string Of(string text)
    {
        if (text.Length == 0)
        {
            return text;
        }

        return string.Create(text.Length, (this, text), static (shadow, state) => state.Item1.Fill(state.text, shadow));
    }

    /// <summary>The script of a text by its characters: <c>zh-Hant</c>, or <c>zh-Hans</c> also when it shows neither.</summary>
    public string LanguageOf(ReadOnlySpan<char> text)
    {
        var balance = 0;
        foreach (var unit in text)
        {
            balance += isTraditional[unit] ? 1 : isSimplified[unit] ? -1 : 0;
        }

        return balance > 0 ? "zh-Hant" : "zh-Hans";
    }

    private void ReadCharacters(int[] pairs)
    {
        // 干, 后, 里 and the like are written in both scripts.
        var shared = Table.Set("shared-forms");
        for (var i = 0; i < pairs.Length; i += 2)
        {
            if (pairs[i] > char.MaxValue || pairs[i + 1] > char.MaxValue)
            {
                astral[pairs[i]] = pairs[i + 1];
                continue;
            }

            units[pairs[i]] = (char)pairs[i + 1];
            isTraditional[pairs[i]] = true;
            isSimplified[pairs[i + 1]] = true;
        }

        for (var i = 0; i < units.Length; i++)
        {
            isSimplified[i] &= !isTraditional[i] && !shared.Contains(((char)i).ToString());
        }
    }

    private void Fill(string text, Span<char> shadow)
    {
        var i = 0;
        while (i < text.Length)
        {
            if (phrases.TryGetValue(text[i], out var candidates) && Longest(candidates, text.AsSpan(i)) is { } simplified)
            {
                simplified.CopyTo(shadow[i..]);
                i += simplified.Length;
            }
            else if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                var rune = char.ConvertToUtf32(text[i], text[i + 1]);
                new Rune(astral.GetValueOrDefault(rune, rune)).EncodeToUtf16(shadow[i..]);
                i += 2;
            }
            else
            {
                shadow[i] = units[text[i]];
                i++;
            }
        }

        SeparateZhu(shadow);
        WidenPunctuation(shadow);
    }

    // 著 is 着 but in words of writing and fame: 著作, 著名, 名著.
    private void SeparateZhu(Span<char> shadow)
    {
        for (var i = 0; i < shadow.Length; i++)
        {
            if (shadow[i] == '著' && !(i + 1 < shadow.Length && zhuWords.Contains($"著{shadow[i + 1]}")) && !(i > 0 && zhuWords.Contains($"{shadow[i - 1]}著")))
            {
                shadow[i] = '着';
            }
        }
    }

    private static string? Longest((string From, string To)[] candidates, ReadOnlySpan<char> text)
    {
        foreach (var (from, to) in candidates)
        {
            if (text.StartsWith(from, StringComparison.Ordinal))
            {
                return to;
            }
        }

        return null;
    }

    private static void WidenPunctuation(Span<char> shadow)
    {
        for (var i = 1; i < shadow.Length; i++)
        {
            var wide = shadow[i] switch { ',' => '，', ':' => '：', ';' => '；', '?' => '？', '!' => '！', _ => '\0' };
            if (wide != '\0' && TouchesHanzi(shadow, i))
            {
                shadow[i] = wide;
            }
        }
    }

    // Between hanzi, or after a hanzi before a quotation mark or the end.
    private static bool TouchesHanzi(ReadOnlySpan<char> shadow, int at)
    {
        var before = shadow[at - 1];
        var after = at + 1 < shadow.Length ? shadow[at + 1] : '。';
        return (IsChinese(before) && !char.IsAsciiDigit(after)) || (IsChinese(before) && shadow[at] == ',') || (IsChinese(after) && before is not (',' or '.' or ':'));
    }

    private static bool IsChinese(char unit) => unit is (>= '\u3400' and <= '\u9fff') or (>= '\uf900' and <= '\ufaff') or '”' or '’' or '」' or '』' or '）' or '》' or '“' or '‘' or '「' or '『' or '（' or '《' or '。';
}
