using System.Collections.Immutable;
using System.Text;

namespace Kunshan.Audio.Mandarin.Lexicons;

/// <summary>A lexicon as CSV (RFC 4180) for spreadsheets: <c>grapheme,pinyin,alias</c>, with that header.</summary>
public static class CsvFormat
{
    private const string Header = "grapheme,pinyin,alias";

    /// <summary>Reads a lexicon; the header is optional, blank lines are skipped.</summary>
    /// <exception cref="LexiconException">An entry is wrong.</exception>
    public static Lexicon Read(string path, TextReader source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var entries = ImmutableArray.CreateBuilder<LexiconEntry>();
        var number = 0;
        while (source.ReadLine() is { } line)
        {
            number++;
            line = line.TrimStart('\ufeff');
            if (line.Trim().Length == 0 || (number == 1 && line.StartsWith("grapheme,", StringComparison.OrdinalIgnoreCase)))
            {
                continue;
            }

            entries.Add(Entry(path, number, Fields(line)));
        }

        return new Lexicon(path, entries.ToImmutable());
    }

    /// <summary>Writes a lexicon.</summary>
    public static string Write(Lexicon lexicon)
    {
        ArgumentNullException.ThrowIfNull(lexicon);
        var text = new StringBuilder(Header).Append('\n');
        foreach (var entry in lexicon.Entries)
        {
            text.Append(Quoted(entry.Grapheme)).Append(',').Append(entry.Alias is null ? entry.ToString() : "").Append(',').Append(Quoted(entry.Alias ?? "")).Append('\n');
        }

        return text.ToString();
    }

    private static LexiconEntry Entry(string path, int line, List<string> fields)
    {
        var pinyin = fields.Count > 1 ? fields[1].Trim() : "";
        var alias = fields.Count > 2 ? fields[2].Trim() : "";
        if (pinyin.Length > 0)
        {
            return LexiconPronunciation.Entry(path, line, fields[0].Trim(), pinyin);
        }

        return alias.Length > 0 && fields[0].Trim().Length > 0
            ? new LexiconEntry(fields[0].Trim(), [], alias, line)
            : throw new LexiconException(path, line, new Message("The line needs a written form and pinyin or an alias.", "每行需要词形，以及拼音或替换文字。"));
    }

    private static List<string> Fields(string line)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '"' && quoted && i + 1 < line.Length && line[i + 1] == '"')
            {
                field.Append('"');
                i++;
            }
            else if (line[i] == '"')
            {
                quoted = !quoted;
            }
            else if (line[i] == ',' && !quoted)
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else
            {
                field.Append(line[i]);
            }
        }

        fields.Add(field.ToString());
        return fields;
    }

    private static string Quoted(string text) => text.AsSpan().ContainsAny(',', '"') ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
