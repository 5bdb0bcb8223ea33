using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Kunshan.Audio.Reading.Roles;

/// <summary>What the blocks say about the article: title, date, authors, source, rights. What the format says stands above it.</summary>
internal static partial class MetadataReading
{
    private const int LongestName = 5;

    public static ArticleMetadata Of(ImmutableArray<Block> blocks, GivenMetadata given, IReadingTable table, string path)
    {
        var title = blocks.FirstOrDefault(block => block.Role == BlockRole.Title)?.Text;
        return new()
        {
            Title = given.Title ?? title ?? TitleOfPath(path, blocks),
            Language = given.Language ?? table.LanguageOf(string.Concat(blocks.Select(block => block.Text))),
            Date = given.Date ?? blocks.Where(block => block.Role == BlockRole.Dateline).Select(block => DateOf(block.Text)).FirstOrDefault(date => date is not null),
            Authors = given.Authors.IsEmpty ? [.. blocks.Where(block => block.Role == BlockRole.Byline).SelectMany(block => NamesOf(block.Text))] : given.Authors,
            Publisher = given.Publisher,
            Source = given.Source ?? blocks.Where(block => block.Role == BlockRole.Source).Select(block => SourceOf(block.Text)).LastOrDefault() ?? blocks.Where(block => block.Role == BlockRole.Dateline).Select(block => InDateline.Match(block.Text)).Where(match => match.Success).Select(match => match.Groups["name"].Value).FirstOrDefault(),
            Rights = given.Rights ?? blocks.FirstOrDefault(block => block.Role == BlockRole.Copyright)?.Text,
            Identifier = given.Identifier,
        };
    }

    /// <summary>A day with its year; null where the year is not said.</summary>
    public static DateOnly? DateOf(string text)
    {
        var match = Day.Match(text);
        if (!match.Success)
        {
            return null;
        }

        int Part(string name) => int.Parse(match.Groups[name].Value, CultureInfo.InvariantCulture);
        var (year, month, day) = (Part("y"), Part("m"), Part("d"));
        return year > 0 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
    }

    private static IEnumerable<string> NamesOf(string byline)
    {
        var match = ByMarker.Match(byline);
        var names = match.Success ? byline[(match.Index + match.Length)..] : byline;
        return names.Split((char[])[' ', '、', '，', '|', '｜', '/', '）', ')'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(name => name.Length is >= 2 and <= LongestName && !name.Contains("记者", StringComparison.Ordinal) && !name.Contains("記者", StringComparison.Ordinal) && !name.Contains('员', StringComparison.Ordinal) && !name.Contains('員', StringComparison.Ordinal));
    }

    private static string SourceOf(string text)
    {
        var address = Address.Match(text);
        var colon = text.IndexOfAny(['：', ':', '|', '｜']);
        return address.Success ? address.Value : colon >= 0 && colon + 1 < text.Length ? text[(colon + 1)..].Trim() : text;
    }

    private static string TitleOfPath(string path, ImmutableArray<Block> blocks) =>
        Path.GetFileNameWithoutExtension(path) is { Length: > 0 } name && name != "-" ? name : blocks[0].Text[..Math.Min(30, blocks[0].Text.Length)];

    [GeneratedRegex(@"(?<y>\d{4})[-./年]\s?(?<m>\d{1,2})[-./月]\s?(?<d>\d{1,2})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Day { get; }

    [GeneratedRegex(@"^\S*?(?:记者|記者|作者|执笔|執筆|撰文|撰稿|采写|採寫|文|通讯员|通訊員)\s*[|｜:：/／丨]?\s*", RegexOptions.None, 1000)]
    private static partial Regex ByMarker { get; }

    [GeneratedRegex(@"(?:来源|來源)[:：]\s*(?<name>[^\s|｜]{2,30})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex InDateline { get; }

    [GeneratedRegex(@"https?://[^\s，。）)]+", RegexOptions.None, 1000)]
    private static partial Regex Address { get; }
}
