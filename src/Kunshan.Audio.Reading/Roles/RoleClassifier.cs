using System.Text.RegularExpressions;
using Kunshan.Audio.Reading.Repair;

namespace Kunshan.Audio.Reading.Roles;

/// <summary>What each block is in a news article: by its format where that says it, by marker words, else by length, marks and place. For any article, not for one site.</summary>
internal sealed partial class RoleClassifier(IReadOnlyList<RepairedBlock> blocks)
{
    private const int LongestHeading = 34;
    private const int LongestTitle = 60;
    private const int LongestDateline = 60;
    private const int LongestFurniture = 90;
    private const int LongestEchoCaption = 16;
    private const int LongParagraph = 100;
    private readonly string[] texts = [.. blocks.Select(block => block.Text.Text)];
    private readonly BlockRole?[] roles = [.. blocks.Select(block => block.Raw.Role)];

    /// <summary>One role a block.</summary>
    public IReadOnlyList<BlockRole> Classify()
    {
        ByMarkers();
        Title();
        Datelines();
        Headings();
        Lead();
        return [.. roles.Select(role => role ?? BlockRole.Paragraph)];
    }

    private void ByMarkers()
    {
        for (var i = 0; i < texts.Length; i++)
        {
            if (roles[i] is not null)
            {
                continue;
            }

            var text = texts[i];
            var role = RoleMarkers.AtStart(text);
            roles[i] = role switch
            {
                BlockRole.Caption => BlockRole.Caption,
                BlockRole.Byline when IsFurniture(text) && !IsSpeech(text) => role,
                BlockRole.Credit or BlockRole.Source when IsFurniture(text) => role,
                BlockRole.Copyright or BlockRole.Other when text.Length <= LongestFurniture * 2 => role,
                _ when text.Length <= LongestFurniture && Reporters.IsMatch(text) && !IsSpeech(text) => BlockRole.Byline,
                _ when text.Length <= LongestFurniture && NameAndMedium.IsMatch(text) => BlockRole.Byline,
                _ when text.Length <= LongestFurniture && IsPicture(text) => BlockRole.Caption,
                _ when text.Length <= LongestFurniture && RoleMarkers.Within(text) is { } within => within,
                _ => null,
            };
        }
    }

    /// <summary>A line of names, not a sentence about somebody: short, and what follows the marker is set off or is short too.</summary>
    private static bool IsFurniture(string text) => text.Length <= LongestFurniture && !text.Contains('。', StringComparison.Ordinal) && (Separator.IsMatch(text) || text.Length <= 16);

    /// <summary>An interview's question after 記者：, not a line of names.</summary>
    private static bool IsSpeech(string text) => text.AsSpan().IndexOfAny("？！“”…") >= 0;

    private static bool IsPicture(string text) => text[^1] != '。' && (RoleMarkers.AtEnd(text) == BlockRole.Caption || RoleMarkers.EndsInPictureCredit(text));

    private void Title()
    {
        if (roles.Contains(BlockRole.Title) || texts.Length < 2)
        {
            return;
        }

        if (roles[0] is null or BlockRole.Heading && IsShortLine(texts[0], LongestTitle) && !AgencyHead.IsMatch(texts[0]) && !IsDateline(texts[0]))
        {
            roles[0] = BlockRole.Title;
        }
    }

    private void Datelines()
    {
        var body = FirstBody();
        for (var i = 0; i < body; i++)
        {
            if (roles[i] is null && IsDateline(texts[i]))
            {
                roles[i] = BlockRole.Dateline;
            }
            else if (roles[i] is null && i > 0 && IsShortLine(texts[i], LongestTitle) && (roles[i - 1] == BlockRole.Title || Echo.Shares(texts[i], texts[0], LongestTitle, 4)))
            {
                roles[i] = BlockRole.Subtitle;
            }
        }
    }

    private void Headings()
    {
        var body = FirstBody();

        // Where paragraphs are short, a short question is one of them; among long ones it is a heading.
        var standsOut = MedianParagraph(body) >= LongParagraph;
        for (var i = body + 1; i < texts.Length; i++)
        {
            if (roles[i] is null && Echo.IsNamedPicture(texts[i]) && Neighbours(i).Any(text => Echo.Shares(texts[i].TrimEnd('。'), text, LongestHeading, 2)))
            {
                roles[i] = BlockRole.Caption;
            }

            if (roles[i] is not null || !IsShortLine(texts[i], LongestHeading) || (texts[i][^1] is '？' && (!standsOut || Questioner.IsMatch(texts[i]))))
            {
                continue;
            }

            var isFollowedByText = Enumerable.Range(i + 1, texts.Length - i - 1).Select(at => roles[at]).FirstOrDefault(role => role is not BlockRole.Caption) is null or BlockRole.Paragraph or BlockRole.List or BlockRole.Quotation
                && Enumerable.Range(i + 1, texts.Length - i - 1).Any(at => roles[at] is null or BlockRole.Paragraph && !IsShortLine(texts[at], LongestHeading));
            roles[i] = IsEcho(i) ? BlockRole.Caption : isFollowedByText ? BlockRole.Heading : null;
        }
    }

