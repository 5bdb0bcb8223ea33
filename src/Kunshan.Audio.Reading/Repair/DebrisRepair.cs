using System.Text.RegularExpressions;

namespace Kunshan.Audio.Reading.Repair;

/// <summary>Mends the remains of tags. Where a converter lost the characters before one (<c>?!?/span&gt;</c>), the sentence's own evidence says which: a quotation that is still open is closed.</summary>
internal static partial class DebrisRepair
{
    private const string Openers = "“「『";
    private const string Closers = "”」』";

    public static IEnumerable<TextEdit> Find(string text)
    {
        foreach (Match match in Debris.Matches(text))
        {
            var replacement = Replacement(text, match);
            yield return new(match.Index, match.Length, replacement, new(
                "KA-READ-DEBRIS",
                Severity.Information,
                replacement.Length > 0
                    ? new($"“{match.Value}” is what a converter left of “{replacement}” and a tag; it was mended.", $"“{match.Value}”是转换时损坏的“{replacement}”和标签，已修复。")
                    : new($"“{match.Value}” is the remains of a tag and was taken out.", $"“{match.Value}”是标签残余，已删去。")));
        }
    }

    private static string Replacement(string text, Match match)
    {
        // A question mark in the place of the opening bracket swallowed the end of the character before it.
        var lost = match.Groups["lost"].Length + (match.Groups["open"].ValueSpan is ['?' or '？', ..] ? 1 : 0);
        if (lost == 0)
        {
            return "";
        }

        var before = text.AsSpan(0, match.Index);
        var closer = OpenQuotation(before);
        var needsStop = before.Length > 0 && !Chars.IsSentenceEnd(before[^1]) && !Chars.IsChineseMark(before[^1]);
        return (closer, needsStop, lost) switch
        {
            ({ } mark, true, > 1) => $"。{mark}",
            ({ } mark, _, _) => $"{mark}",
            (null, true, _) => "。",
            _ => "",
        };
    }

    /// <summary>The mark that closes the quotation still open at the end; null when none is.</summary>
    private static char? OpenQuotation(ReadOnlySpan<char> text)
    {
        var open = new Stack<char>();
        foreach (var c in text)
        {
            if (Openers.Contains(c))
            {
                open.Push(Closers[Openers.IndexOf(c)]);
            }
            else if (open.Count > 0 && open.Peek() == c)
            {
                open.Pop();
            }
        }

        return open.Count > 0 ? open.Peek() : null;
    }

    [GeneratedRegex(@"(?<lost>[?？!！]{0,3})(?<open>[<＜?？]/?)(?:span|p|div|br|strong|em|b|i|a|u|font|section|td|tr|li)(?:\s[^<>]{0,200})?/?[>＞]", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Debris { get; }
}
