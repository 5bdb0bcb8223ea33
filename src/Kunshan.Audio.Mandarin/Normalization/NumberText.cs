using System.Text;

namespace Kunshan.Audio.Mandarin.Normalization;

/// <summary>Numbers in words, Simplified script.</summary>
internal static class NumberText
{
    private const string Digits = "零一二三四五六七八九";
    private static readonly string[] Groups = ["", "万", "亿", "万亿", "亿亿"];

    /// <summary>Digit by digit; with <paramref name="yao"/> 1 is 幺, as in telephone numbers.</summary>
    public static string ByDigit(ReadOnlySpan<char> digits, bool yao = false)
    {
        var text = new StringBuilder(digits.Length);
        foreach (var digit in digits)
        {
            if (char.IsAsciiDigit(digit))
            {
                text.Append(yao && digit == '1' ? '幺' : Digits[digit - '0']);
            }
        }

        return text.ToString();
    }

    /// <summary>A number with optional thousands commas and decimals; 两 stands at the head before 千, 万, 亿. More than 20 digits are read one by one.</summary>
    public static string Of(ReadOnlySpan<char> number)
    {
        var plain = number.ToString().Replace(",", "", StringComparison.Ordinal);
        var point = plain.IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? plain : plain[..point];
        var text = whole.Length > 20 ? ByDigit(whole) : Whole(whole);
        return point < 0 ? text : $"{text}点{ByDigit(plain.AsSpan(point + 1))}";
    }

    private static string Whole(string digits)
    {
        digits = digits.TrimStart('0');
        if (digits.Length == 0)
        {
            return "零";
        }

        var text = new StringBuilder();
        var pendingZero = false;
        for (var group = (digits.Length - 1) / 4; group >= 0; group--)
        {
            var end = digits.Length - (group * 4);
            var part = digits[Math.Max(0, end - 4)..end];
            if (part.All(digit => digit == '0'))
            {
                pendingZero = text.Length > 0;
                continue;
            }

            if (text.Length > 0 && (pendingZero || part[0] == '0'))
            {
                text.Append('零');
            }

            AppendGroup(text, part.TrimStart('0'), text.Length == 0, group > 0);
            text.Append(Groups[group]);
            pendingZero = false;
        }

        return text.ToString();
    }

    private static void AppendGroup(StringBuilder text, string part, bool isHead, bool hasUnit)
    {
        var zero = false;
        for (var i = 0; i < part.Length; i++)
        {
            var power = part.Length - 1 - i;
            if (part[i] == '0')
            {
                zero = true;
                continue;
            }

            if (zero)
            {
                text.Append('零');
                zero = false;
            }

            var headless = power == 1 && i == 0 && part[0] == '1' && isHead;
            var pair = part[i] == '2' && i == 0 && isHead && (power == 3 || (power == 0 && hasUnit));
            if (!headless)
            {
                text.Append(pair ? '两' : Digits[part[i] - '0']);
            }

            text.Append(power switch { 1 => "十", 2 => "百", 3 => "千", _ => "" });
        }
    }
}