    private IEnumerable<string> Neighbours(int at) => Enumerable.Range(at - 2, 5).Where(i => i != at && i >= 0 && i < texts.Length).Select(i => texts[i]);

    private int MedianParagraph(int body)
    {
        int[] lengths = [.. texts.Skip(body).Where((text, i) => roles[body + i] is null or BlockRole.Paragraph && IsSentence(text)).Select(text => text.Length).Order()];
        return lengths.Length == 0 ? 0 : lengths[lengths.Length / 2];
    }

    /// <summary>A short line whose words stand in the paragraph above or below names a picture.</summary>
    private bool IsEcho(int at)
    {
        var line = texts[at].TrimEnd('。');
        return line.Length is >= 2 and <= LongestEchoCaption
            && ((at > 0 && texts[at - 1].Contains(line, StringComparison.Ordinal)) || (at > 1 && texts[at - 2].Contains(line, StringComparison.Ordinal)));
    }

    private void Lead()
    {
        var body = FirstBody();
        if (body < texts.Length && roles[body] is null or BlockRole.Paragraph)
        {
            roles[body] = BlockRole.Lead;
        }
    }

    /// <summary>The first block of running text.</summary>
    private int FirstBody()
    {
        for (var i = 0; i < texts.Length; i++)
        {
            if (roles[i] is null or BlockRole.Paragraph && !IsShortLine(texts[i], LongestTitle) && !IsDateline(texts[i]))
            {
                return i;
            }
        }

        // Nothing but short lines: the first that has no role.
        var first = Array.FindIndex(roles, role => role is null or BlockRole.Paragraph);
        return first < 0 ? texts.Length : first;
    }

    private static bool IsShortLine(string text, int longest) => text.Length <= longest && !IsSentence(text);

    private static bool IsSentence(string text) => text.TrimEnd('”', '」', '』', '）')[^1..] is "。" or "！" or "；" or "，" || text.Contains('。', StringComparison.Ordinal);

    private static bool IsDateline(string text) => text.Length <= LongestDateline && !text.Contains('。', StringComparison.Ordinal) && Date.IsMatch(text) && !AgencyHead.IsMatch(text);

    /// <summary>Somebody's reporter, then names: 某某融媒記者 | 甲 乙.</summary>
    [GeneratedRegex(@"^[^\s。，]{0,12}(?:记者|記者|通讯员|通訊員)\s?(?:[|｜:：/／丨]|\s)[^。，]{2,60}$", RegexOptions.None, 1000)]
    private static partial Regex Reporters { get; }

    [GeneratedRegex(@"[|｜:：/／丨]|\s", RegexOptions.None, 1000)]
    private static partial Regex Separator { get; }

    [GeneratedRegex(@"\d{4}[-./年]\s?\d{1,2}[-./月]\s?\d{1,2}|\d{1,2}月\d{1,2}日\s?\d{1,2}[:：]\d{2}|^\d{1,2}月\d{1,2}日$|\d{1,2}[:：]\d{2}(?:[:：]\d{2})?$", RegexOptions.None, 1000)]
    private static partial Regex Date { get; }

    [GeneratedRegex(@"^(?:\p{IsCJKUnifiedIdeographs}{2,4}[、 ]?){1,4}[/／](?:\p{IsCJKUnifiedIdeographs}{2,10})$", RegexOptions.None, 1000)]
    private static partial Regex NameAndMedium { get; }

    // 记者：…？ and 问：…？ open a question of an interview.
    [GeneratedRegex(@"^\S{1,6}：", RegexOptions.None, 1000)]
    private static partial Regex Questioner { get; }

    [GeneratedRegex(@"^[（(]?\S{0,12}(?:社|报|報|网|網|新闻|新聞)\S{0,20}(?:电|電|讯|訊)[）)\s（(，]", RegexOptions.None, 1000)]
    private static partial Regex AgencyHead { get; }
}
