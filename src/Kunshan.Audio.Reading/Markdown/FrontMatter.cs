using System.Collections.Immutable;
using Kunshan.Audio.Reading.Roles;

namespace Kunshan.Audio.Reading.Markdown;

/// <summary>The lines of <c>key: value</c> between two <c>---</c> at the head of a Markdown file.</summary>
/// <param name="Values">The values by key, as written.</param>
/// <param name="Lines">How many lines of the file it takes; 0 when there is none.</param>
public sealed record FrontMatter(ImmutableDictionary<string, string> Values, int Lines)
{
    private static readonly FrontMatter None = new(ImmutableDictionary<string, string>.Empty, 0);

    /// <summary>Reads the front matter of a text. Lines that are no <c>key: value</c> are reported and passed over.</summary>
    public static StageResult<FrontMatter> Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        if (lines[0].TrimEnd() != "---")
        {
            return new(None, []);
        }

        var end = Array.FindIndex(lines, 1, line => line.TrimEnd() is "---" or "...");
        if (end < 0)
        {
            return new(None, [Broken(1, "The front matter is not closed with ---; it was read as text.", "文首信息没有以 --- 结束，已按正文读取。")]);
        }

        var values = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.OrdinalIgnoreCase);
        var said = ImmutableArray.CreateBuilder<Diagnostic>();
        for (var i = 1; i < end; i++)
        {
            var colon = lines[i].IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
            {
                values[lines[i][..colon].Trim()] = Unquote(lines[i][(colon + 1)..].Trim());
            }
            else if (lines[i].Trim().Length > 0 && lines[i].TrimStart()[0] != '#')
            {
                said.Add(Broken(i + 1, $"“{lines[i].Trim()}” is no “key: value” and was passed over.", $"“{lines[i].Trim()}”不是“名称: 值”的形式，已略过。"));
            }
        }

        return new(new(values.ToImmutable(), end + 1), said.ToImmutable());
    }

    internal GivenMetadata ToMetadata() => new()
    {
        Title = Value("title"),
        Date = Value("date") is { } date ? MetadataReading.DateOf(date) : null,
        Authors = [.. (Value("authors") ?? Value("author") ?? "").Trim('[', ']').Split((char[])[',', '，', '、'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Unquote)],
        Publisher = Value("publisher"),
        Source = Value("source"),
        Rights = Value("rights"),
        Language = Value("language"),
        Identifier = Value("identifier"),
    };

    private string? Value(string key) => Values.GetValueOrDefault(key) is { Length: > 0 } value ? value : null;

    private static string Unquote(string value) => value is [var first, .., var last] && first == last && (first == (char)34 || first == (char)39) ? value[1..^1] : value;

    private static Diagnostic Broken(int line, string en, string zh) => new("KA-READ-FRONTMATTER", Severity.Warning, new(en, zh), new(line));
}
