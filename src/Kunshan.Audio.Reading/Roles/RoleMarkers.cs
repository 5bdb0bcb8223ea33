namespace Kunshan.Audio.Reading.Roles;

/// <summary>Words that name a block's role at its head or its end; a table.</summary>
internal static class RoleMarkers
{
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
