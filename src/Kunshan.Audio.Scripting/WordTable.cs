using System.Collections.Frozen;

namespace Kunshan.Audio.Scripting;

/// <summary>A list of words from a table of this room, with the longest-match look-ups that Chinese needs.</summary>
internal sealed class WordTable
{
    private readonly FrozenDictionary<string, string> rows;
    private readonly int longest;

    public WordTable(string name)
    {
        using var stream = typeof(WordTable).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        rows = reader.ReadToEnd().Split('\n').Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t')).ToFrozenDictionary(fields => fields[0], fields => fields[1], StringComparer.Ordinal);
        longest = rows.Keys.Max(word => word.Length);
    }

    /// <summary>The second column of a word; null where it is not in the table.</summary>
    public string? this[string word] => rows.GetValueOrDefault(word);

    /// <summary>Length of the longest word that ends at a place; 0 for none.</summary>
    public int EndingAt(string text, int end)
    {
        for (var length = Math.Min(longest, end); length > 0; length--)
        {
            if (rows.ContainsKey(text.Substring(end - length, length)))
            {
                return length;
            }
        }

        return 0;
    }

    /// <summary>Length of the longest word that begins at a place; 0 for none.</summary>
    public int StartingAt(string text, int start)
    {
        for (var length = Math.Min(longest, text.Length - start); length > 0; length--)
        {
            if (rows.ContainsKey(text.Substring(start, length)))
            {
                return length;
            }
        }

        return 0;
    }
}
