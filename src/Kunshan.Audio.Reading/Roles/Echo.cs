using System.Buffers;

namespace Kunshan.Audio.Reading.Roles;

/// <summary>Words that a short line repeats from a text beside it.</summary>
internal static class Echo
{
    private const int LongestName = 20;

    // Characters of verbs, aspect, negation, pronouns and clauses: a line that has one says something; a line without only names something.
    private static readonly SearchValues<char> Saying = SearchValues.Create("了着著过過是说說有会會要能不没沒就都也还還很把被让讓给給来來去吗嗎呢吧啊我你他她它于於为為从從向对對使将將成又再才只正已曾可等如并並且而但因所最0123456789，：；？！“”「」");

    /// <summary>Whether a line only names what a picture shows: <c>小城车站。</c></summary>
    public static bool IsNamedPicture(string line) =>
        line.Length is >= 3 and <= LongestName
        && line.IndexOf('。', StringComparison.Ordinal) == line.Length - 1
        && line.AsSpan().IndexOfAny(Saying) < 0
        && (!line.Contains('在', StringComparison.Ordinal) || line.LastIndexOf('的') > line.IndexOf('在', StringComparison.Ordinal));

    /// <summary>Whether two texts share a run of characters.</summary>
    /// <param name="line">The short one.</param>
    /// <param name="text">The other.</param>
    /// <param name="longest">A longer line is not looked at.</param>
    /// <param name="run">Length of the run.</param>
    public static bool Shares(string line, string text, int longest, int run)
    {
        if (line.Length > longest)
        {
            return false;
        }

        for (var i = 0; i + run <= line.Length; i++)
        {
            if (text.AsSpan().IndexOf(line.AsSpan(i, run)) >= 0)
            {
                return true;
            }
        }

        return false;
    }
}
