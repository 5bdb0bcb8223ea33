using System.Collections.Frozen;

namespace Kunshan.Audio.Mandarin.Data;

/// <summary>A small rule table: tab-separated, UTF-8, sorted, a line that begins with <c># </c> is a comment; the last column names the source.</summary>
internal static class Table
{
    /// <summary>The rows of an embedded table, without the source column.</summary>
    public static List<string[]> Rows(string name)
    {
        using var stream = typeof(Table).Assembly.GetManifestResourceStream($"Kunshan.Audio.Mandarin.Data.{name}.tsv")
            ?? throw new InvalidDataException($"The table {name}.tsv is missing.");
        using var reader = new StreamReader(stream);
        var rows = new List<string[]>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && !line.StartsWith("# ", StringComparison.Ordinal))
            {
                rows.Add(line.Split('\t')[..^1]);
            }
        }

        return rows;
    }

    /// <summary>A table of one key and one value.</summary>
    public static FrozenDictionary<string, string> Map(string name) => Rows(name).ToFrozenDictionary(row => row[0], row => row.Length > 1 ? row[1] : "", StringComparer.Ordinal);

    /// <summary>A table of keys.</summary>
    public static FrozenSet<string> Set(string name) => Rows(name).Select(row => row[0]).ToFrozenSet(StringComparer.Ordinal);
}
