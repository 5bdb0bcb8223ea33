namespace Kunshan.Audio.Reading.Repair;

/// <summary>Half-width marks in Chinese text become full-width; those inside numbers, times, Latin and addresses stay.</summary>
internal static class PunctuationRepair
{
    private const string Half = ",:;?!";
    private const string Full = "，：；？！";

    public static IEnumerable<TextEdit> Find(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var kind = Half.IndexOf(text[i], StringComparison.Ordinal);
            if (kind >= 0 && IsChineseThere(text, i))
            {
                yield return new(i, 1, Full[kind].ToString(), new("KA-READ-HALFWIDTH", Severity.Information, new($"“{text[i]}” between Chinese characters was made full-width.", $"汉字之间的“{text[i]}”已改为全角。")));
            }
            else if (text[i] == '.' && i > 0 && Chars.IsHan(text[i - 1]) && (i + 1 == text.Length || Chars.IsChinese(text[i + 1])))
            {
                yield return new(i, 1, "。", new("KA-READ-HALFWIDTH", Severity.Information, new("“.” at the end of a Chinese sentence was made full-width.", "汉语句末的“.”已改为全角。")));
            }
        }
    }

    private static bool IsChineseThere(string text, int at)
    {
        var left = Neighbour(text, at, -1);
        var right = Neighbour(text, at, 1);
        var opensAddress = text[at] == ':' && right == '/';
        return !opensAddress && (IsChinese(left) || (IsChinese(right) && left != '\0'));
    }

    private static bool IsChinese(char c) => c != '\0' && Chars.IsChinese(c);

    private static char Neighbour(string text, int at, int step)
    {
        at += step;
        while (at >= 0 && at < text.Length && text[at] == ' ')
        {
            at += step;
        }

        return at >= 0 && at < text.Length ? text[at] : '\0';
    }
}
