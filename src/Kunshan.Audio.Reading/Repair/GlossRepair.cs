namespace Kunshan.Audio.Reading.Repair;

/// <summary>Takes readings in brackets after a character out of the text, and keeps them as evidence. A bracket whose letters are no reading of the character before is content and stays. What is left of a gloss whose character was lost becomes one mark for that character.</summary>
internal sealed class GlossRepair(IReadingTable table)
{
    /// <summary>The mark for a lost character.</summary>
    public const char LostMark = '\u25A1';

    private const int LongestReading = 8;

    public IEnumerable<TextEdit> Find(string text)
    {
        for (var i = 1; i < text.Length; i++)
        {
            var edit = text[i] switch
            {
                '(' or '（' when Chars.IsHan(text[i - 1]) => Gloss(text, i),
                '?' or '？' when Chars.IsHan(text[i - 1]) => LostGloss(text, i),
                _ => null,
            };
            if (edit is { } found)
            {
                yield return found;
                i += found.Length - 1;
            }
        }
    }

    private TextEdit? Gloss(string text, int at)
    {
        var end = ReadingEnd(text, at + 1);
        if (end < 0)
        {
            return null;
        }

        var reading = text[(at + 1)..end].Trim();
        return table.IsReadingOf(text[at - 1], reading)
            ? new(at, end + 1 - at, "", new("KA-READ-GLOSS", Severity.Information, new($"The gloss “{text[at - 1]}({reading})” was taken out of the text and kept as evidence.", $"注音“{text[at - 1]}({reading})”已移出正文，作为读音依据保留。"), reading))
            : null;
    }

    /// <summary><c>張?zhí)?</c>: the question marks stand for bytes that were lost with the character.</summary>
    private static TextEdit? LostGloss(string text, int at)
    {
        var end = ReadingEnd(text, at + 1);
        if (end < 0)
        {
            return null;
        }

        var after = end + 1 < text.Length && text[end + 1] is '?' or '？' ? end + 2 : end + 1;

        // The last question mark was a blank between two names.
        var separator = after > end + 1 && after < text.Length && Chars.IsHan(text[after]) ? " " : "";
        return new(at, after - at, LostMark + separator, new("KA-READ-LOST", Severity.Warning, new($"A character is lost after “{text[at - 1]}”: the source has “{text[at..after]}”. A mark stands for it and nothing is read there; mend the source if you know it.", $"“{text[at - 1]}”之后缺一字：原文为“{text[at..after]}”。此处以 {LostMark} 代替且不朗读；如知原字请修改原文。")));
    }

    /// <summary>The closing bracket after letters of a reading; −1 when there is none.</summary>
    private static int ReadingEnd(string text, int start)
    {
        var end = start;
        while (end < text.Length && end - start <= LongestReading && (Chars.IsPinyinLetter(text[end]) || text[end] == ' '))
        {
            end++;
        }

        return end > start && end < text.Length && text[end] is ')' or '）' ? end : -1;
    }
}
