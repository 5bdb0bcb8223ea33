namespace Kunshan.Audio.Reading.Roles;

/// <summary>Words that name a block's role at its head or its end; a table.</summary>
internal static class RoleMarkers
{
    private const int LongestPictureCredit = 30;
    private static readonly (BlockRole Role, string Place, string Text)[] Rows = Load();

    /// <summary>The role that a block's first words name; the longest marker decides.</summary>
    public static BlockRole? AtStart(string text)
    {
        var bare = text.TrimStart('【', '[', '（', '(', '「', '■', '●', ' ');
        return Find("start", marker => bare.StartsWith(marker, StringComparison.Ordinal));
    }

    /// <summary>The role that a block's last words name.</summary>
    public static BlockRole? AtEnd(string text)
    {
        var bare = text.TrimEnd('。', ' ');
        return Find("end", marker => bare.EndsWith(marker, StringComparison.Ordinal));
    }

    /// <summary>The role that words anywhere in a block name.</summary>
    public static BlockRole? Within(string text) => Find("within", marker => text.Contains(marker, StringComparison.Ordinal));

    /// <summary>Whether a block ends in the name of a picture's maker: a short piece after the last full stop or an inner blank, or in brackets.</summary>
    public static bool EndsInPictureCredit(string text)
    {
        var bare = text.TrimEnd('）', ')', ' ');
        var stop = bare.LastIndexOf('。');
        var bracket = bare.Length < text.Length ? bare.LastIndexOfAny(['（', '(']) : -1;
        var piece = bare[(Math.Max(stop, bracket) + 1)..].Trim();
        return Math.Max(stop, bracket) > 0
            && piece.Length is > 0 and <= LongestPictureCredit
            && piece.AsSpan().IndexOfAny("，：？！“") < 0
            && ((bracket > stop && piece.All(char.IsAsciiLetter)) || Find("credit", marker => piece.Contains(marker, StringComparison.Ordinal)) is not null);
    }

    private static BlockRole? Find(string place, Func<string, bool> matches)
    {
        (BlockRole Role, int Length)? best = null;
        foreach (var row in Rows)
        {
            if (row.Place == place && row.Text.Length > (best?.Length ?? 0) && matches(row.Text))
            {
                best = (row.Role, row.Text.Length);
            }
        }

        return best?.Role;
    }

    private static (BlockRole Role, string Place, string Text)[] Load()
    {
        using var stream = typeof(RoleMarkers).Assembly.GetManifestResourceStream("markers.tsv")!;
        using var reader = new StreamReader(stream);
        return
        [
            .. reader.ReadToEnd().Split('\n').Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t'))
                .Select(fields => (Enum.Parse<BlockRole>(fields[0], ignoreCase: true), fields[1], fields[2])),
        ];
    }
}
