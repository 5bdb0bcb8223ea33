using System.Globalization;
using Kunshan.Audio.Mandarin.Data;

namespace Kunshan.Audio.Mandarin.Normalization;

/// <summary>Marks, blanks and symbols: pausing, spoken, silent by the table, or silent and reported.</summary>
internal sealed class SymbolRules
{
    private const int LongestTopic = 40;
    private readonly Dictionary<string, (string Spoken, int Pause)> symbols = Table.Rows("symbols").ToDictionary(row => row[0], row => (row[1], row[2].Length == 0 ? 0 : int.Parse(row[2], CultureInfo.InvariantCulture)), StringComparer.Ordinal);

    /// <summary>Reads one symbol, or a run of blanks.</summary>
    public int Read(Line line, int at, List<Piece> pieces)
    {
        var unit = line.Shadow[at];
        if (IsBlank(unit))
        {
            var end = at + 1;
            while (IsBlank(line.At(end)))
            {
                end++;
            }

            return Add(pieces, at, end - at, "", "blank", WordKind.Blank);
        }

        var length = char.IsHighSurrogate(unit) && char.IsLowSurrogate(line.At(at + 1)) ? 2 : 1;
        if (length == 2 && IsAstralHanzi(char.ConvertToUtf32(unit, line.At(at + 1))))
        {
            return at + length;
        }

        if (IsDash(unit) && NumberRules.EndsPiece(pieces, at) && pieces[^1].Kind == WordKind.Number && IsBeforeNumber(line, at, out var dashEnd))
        {
            return Add(pieces, at, dashEnd - at, "至", "span", WordKind.Mark);
        }

        return unit == '/' ? Slash(line, at, pieces) : Listed(line, at, length, pieces);
    }

    private int Listed(Line line, int at, int length, List<Piece> pieces)
    {
        if (line.At(at) == '—' && line.At(at + 1) != '—' && line.At(at - 1) != '—')
        {
            return Add(pieces, at, 1, "", "mark", WordKind.Mark, 220);
        }

        if (line.At(at) is '.' or ',' or '·' && char.IsAsciiLetterOrDigit(line.At(at + 1)))
        {
            return Add(pieces, at, 1, "", "mark", WordKind.Mark);
        }

        if (line.At(at) is '+' or '=' or '&' or '<' or '>' && IsBreakSide(line.At(at - 1)) && IsBreakSide(line.At(at + 1)))
        {
            return Add(pieces, at, 1, "", "symbol", WordKind.Mark);
        }

        if (line.At(at) == '#')
        {
            return Hash(line, at, pieces);
        }

        return symbols.TryGetValue(line.Shadow.Substring(at, length), out var symbol)
            ? Add(pieces, at, length, symbol.Spoken, symbol.Spoken.Length > 0 ? "symbol" : "mark", WordKind.Mark, symbol.Pause)
            : Add(pieces, at, length, "", "symbol", WordKind.Mark);
    }

    // #topic# is announced once; a # without its twin is silent.
    private static int Hash(Line line, int at, List<Piece> pieces)
    {
        for (var i = pieces.Count - 1; i >= 0 && at - pieces[i].Start <= LongestTopic; i--)
        {
            if (pieces[i].Reason == "hashtag")
            {
                return Add(pieces, at, 1, "", pieces[i].Spoken.Length > 0 ? "hashtag" : "symbol", WordKind.Mark);
            }
        }

        var rest = line.Shadow.AsSpan(at + 1, Math.Min(LongestTopic, line.Shadow.Length - at - 1));
        var twin = rest.IndexOf('#');
        return twin > 0
            ? Add(pieces, at, 1, "话题", "hashtag", WordKind.Mark)
            : Add(pieces, at, 1, twin < 0 && !rest.IsEmpty && !IsBlank(rest[0]) ? "话题" : "", "symbol", WordKind.Mark);
    }

    // 5800元/吨: each; 和/或: or.
    private static int Slash(Line line, int at, List<Piece> pieces)
    {
        var afterNumber = pieces.Count > 0 && pieces[^1].Kind == WordKind.Number && at - pieces[^1].End <= 2;
        var spoken = afterNumber ? "每" : Line.IsHanzi(line.At(at - 1)) && Line.IsHanzi(line.At(at + 1)) ? "或" : "";
        return Add(pieces, at, 1, spoken, spoken.Length > 0 ? "symbol" : "mark", WordKind.Mark);
    }

    private static bool IsBeforeNumber(Line line, int at, out int end)
    {
        end = at + (line.At(at + 1) == line.At(at) ? 2 : 1);
        var next = line.At(end);
        return char.IsAsciiDigit(next) || (next is '-' or '−' && char.IsAsciiDigit(line.At(end + 1)));
    }

    private static bool IsDash(char unit) => unit is '-' or '~' or '～' or '–' or '—' or '−' or '\u2010' or '\u2011' or '〜';

    private static bool IsBlank(char unit) => unit != '\0' && (char.IsWhiteSpace(unit) || unit is '\u200b' or '\u2060' or '\ufeff' or '\u200c' or '\u200d' or '\u00ad');

    private static bool IsBreakSide(char unit) => unit == '\0' || IsBlank(unit) || char.IsPunctuation(unit);

    private static bool IsAstralHanzi(int rune) => rune is >= 0x20000 and <= 0x323AF;

    private static int Add(List<Piece> pieces, int at, int length, string spoken, string reason, WordKind kind, int pause = 0)
    {
        pieces.Add(new Piece(at, length, spoken, reason, kind, pause));
        return at + length;
    }
}
