using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Kunshan.Audio.Scripting.ScriptFiles;

/// <summary>One line of a script file: <c>@3f9a2c1b 林秋水; voice=he | “河水清了。”</c>. What stands before the bar may be changed, what stands after it is only there to be read.</summary>
/// <param name="Number">Line of the file, counted from 1.</param>
/// <param name="Key">Hash of the words, and their number where they occur again.</param>
/// <param name="Speaker">Who says it.</param>
/// <param name="Labels">Further labels: <c>voice</c>, <c>say</c>, <c>skip</c>, <c>pause</c> …</param>
internal sealed record ScriptLine(int Number, string Key, string Speaker, IReadOnlyDictionary<string, string> Labels)
{
    private const int HashLength = 8;
    private static readonly string[] Known = ["voice", "say", "skip", "pause", "confidence", "candidates"];

    /// <summary>The keys of utterances in order.</summary>
    public static IEnumerable<string> KeysOf(IEnumerable<Utterance> utterances)
    {
        var seen = new Dictionary<string, int>();
        foreach (var utterance in utterances)
        {
            var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(utterance.Text.Trim())))[..HashLength];
            var times = seen[hash] = seen.GetValueOrDefault(hash) + 1;
            yield return times == 1 ? hash : string.Create(CultureInfo.InvariantCulture, $"{hash}-{times}");
        }
    }

    /// <summary>Reads a line that begins with @ or ?.</summary>
    /// <exception cref="ScriptFileException">It is malformed.</exception>
    public static ScriptLine Parse(string line, int number, string path)
    {
        var bar = line.IndexOf('|', StringComparison.Ordinal);
        var head = (bar < 0 ? line[1..] : line[1..bar]).Trim();
        var blank = head.IndexOf(' ', StringComparison.Ordinal);
        if (bar < 0 || blank < 0)
        {
            throw new ScriptFileException(path, number, new("has no “@key speaker | words”; restore the line from a fresh script.", "不是“@编号 说话人 | 文字”的形式；请从新生成的脚本恢复此行。"));
        }

        var parts = head[(blank + 1)..].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 0)
        {
            throw new ScriptFileException(path, number, new("names no speaker.", "没有写明说话人。"));
        }

        var labels = new Dictionary<string, string>();
        foreach (var part in parts.Skip(1))
        {
            var pair = part.Split('=', 2, StringSplitOptions.TrimEntries);
            if (!Known.Contains(pair[0]))
            {
                throw new ScriptFileException(path, number, new($"has an unknown label “{pair[0]}”; there are {string.Join(", ", Known)}.", $"有未知的标签“{pair[0]}”；可用的有 {string.Join("、", Known)}。"));
            }

            labels[pair[0]] = pair.Length == 2 ? pair[1] : "";
        }

        return new(number, head[..blank], parts[0], labels);
    }
}
