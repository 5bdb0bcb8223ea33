namespace Kunshan.Audio.Reading.Repair;

/// <summary>Half-width marks in Chinese text become full-width; those inside numbers, times, Latin and addresses stay. Brackets round Chinese become full-width in pairs; round Latin or digits they stay.</summary>
internal static class PunctuationRepair
{
    private const string Half = ",:;?!";
    private const string Full = "，：；？！";

    // A mark made full-width is a Chinese neighbour to the next: passes both ways settle a run of marks; more are for brackets inside brackets.
    private const int MostPasses = 8;

    public static IEnumerable<TextEdit> Find(string text)
    {
        var now = text.ToCharArray();
        var hasChanged = true;
        for (var pass = 0; pass < MostPasses && hasChanged; pass++)
        {
            hasChanged = false;
            for (var at = 0; at < now.Length; at++)
            {
                hasChanged |= Widen(now, at);
            }

            for (var at = now.Length - 1; at >= 0; at--)
            {
                hasChanged |= Widen(now, at);
            }

            hasChanged |= WidenBrackets(now);
        }

        for (var i = 0; i < text.Length; i++)
        {
            if (now[i] != text[i])
            {
                yield return new(i, 1, now[i].ToString(), Said(text[i]));
            }
        }
    }

    private static Finding? Said(char mark) => mark switch
    {
        '.' => new("KA-READ-HALFWIDTH", Severity.Information, new("“.” at the end of a Chinese sentence was made full-width.", "汉语句末的“.”已改为全角。")),
        '(' => new("KA-READ-HALFWIDTH", Severity.Information, new("Brackets round Chinese characters were made full-width.", "汉字两侧的括号已改为全角。")),
        ')' => null,
        _ => new("KA-READ-HALFWIDTH", Severity.Information, new($"“{mark}” between Chinese characters was made full-width.", $"汉字之间的“{mark}”已改为全角。")),
    };

    private static bool Widen(char[] text, int at)
    {
        var kind = Half.IndexOf(text[at], StringComparison.Ordinal);
        if (kind >= 0 && IsChineseThere(text, at))
        {
            text[at] = Full[kind];
            return true;
        }

        if (text[at] == '.' && at > 0 && Chars.IsHan(text[at - 1]) && (at + 1 == text.Length || Chars.IsChinese(text[at + 1])))
        {
            text[at] = '。';
            return true;
        }

        return false;
    }

    private static bool WidenBrackets(char[] text)
    {
        var open = new Stack<int>();
        var hasChanged = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '(')
            {
                open.Push(i);
            }
            else if (text[i] == ')' && open.TryPop(out var start) && IsRoundChinese(text, start, i))
            {
                (text[start], text[i]) = ('（', '）');
                hasChanged = true;
            }
        }

        return hasChanged;
    }

    private static bool IsRoundChinese(char[] text, int open, int close) =>
        close > open + 1 && Chars.IsChinese(text[open + 1]) && Chars.IsChinese(text[close - 1])
        && (IsChinese(Neighbour(text, open, -1)) || IsChinese(Neighbour(text, close, 1)));

    private static bool IsChineseThere(char[] text, int at)
    {
        var left = Neighbour(text, at, -1);
        var right = Neighbour(text, at, 1);
        var opensAddress = text[at] == ':' && right == '/';
        return !opensAddress && (IsChinese(left) || (IsChinese(right) && left != '\0'));
    }

    private static bool IsChinese(char c) => c != '\0' && Chars.IsChinese(c);

    private static char Neighbour(char[] text, int at, int step)
    {
        at += step;
        while (at >= 0 && at < text.Length && text[at] == ' ')
        {
            at += step;
        }

        return at >= 0 && at < text.Length ? text[at] : '\0';
    }
}
