using System.Text.RegularExpressions;
using Kunshan.Audio.Mandarin.Data;

namespace Kunshan.Audio.Mandarin.Normalization;

/// <summary>Money and measures: sign, number, unit.</summary>
internal sealed partial class MeasureRules(NumberRules numbers)
{
    private const int LongestUnit = 8;
    private readonly Dictionary<string, string> units = Table.Rows("units").ToDictionary(row => row[0], row => row[1], StringComparer.Ordinal);
    private readonly Dictionary<string, string> currencies = Table.Rows("currencies").ToDictionary(row => row[0], row => row[1], StringComparer.Ordinal);

    [GeneratedRegex(@"\G([-−+]?)(\d{1,3}(?:,\d{3}){1,6}(?:\.\d{1,20})?(?!\d)|\d{1,20}(?:\.\d{1,20})?)\s?((?:十|百|千)?(?:万亿|万|亿)|千(?=瓦|$))?(多|余)?\s?", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Amount { get; }

    [GeneratedRegex(@"\G([A-Z]{2,3}\$|[A-Z]{3}|[$¥￥€£₩₹₽฿₫])\s?(?=\d)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Prefix { get; }

    public int Money(Line line, int at, List<Piece> pieces)
    {
        if (char.IsAsciiLetterOrDigit(line.At(at - 1)))
        {
            return at;
        }

        var prefix = Prefix.Match(line.Shadow, at);
        if (prefix.Success && currencies.TryGetValue(prefix.Groups[1].Value, out var currency))
        {
            var amount = Amount.Match(line.Shadow, at + prefix.Length);
            return Add(pieces, at, prefix.Length + amount.Value.TrimEnd().Length, Say(amount, "元") + currency, "money");
        }

        var suffix = Amount.Match(line.Shadow, at);
        if (!suffix.Success || NumberRules.AfterNumber(line, at))
        {
            return at;
        }

        var end = at + suffix.Length;
        foreach (var length in (int[])[3, 2, 1])
        {
            if (end + length <= line.Shadow.Length && !char.IsAsciiLetter(line.At(end + length)) && currencies.TryGetValue(line.Shadow.Substring(end, length), out var name))
            {
                return Add(pieces, at, suffix.Length + length, Say(suffix, "元") + name, "money");
            }
        }

        return at;
    }

    public int Measure(Line line, int at, List<Piece> pieces)
    {
        var match = Amount.Match(line.Shadow, at);
        if (!match.Success || NumberRules.AfterNumber(line, at) || (match.Groups[1].Length > 0 && NumberRules.EndsPiece(pieces, at)))
        {
            return at;
        }

        var end = at + match.Length;
        for (var length = Math.Min(LongestUnit, line.Shadow.Length - end); length > 0; length--)
        {
            if (!units.TryGetValue(line.Shadow.Substring(end, length), out var template) || Continues(line, end + length))
            {
                continue;
            }

            var hole = template.IndexOf('#', StringComparison.Ordinal);
            return Add(pieces, at, match.Length + length, $"{template[..hole]}{Say(match, "米")}{template[(hole + 1)..]}", "measure");
        }

        return at;
    }

    // A unit in letters ends where letters end.
    private static bool Continues(Line line, int end) => char.IsAsciiLetter(line.At(end - 1)) && (char.IsAsciiLetterOrDigit(line.At(end)) || (line.At(end) == '/' && char.IsAsciiLetter(line.At(end + 1))));

    private string Say(Match amount, string measure) =>
        NumberRules.Sign(amount.Groups[1]) + numbers.Counted(amount.Groups[2].ValueSpan, amount.Groups[3].ValueSpan, measure) + amount.Groups[3].Value + amount.Groups[4].Value;

    private static int Add(List<Piece> pieces, int at, int length, string spoken, string reason)
    {
        pieces.Add(new Piece(at, length, spoken, reason, WordKind.Number));
        return at + length;
    }
}
