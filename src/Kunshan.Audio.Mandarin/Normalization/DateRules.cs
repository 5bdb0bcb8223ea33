using System.Globalization;
using System.Text.RegularExpressions;

namespace Kunshan.Audio.Mandarin.Normalization;

/// <summary>Dates, years, clock times and scores.</summary>
internal sealed partial class DateRules(RuleContexts contexts)
{

    [GeneratedRegex(@"\G(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Numeric { get; }

    [GeneratedRegex(@"\G(?:(\d{4})年)?(\d{1,2})月(?:(\d{1,2})([日号]))?(?!\d{0,2}[路线])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Calendar { get; }

    [GeneratedRegex(@"\G(\d{1,2})([日号])(?![线楼院店馆机桌院座厂井仓])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Day { get; }

    [GeneratedRegex(@"\G([01]?\d|2[0-4]):([0-5]\d)(?::([0-5]\d))?(?![\d:])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Time { get; }

    [GeneratedRegex(@"\G(\d{1,3})[:：∶](\d{1,6})(?![\d:：∶])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Pair { get; }

    [GeneratedRegex(@"\G(\d{1,2})[·•](\d{1,2})(?!\d)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Anniversary { get; }

    [GeneratedRegex(@"\G20[0-4]\d(?=[\u3400-\u9fff]{2})(?![万亿千百多余几来个名人家只项位条件次元米公分吨台辆套间户平立亩斤千克岁度克瓦升])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex BareYear { get; }

    [GeneratedRegex(@"\G(\d{4}|\d{2})(?:年代|后|(?:[-~～–—至/](\d{2,4}))?(?=年|财年|学年|赛季|年度|届毕业|级学生))", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex YearOnly { get; }

    public static int Date(Line line, int at, List<Piece> pieces)
    {
        if (char.IsAsciiDigit(line.At(at - 1)))
        {
            return at;
        }

        if (Numeric.Match(line.Shadow, at) is { Success: true } numeric && IsDate(numeric.Groups[3].ValueSpan, numeric.Groups[4].ValueSpan))
        {
            return Add(pieces, at, numeric.Length, $"{NumberText.ByDigit(numeric.Groups[1].ValueSpan)}年{Small(numeric.Groups[3])}月{Small(numeric.Groups[4])}日", "date", line);
        }

        if (Calendar.Match(line.Shadow, at) is { Success: true } calendar && IsDate(calendar.Groups[2].ValueSpan, calendar.Groups[3].Success ? calendar.Groups[3].ValueSpan : "1"))
        {
            var year = calendar.Groups[1].Success ? NumberText.ByDigit(calendar.Groups[1].ValueSpan) + "年" : "";
            var day = calendar.Groups[3].Success ? Small(calendar.Groups[3]) + calendar.Groups[4].Value : "";
            return Add(pieces, at, calendar.Length, $"{year}{Small(calendar.Groups[2])}月{day}", "date", line);
        }

        return Day.Match(line.Shadow, at) is { Success: true } single && IsDate("1", single.Groups[1].ValueSpan)
            ? Add(pieces, at, single.Length, Small(single.Groups[1]) + single.Groups[2].Value, "date", line)
            : at;
    }

    public int Clock(Line line, int at, List<Piece> pieces)
    {
        var match = Time.Match(line.Shadow, at);
        if (!match.Success || char.IsAsciiDigit(line.At(at - 1)) || (IsScore(line, at, match.Length) && !match.Groups[3].Success))
        {
            return at;
        }

        var hour = Small(match.Groups[1]);
        var minute = match.Groups[2].Value;
        var text = (hour == "二" ? "两" : hour) + "点" + (minute == "00" && !match.Groups[3].Success ? "" : Padded(minute) + "分");
        if (match.Groups[3].Success)
        {
            text += Padded(match.Groups[3].Value) + "秒";
        }

        return Add(pieces, at, match.Length, text, "clock", line);
    }

    public static int Score(Line line, int at, List<Piece> pieces)
    {
        var match = Pair.Match(line.Shadow, at);
        return match.Success && !char.IsAsciiDigit(line.At(at - 1))
            ? Add(pieces, at, match.Length, $"{NumberText.Of(match.Groups[1].ValueSpan)}比{NumberText.Of(match.Groups[2].ValueSpan)}", "score", line)
            : at;
    }

    public int Year(Line line, int at, List<Piece> pieces)
    {
        // 9·18 and 3·15 name days: digit by digit.
        if (Anniversary.Match(line.Shadow, at) is { Success: true } day && !char.IsAsciiDigit(line.At(at - 1)) && IsDate(day.Groups[1].ValueSpan, day.Groups[2].ValueSpan))
        {
            return Add(pieces, at, day.Length, NumberText.ByDigit(day.ValueSpan), "date", line);
        }

        var match = YearOnly.Match(line.Shadow, at);
        if (!match.Success && BareYear.Match(line.Shadow, at) is { Success: true } bare && !char.IsAsciiLetterOrDigit(line.At(at - 1)) && line.At(at - 1) is not ('.' or ',' or '第') && !Array.Exists(contexts.Quantity, word => line.EndsWith(at, word)))
        {
            return Add(pieces, at, bare.Length, NumberText.ByDigit(bare.ValueSpan), "year", line);
        }

        if (!match.Success || char.IsAsciiDigit(line.At(at - 1)) || line.At(at - 1) is '.' or ',')
        {
            return at;
        }

        var isYear = match.Groups[1].Length == 4;
        var suffix = match.Value[(match.Groups[2].Success ? match.Groups[2].Index + match.Groups[2].Length - at : match.Groups[1].Length)..];
        if (suffix == "年代")
        {
            return Add(pieces, at, match.Length, (isYear ? NumberText.ByDigit(match.Groups[1].ValueSpan) : NumberText.Of(match.Groups[1].ValueSpan)) + "年代", "year", line);
        }

        if (suffix == "后")
        {
            return !isYear && match.Groups[1].Value is [>= '5' or '0', '0' or '5'] && !Measured(line, at) ? Add(pieces, at, match.Length, NumberText.ByDigit(match.Groups[1].ValueSpan) + "后", "year", line) : at;
        }

        return (isYear && !IsQuantity(line, at, match.Length)) || line.At(at - 1) is '\'' or '’' ? AddYear(line, at, match, pieces) : at;
    }

    private static int AddYear(Line line, int at, Match match, List<Piece> pieces)
    {
        var withUnit = line.At(at + match.Length) == '年' ? 1 : 0;
        var unit = withUnit == 1 ? "年" : "";
        if (!match.Groups[2].Success)
        {
            return Add(pieces, at, match.Length + withUnit, NumberText.ByDigit(match.Groups[1].ValueSpan) + unit, "year", line);
        }

        return Add(pieces, at, match.Length + withUnit, $"{NumberText.ByDigit(match.Groups[1].ValueSpan)}至{NumberText.ByDigit(match.Groups[2].ValueSpan)}{unit}", "year", line);
    }

    // 近1300年 and 1300年历史 count years; 1300年 alone names one.
    private bool IsQuantity(Line line, int at, int length)
    {
        var year = int.Parse(line.Shadow.AsSpan(at, 4), CultureInfo.InvariantCulture);
        var after = at + length + 1;
        return year is < 1000 or > 2999 || Array.Exists(contexts.Quantity, word => line.EndsWith(at, word)) || Array.Exists(contexts.Duration, word => line.StartsWith(after, word));
    }

    private static bool Measured(Line line, int at) => line.At(at - 1) is '第' or '约' or '近';

    private bool IsScore(Line line, int at, int length)
    {
        var context = string.Concat(line.Before(at, 6), " ", line.Shadow.AsSpan(at + length, Math.Min(5, line.Shadow.Length - at - length)));
        return Array.Exists(contexts.Score, word => word.Length > 1 || word is "胜" or "负" ? context.Contains(word, StringComparison.Ordinal) : line.EndsWith(at, word));
    }

    private static int Add(List<Piece> pieces, int at, int length, string spoken, string reason, Line line)
    {
        pieces.Add(new Piece(at, length, spoken, reason, WordKind.Number));
        var end = at + length;

        // A dateline: the clock after the date, parted by a blank, is read after a pause.
        if (reason == "date" && line.IsHead && line.At(end) == ' ' && Time.IsMatch(line.Shadow, end + 1))
        {
            pieces.Add(new Piece(end, 1, "", "dateline", WordKind.Blank, 220));
            return end + 1;
        }

        return end;
    }

    private static bool IsDate(ReadOnlySpan<char> month, ReadOnlySpan<char> day) =>
        int.Parse(month, CultureInfo.InvariantCulture) is >= 1 and <= 12 && int.Parse(day, CultureInfo.InvariantCulture) is >= 1 and <= 31;

    private static string Small(Group group) => NumberText.Of(group.ValueSpan);

    private static string Padded(string minute) => minute[0] == '0' && minute != "00" ? "零" + NumberText.Of(minute) : minute == "00" ? "零" : NumberText.Of(minute);
}
