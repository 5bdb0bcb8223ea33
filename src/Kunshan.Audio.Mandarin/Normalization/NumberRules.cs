using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Kunshan.Audio.Mandarin.Data;

namespace Kunshan.Audio.Mandarin.Normalization;

/// <summary>Cardinals with their measure words, percentages, fractions, ordinals.</summary>
internal sealed partial class NumberRules
{
    private const int LongestMeasure = 4;
    private readonly FrozenDictionary<string, string> measures = Table.Map("measure-words");

    [GeneratedRegex(@"\G([-−+]?)(\d{1,3}(?:,\d{3}){1,6}(?:\.\d{1,20})?(?![\d])|\d{1,40}(?:\.\d{1,20})?)((?:十|百|千)?(?:万亿|万|亿)|千(?!克|米|瓦|卡|帕|家)|百(?!分|货|年|姓|岁))?", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Cardinal { get; }

    [GeneratedRegex(@"\G(?:(\d{1,12}(?:\.\d{1,10})?)([%‰]?)([-~～–—至]{1,2}))?([-−+]?)(\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,10})?|\d{1,12}(?:\.\d{1,10})?)\s?([%‰])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Share { get; }

    [GeneratedRegex(@"\G(?:(\d{1,3})又)?(\d{1,5})/(\d{1,5})(?![\d/])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Quotient { get; }

    [GeneratedRegex(@"\G第\s?(\d{1,12}|[Ⅰ-Ⅻ]{1,4})(万|亿)?", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Nth { get; }

    [GeneratedRegex(@"\G(?:[Ⅰ-Ⅻⅰ-ⅻ]{1,4}|[IVX]{1,5}(?=期|级|型|世|类|度|号|阶段|系))", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Roman { get; }

    /// <summary>The measure word at an offset, the longest first; empty when there is none.</summary>
    public string MeasureAt(Line line, int at)
    {
        var lookup = measures.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = Math.Min(LongestMeasure, line.Shadow.Length - at); length > 0; length--)
        {
            if (lookup.ContainsKey(line.Shadow.AsSpan(at, length)))
            {
                return line.Shadow.Substring(at, length);
            }
        }

        return "";
    }

    public static int Percent(Line line, int at, List<Piece> pieces)
    {
        var match = Share.Match(line.Shadow, at);
        if (!match.Success || AfterNumber(line, at) || (match.Groups[4].Length > 0 && EndsPiece(pieces, at)))
        {
            return at;
        }

        var share = match.Groups[6].Value == "‰" ? "千分之" : "百分之";
        if (match.Groups[1].Success)
        {
            var second = match.Groups[4].Index;
            pieces.Add(new Piece(at, match.Groups[3].Index - at, share + NumberText.Of(match.Groups[1].ValueSpan), "percent", WordKind.Number));
            pieces.Add(new Piece(match.Groups[3].Index, match.Groups[3].Length, "至", "span", WordKind.Mark));
            pieces.Add(new Piece(second, at + match.Length - second, Sign(match.Groups[4]) + share + NumberText.Of(match.Groups[5].ValueSpan), "percent", WordKind.Number));
            return at + match.Length;
        }

        return Add(pieces, at, match.Length, Sign(match.Groups[4]) + share + Hundred(match.Groups[5].Value), "percent");
    }

    public static int Fraction(Line line, int at, List<Piece> pieces)
    {
        var match = Quotient.Match(line.Shadow, at);
        if (!match.Success || AfterNumber(line, at) || match.Groups[3].Value.All(digit => digit == '0'))
        {
            return at;
        }

        var whole = match.Groups[1].Success ? NumberText.Of(match.Groups[1].ValueSpan) + "又" : "";
        return Add(pieces, at, match.Length, $"{whole}{NumberText.Of(match.Groups[3].ValueSpan)}分之{NumberText.Of(match.Groups[2].ValueSpan)}", "fraction");
    }

    public int Ordinal(Line line, int at, List<Piece> pieces)
    {
        if (Nth.Match(line.Shadow, at) is { Success: true } nth)
        {
            var number = nth.Groups[1].ValueSpan;
            var text = "第" + (char.IsAsciiDigit(number[0]) ? Plain(number) : NumberText.Of(RomanValue(number))) + nth.Groups[2].Value;
            var measure = MeasureAt(line, at + nth.Length);
            return Add(pieces, at, nth.Length + measure.Length, text + measure, "ordinal");
        }

        if (!char.IsAsciiLetterOrDigit(line.At(at - 1)) && Roman.Match(line.Shadow, at) is { Success: true } roman)
        {
            return Add(pieces, at, roman.Length, NumberText.Of(RomanValue(roman.ValueSpan)), "ordinal");
        }

        var circled = line.At(at) switch
        {
            >= '①' and <= '⑳' => line.At(at) - '①' + 1,
            >= '⑴' and <= '⒇' => line.At(at) - '⑴' + 1,
            >= '⒈' and <= '⒛' => line.At(at) - '⒈' + 1,
            >= '㈠' and <= '㈩' => line.At(at) - '㈠' + 1,
            _ => 0,
        };
        return circled > 0 ? Add(pieces, at, 1, NumberText.Of(circled.ToString(System.Globalization.CultureInfo.InvariantCulture)), "ordinal") : at;
    }

    public int Number(Line line, int at, List<Piece> pieces)
    {
        var match = Cardinal.Match(line.Shadow, at);
        if (!match.Success || AfterNumber(line, at) || (match.Groups[1].Length > 0 && (EndsPiece(pieces, at) || char.IsAsciiLetter(line.At(at - 1)))))
        {
            return at;
        }

        var end = at + match.Length;
        var approximate = line.At(end) is '多' or '余' or '几' && !line.StartsWith(end, "多元") ? line.Shadow.Substring(end, 1) : "";
        var measure = MeasureAt(line, end + approximate.Length);
        var text = Sign(match.Groups[1]) + Counted(match.Groups[2].ValueSpan, match.Groups[3].ValueSpan, measure) + match.Groups[3].Value + approximate + measure;
        return Add(pieces, at, match.Length + approximate.Length + measure.Length, text, "number");
    }

    /// <summary>A number before its large unit and measure word: a bare 2 is 两 before a word that counts.</summary>
    public string Counted(ReadOnlySpan<char> number, ReadOnlySpan<char> large, string measure)
    {
        if (!number.SequenceEqual("2"))
        {
            return NumberText.Of(number);
        }

        return (large.IsEmpty && measure.Length > 0 && measures[measure] != "二") || (large.Length > 0 && large[0] is '万' or '亿' or '千') ? "两" : "二";
    }

    /// <summary>Whether the digits before the offset belong to the same number.</summary>
    public static bool AfterNumber(Line line, int at) => char.IsAsciiDigit(line.At(at - 1)) || (line.At(at - 1) == '.' && char.IsAsciiDigit(line.At(at - 2)));

    /// <summary>Whether the last number ends at the offset, so that a dash there is a span, not a sign.</summary>
    public static bool EndsPiece(List<Piece> pieces, int at) => pieces.Count > 0 && pieces[^1].End == at && pieces[^1].Spoken.Length > 0;

    /// <summary>负 for a minus; nothing for a plus before a number of its own.</summary>
    public static string Sign(Group sign) => sign.Value switch { "-" or "−" => "负", "+" => "正", _ => "" };

    // 百分之百 is an idiom; 千分之一百 counts.
    private static string Hundred(string number) => number == "100" ? "百" : NumberText.Of(number);

    // After 第 there is no 两: 第2000次 is 第二千次 in the norm and 第两千次 in speech; the norm is taken.
    private static string Plain(ReadOnlySpan<char> number)
    {
        var text = NumberText.Of(number);
        return text[0] == '两' ? "二" + text[1..] : text;
    }

    private static string RomanValue(ReadOnlySpan<char> numeral)
    {
        var total = 0;
        foreach (var unit in numeral)
        {
            total += unit switch
            {
                >= 'Ⅰ' and <= 'Ⅻ' => unit - 'Ⅰ' + 1,
                >= 'ⅰ' and <= 'ⅻ' => unit - 'ⅰ' + 1,
                _ => 0,
            };
        }

        return (total > 0 ? total : RomanLetters(numeral)).ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    private static int RomanLetters(ReadOnlySpan<char> numeral)
    {
        var total = 0;
        for (var i = 0; i < numeral.Length; i++)
        {
            var value = Letter(numeral[i]);
            total += i + 1 < numeral.Length && value < Letter(numeral[i + 1]) ? -value : value;
        }

        return total;
    }

    private static int Letter(char unit) => unit switch { 'I' => 1, 'V' => 5, 'X' => 10, _ => 0 };

    private static int Add(List<Piece> pieces, int at, int length, string spoken, string reason)
    {
        pieces.Add(new Piece(at, length, spoken, reason, WordKind.Number));
        return at + length;
    }
}
