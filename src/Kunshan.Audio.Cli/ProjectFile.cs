using System.Text.Json;

namespace Kunshan.Audio.Cli;

/// <summary><c>kunshan.json</c>: a project's defaults, beside the article or in a folder above it. Files it names are found from its own folder.</summary>
internal static class ProjectFile
{
    private const string Name = "kunshan.json";

    private static readonly HashSet<string> FileKeys = ["output", "cast", "script", "lexicon"];

    /// <summary>The settings for an article; empty where there is no project file.</summary>
    /// <param name="articlePath">The article; <c>-</c> looks from the current folder.</param>
    /// <param name="known">Names of all settings.</param>
    /// <exception cref="UsageException">The file is broken or has an unknown setting.</exception>
    public static IReadOnlyDictionary<string, string> SettingsFor(string articlePath, IReadOnlyCollection<string> known)
    {
        var start = articlePath == "-" ? Environment.CurrentDirectory : Path.GetDirectoryName(Path.GetFullPath(articlePath));
        for (var folder = start; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            var path = Path.Combine(folder, Name);
            if (File.Exists(path))
            {
                return Read(path, folder, known);
            }
        }

        return new Dictionary<string, string>();
    }

    private static Dictionary<string, string> Read(string path, string folder, IReadOnlyCollection<string> known)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path), new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                throw new UsageException($"{path}: is not a JSON object of settings.", $"{path}：不是由设置组成的 JSON 对象。");
            }

            var settings = new Dictionary<string, string>();
            foreach (var property in document.RootElement.EnumerateObject())
            {
                if (!known.Contains(property.Name))
                {
                    throw new UsageException($"{path}: unknown setting “{property.Name}”; there are {string.Join(", ", known)}.", $"{path}：没有“{property.Name}”这个设置；可用的有 {string.Join("、", known)}。");
                }

                settings[property.Name] = ValueOf(property, folder, path);
            }

            return settings;
        }
        catch (JsonException e)
        {
            throw new UsageException($"{path}, line {e.LineNumber + 1}: is not valid JSON.", $"{path} 第 {e.LineNumber + 1} 行：不是有效的 JSON。");
        }
    }

    private static string ValueOf(JsonProperty property, string folder, string path)
    {
        var values = property.Value.ValueKind == JsonValueKind.Array ? property.Value.EnumerateArray().ToList() : [property.Value];
        return string.Join(',', values.Select(value => value.ValueKind switch
        {
            JsonValueKind.String when FileKeys.Contains(property.Name) => Path.GetFullPath(value.GetString()!, folder),
            JsonValueKind.String => value.GetString()!,
            JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
            _ => throw new UsageException($"{path}: “{property.Name}” is neither a text, a number, true, false nor a list of these.", $"{path}：“{property.Name}”不是文字、数字、true、false 或它们的列表。"),
        }));
    }
}
