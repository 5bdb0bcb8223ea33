using System.Globalization;
using System.Text;

namespace Kunshan.Audio.Mandarin.Pinyin;

/// <summary>Pinyin as text: with tone marks (<c>lǚ</c>), with tone digits (<c>lv3</c>, <c>lü3</c>, <c>lu:3</c>), or without tone.</summary>
public static class SyllableText
{
    private const string Vowels = "aoeiuü";

    /// <summary>Reads one syllable. A neutral tone is a missing mark or the digit 5 or 0.</summary>
    /// <returns>Whether the text has the form of a syllable; whether the syllable exists is the table's business.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out Syllable syllable)
    {
        syllable = default;
        text = text.Trim();
        if (text.IsEmpty || text.Length > 10)
        {
            return false;
        }

        var letters = new StringBuilder(8);
        var tone = 5;
        foreach (var unit in text.ToString().Normalize(NormalizationForm.FormD))
        {
            if (!TakeUnit(unit, letters, ref tone))
            {
                return false;
            }
        }

        if (letters.Length is 0 or > 7)
        {
            return false;
        }

        syllable = new Syllable(letters.ToString(), tone);
        return true;
    }

    /// <summary>Reads syllables parted by blanks, apostrophes or hyphens. Null when a part is no syllable.</summary>
    public static IReadOnlyList<Syllable>? ParseAll(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var syllables = new List<Syllable>();
        foreach (var part in text.Split([' ', '\u3000', '\'', '\u2019', '-'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!TryParse(part, out var syllable))
            {
                return null;
            }

            syllables.Add(syllable);
        }

        return syllables.Count == 0 ? null : syllables;
    }

    /// <summary>Writes a syllable with its tone mark: on a, o or e, else on the last vowel (GB/T 16159).</summary>
    public static string WithMark(string letters, int tone)
    {
        ArgumentNullException.ThrowIfNull(letters);
        var plain = letters.Replace('v', 'ü');
        var at = MarkedVowel(plain);
        if (tone is < 1 or > 4 || at < 0)
        {
            return plain;
        }

        return (plain[..(at + 1)] + "\u0304\u0301\u030C\u0300"[tone - 1] + plain[(at + 1)..]).Normalize(NormalizationForm.FormC);
    }

    private static bool TakeUnit(char unit, StringBuilder letters, ref int tone)
    {
        switch (unit)
        {
            case '\u0302': return true; // ê, a syllable of its own
            case '\u0304': tone = 1; return true;
            case '\u0301': tone = 2; return true;
            case '\u030C' or '\u0306': tone = 3; return true;
            case '\u0300': tone = 4; return true;
            case '\u0308' when letters.Length > 0 && letters[^1] == 'u':
            case ':' when letters.Length > 0 && letters[^1] == 'u':
                letters[^1] = 'v';
                return true;
            case >= '0' and <= '5':
                tone = unit == '0' ? 5 : unit - '0';
                return letters.Length > 0;
            case '\u0251': letters.Append('a'); return true;
            case '\u0261': letters.Append('g'); return true;
            default:
                var lower = char.ToLower(unit, CultureInfo.InvariantCulture);
                letters.Append(lower);
                return lower is >= 'a' and <= 'z';
        }
    }

    private static int MarkedVowel(string letters)
    {
        var best = letters.IndexOfAny(['a', 'e']);
        if (best < 0)
        {
            best = letters.IndexOf('o', StringComparison.Ordinal);
        }

        return best >= 0 ? best : letters.LastIndexOfAny([.. Vowels, 'm', 'n']);
    }
}
