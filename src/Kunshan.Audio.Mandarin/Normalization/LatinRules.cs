using System.Text.RegularExpressions;
using Kunshan.Audio.Mandarin.Data;

namespace Kunshan.Audio.Mandarin.Normalization;

/// <summary>Letters: words and names of a table, initialisms letter by letter, other words as words.</summary>
internal sealed partial class LatinRules
{
    private readonly Dictionary<string, string> words = Table.Rows("latin-words").ToDictionary(row => row[0], row => row[1], StringComparer.OrdinalIgnoreCase);

    [GeneratedRegex(@"\G[A-Za-z]+(?:['’][A-Za-z]+)*", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Letters { get; }

    [GeneratedRegex(@"\G[A-Za-z]{1,20}-[A-Za-z]{1,20}(?![A-Za-z])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Joined { get; }

    public int Read(Line line, int at, List<Piece> pieces)
    {
        var joined = Joined.Match(line.Shadow, at);
        var match = joined.Success && words.ContainsKey(joined.Value) ? joined : Letters.Match(line.Shadow, at);
        var spelled = IsSpelled(match.ValueSpan) && !words.ContainsKey(match.Value);
        pieces.Add(new Piece(at, match.Length, spelled ? CodeRules.Spaced(match.Value.Replace("'", "", StringComparison.Ordinal).Replace("’", "", StringComparison.Ordinal)) : match.Value, spelled ? "letters" : "latin", WordKind.Latin));
        return at + match.Length;
    }

    // All capitals, or a capital inside, or a single letter; long runs of capitals are shouted words, but are spelled all the same.
    private static bool IsSpelled(ReadOnlySpan<char> word) => word.Length == 1 || word[1..].ContainsAnyInRange('A', 'Z');
}
