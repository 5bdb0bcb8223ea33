namespace Kunshan.Audio.Reading.Repair;

/// <summary>Half-width marks in Chinese text become full-width; those inside numbers, times, Latin and addresses stay, and so do brackets: what stands in them is content.</summary>
internal static class PunctuationRepair
{
    private const string Half = ",:;?!";
    private const string Full = "，：；？！";

    // A mark made full-width is a Chinese neighbour to the next: passes both ways settle a run of marks.
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
        }

        for (var i = 0; i < text.Length; i++)
        {
            if (now[i] != text[i])
            {
                yield return new(i, 1, now[i].ToString(), Said(text[i]));
            }
        }
    }

    private static Finding Said(char mark) => mark switch
    {
        '.' => new("KA-READ-HALFWIDTH", Severity.Information, new("“.” at the end of a Chinese sentence was made full-width.", "汉语句末的“.”已改为全角。")),
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
