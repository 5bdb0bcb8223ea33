using System.Text;
using System.Text.RegularExpressions;

namespace Kunshan.Audio.Mandarin.Normalization;

/// <summary>Numbers that name something: telephones, versions, plans, flights, routes, rooms.</summary>
internal sealed partial class CodeRules(RuleContexts contexts)
{
    [GeneratedRegex(@"\G(?:[vV]\s?\d{1,4}(?:\.\d{1,5}){1,5}|\d{1,4}(?:\.\d{1,5}){2,5})(?![\d.]\d)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Dotted { get; }

    [GeneratedRegex(@"\G(?:[(（]0\d{2,3}[)）]\s?\d{7,8}|0\d{2,3}[- ]\d{7,8}(?:-\d{1,6})?|\+86[- ]?1[3-9]\d{9}|1[3-9]\d{9}|1[3-9]\d[- ]\d{4}[- ]\d{4}|[48]00[- ]\d{3,4}[- ]\d{3,4})(?!\d)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Telephone { get; }

    [GeneratedRegex(@"\G\d{3,12}(?:-\d{2,8}){0,3}(?![\d%.]|万|亿|元|人|个|次|名|多|余|部|台|起|条|件)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Hotline { get; }

    [GeneratedRegex(@"\G\d{3,6}(?=热线|专线|电话|报警|急救|火警|政务服务|便民服务|客服)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Service { get; }

    [GeneratedRegex(@"\G(?:\d{1,3}[A-Za-z]{0,2}|[A-Za-z]{1,3})(?:\+(?:\d{1,3}[A-Za-z]{0,2}|[A-Za-z]{1,3}|[NnXx]))+(?![\d+A-Za-z])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Sum { get; }

    [GeneratedRegex(@"\G\d{3,4}(?=路(?!径)|室|房(?!源|企|产|屋)|次列车|次航班|航班|国道|省道|县道|病房|教室|包厢|号房|号室|号线路|工程|医院$)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Route { get; }

    [GeneratedRegex(@"\G(?:\d{12,}|0\d+)(?![.:%]\d)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LongOrZero { get; }

    [GeneratedRegex(@"\G([A-Za-z]{1,5})-?(\d{1,12})(?:\.(\d{1,4}))?([A-Z]{0,2})(?![A-Za-z0-9])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Model { get; }

    [GeneratedRegex(@"\G(\d{1,4})-?([A-Z]{1,4})(\d{0,3})(?![A-Za-z0-9])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NumberLetters { get; }

    public static int Version(Line line, int at, List<Piece> pieces)
    {
        var match = Dotted.Match(line.Shadow, at);
        if (!match.Success || char.IsAsciiLetterOrDigit(line.At(at - 1)))
        {
            return at;
        }

        var text = match.Value;
        var letter = char.IsAsciiLetter(text[0]) ? "v " : "";
        var numbers = text.TrimStart('v', 'V', ' ').Split('.');
        return Add(pieces, at, match.Length, letter + string.Join('点', numbers.Select((part, i) => numbers.Length < 4 && (i == 0 || (part.Length < 3 && part[0] != '0')) ? NumberText.Of(part) : NumberText.ByDigit(part))), "version", WordKind.Latin);
    }

    public int Phone(Line line, int at, List<Piece> pieces)
    {
        if (char.IsAsciiLetterOrDigit(line.At(at - 1)) || line.At(at - 1) == '.')
        {
            return at;
        }

        var match = Telephone.Match(line.Shadow, at);
        if (!match.Success && (HasPhoneWord(line, at) || Service.IsMatch(line.Shadow, at)))
        {
            match = Hotline.Match(line.Shadow, at);
        }

        return match.Success ? AddPhone(line, at, match, pieces) : at;
    }

    public static int Plan(Line line, int at, List<Piece> pieces)
    {
        var match = Sum.Match(line.Shadow, at);
        if (!match.Success || char.IsAsciiLetterOrDigit(line.At(at - 1)))
        {
            return at;
        }

        return Add(pieces, at, match.Length, string.Join("加", match.Value.Split('+').Select(Part)).Trim(), "plan", WordKind.Latin);
    }

    public static int Code(Line line, int at, List<Piece> pieces)
    {
        if (char.IsAsciiLetterOrDigit(line.At(at - 1)))
        {
            return at;
        }

        var digits = Route.Match(line.Shadow, at) is { Success: true } route ? route : LongOrZero.Match(line.Shadow, at);
        if (digits.Success)
        {
            return Add(pieces, at, digits.Length, NumberText.ByDigit(digits.ValueSpan, yao: true), "code", WordKind.Number);
        }

        if (Model.Match(line.Shadow, at) is { Success: true } model && (model.Groups[1].Length <= 3 || IsUpper(model.Groups[1].ValueSpan)))
        {
            var decimals = model.Groups[3].Success ? "点" + NumberText.ByDigit(model.Groups[3].ValueSpan) : "";
            return Add(pieces, at, model.Length, $"{Spaced(model.Groups[1].Value)} {Count(model.Groups[2].Value)}{decimals} {Spaced(model.Groups[4].Value)}".Trim(), "code", WordKind.Latin);
        }

        var mixed = NumberLetters.Match(line.Shadow, at);
        return mixed.Success && !IsUnit(mixed.Groups[2].Value)
            ? Add(pieces, at, mixed.Length, $"{NumberText.Of(mixed.Groups[1].ValueSpan)} {Spaced(mixed.Groups[2].Value)} {Count(mixed.Groups[3].Value)}".Trim(), "code", WordKind.Latin)
            : at;
    }

    /// <summary>Letters with blanks between, to be spelled.</summary>
    public static string Spaced(string letters) => string.Join(' ', letters.AsEnumerable());

    // A sum of money or a measure is not a model: the later rules take it.
    private static bool IsUnit(string letters) => letters is "USD" or "CNY" or "RMB" or "EUR" or "GBP" or "JPY" or "HKD" or "TWD" or "KRW" or "MW" or "GW" or "W" or "V" or "A" or "GB" or "TB" or "MB" or "KB" or "PB" or "Hz" or "MPa" or "L" or "T" or "C" or "K" && letters != "K" && letters != "A" && letters != "T" && letters != "C";

    private static bool IsUpper(ReadOnlySpan<char> letters) => !letters.ContainsAnyInRange('a', 'z');

    // One or two digits are a number, more a code; a leading zero always a code.
    private static string Count(string digits) => digits.Length == 0 ? "" : digits.Length <= 2 && digits[0] != '0' ? NumberText.Of(digits) : NumberText.ByDigit(digits, yao: true);

    private static string Part(string part)
    {
        var letters = part.TrimStart([.. "0123456789"]);
        var number = part[..^letters.Length];
        return letters.Length == 0 ? NumberText.Of(number) : number.Length == 0 ? $" {Spaced(letters)} " : $"{NumberText.Of(number)} {Spaced(letters)} ";
    }

    private bool HasPhoneWord(Line line, int at)
    {
        var context = line.Before(at, 7);
        foreach (var word in contexts.Phone)
        {
            if (context.IndexOf(word, StringComparison.Ordinal) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    // Groups of a number are parted by a short pause.
    private static int AddPhone(Line line, int at, Match match, List<Piece> pieces)
    {
        var text = match.Value;
        var i = 0;
        while (i < text.Length)
        {
            var begin = i;
            var digits = char.IsAsciiDigit(text[i]);
            while (i < text.Length && char.IsAsciiDigit(text[i]) == digits)
            {
                i++;
            }

            var piece = digits
                ? new Piece(at + begin, i - begin, NumberText.ByDigit(text.AsSpan(begin, i - begin), yao: true), "phone", WordKind.Number)
                : new Piece(at + begin, i - begin, "", "phone", WordKind.Mark, begin > 0 ? 220 : 0);
            pieces.Add(piece);
        }

        _ = line;
        return at + match.Length;
    }

    private static int Add(List<Piece> pieces, int at, int length, string spoken, string reason, WordKind kind)
    {
        pieces.Add(new Piece(at, length, new StringBuilder(spoken).Replace("  ", " ").ToString(), reason, kind));
        return at + length;
    }
}
