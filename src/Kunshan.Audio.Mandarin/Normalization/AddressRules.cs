using System.Text.RegularExpressions;

namespace Kunshan.Audio.Mandarin.Normalization;

/// <summary>Addresses of the network are named, not spelled.</summary>
internal static partial class AddressRules
{
    [GeneratedRegex(@"\G(?:https?://|ftp://|www\.)[!-~]{1,2000}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Web { get; }

    [GeneratedRegex(@"\G[a-z0-9][a-z0-9-]{0,62}(?:\.[a-z0-9-]{1,63}){0,3}\.(?:com|cn|org|net|gov|edu|io|tw|hk|info)(?![a-z0-9])(?:/[!-~]{0,2000})?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Domain { get; }

    [GeneratedRegex(@"\G[a-z0-9._%+-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,4}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Mail { get; }

    [GeneratedRegex(@"\G@[a-z0-9_]{2,40}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Account { get; }

    public static int Address(Line line, int at, List<Piece> pieces)
    {
        if (at > 0 && char.IsAsciiLetterOrDigit(line.Shadow[at - 1]))
        {
            return at;
        }

        return Take(Mail, "邮箱") ?? Take(Web, "网址") ?? Take(Domain, "网址") ?? Take(Account, "账号") ?? at;

        int? Take(Regex regex, string spoken)
        {
            var match = regex.Match(line.Shadow, at);
            if (!match.Success)
            {
                return null;
            }

            var length = match.Value.TrimEnd('.', ',', ';', ':', '!', '?', ')', '"', '\'', ']', '>').Length;
            pieces.Add(new Piece(at, length, spoken, "address", WordKind.Latin));
            return at + length;
        }
    }
}
