namespace Kunshan.Audio.Reading.Repair;

/// <summary>Drops blanks at the edges, beside Chinese marks, and between hanzi of running text; in a line of names or a headline a blank between hanzi is a separator and stays.</summary>
internal static class BlankRepair
{
    private const string RunningMarks = "，。；！？";

    public static IEnumerable<TextEdit> Find(string text)
    {
        var isRunning = text.AsSpan().IndexOfAny(RunningMarks) >= 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != ' ')
            {
                continue;
            }

            var end = i;
            while (end < text.Length && text[end] == ' ')
            {
                end++;
            }

            var kept = Kept(text, i, end, isRunning);
            if (kept.Length != end - i)
            {
                var isEdge = i == 0 || end == text.Length;
                yield return new(i, end - i, kept, isEdge ? null : new("KA-READ-BLANK", Severity.Information, new("Stray blanks were taken out.", "多余的空格已删去。")));
            }

            i = end;
        }
    }

    private static string Kept(string text, int start, int end, bool isRunning)
    {
        if (start == 0 || end == text.Length)
        {
            return "";
        }

        var (left, right) = (text[start - 1], text[end]);
        var isStray = Chars.IsChineseMark(left) && left != GlossRepair.LostMark && left is not ('\u201D' or '\u2019')
            || Chars.IsChineseMark(right) && right is not ('\u201C' or '\u2018' or '（')
            || (isRunning && Chars.IsChinese(left) && Chars.IsChinese(right));
        return isStray ? "" : " ";
    }
}
