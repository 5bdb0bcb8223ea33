using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Kunshan.Audio.Mandarin.Pinyin;

namespace Kunshan.Audio.Tools.MandarinData.Sources;

/// <summary>A reading list: word to syllables in citation form.</summary>
internal sealed class ReadingList
{
    private readonly Dictionary<string, string[]> readings = new(StringComparer.Ordinal);

    public IEnumerable<KeyValuePair<string, string[]>> Entries => readings;

    public string[]? Of(string word) => readings.GetValueOrDefault(word);

    /// <summary>Keeps a reading when it has one syllable a character; the sandhi of 一 and 不 is taken back.</summary>
    public void Add(string word, string text)
    {
        var runes = word.EnumerateRunes().ToArray();
        var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length != runes.Length)
        {
            return;
        }

        var syllables = new string[parts.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            if (!SyllableText.TryParse(parts[i], out var syllable))
            {
                return;
            }

            syllables[i] = Citation(runes[i].Value, i, syllable);
        }

        readings.TryAdd(word, syllables);
    }

    private static string Citation(int character, int at, Syllable syllable) => (character, syllable.Letters) switch
    {
        ('一', "yi") => "yi1",
        ('不', "bu") => "bu4",
        ('儿', "er") when syllable.Tone == 5 && at > 0 => "r5",
        _ => syllable.ToString(),
    };
}

/// <summary>pinyin-pro: its built-in lists (JavaScript modules) and the complete list (JSON).</summary>
internal static partial class PinyinPro
{
    [GeneratedRegex(@"^\s+['""]?([\u3400-\u9fff]+)['""]?: ['""]([^'""]+)['""]", RegexOptions.Multiline, 10000)]
    private static partial Regex Entry { get; }

    public static ReadingList BuiltIn(string folder)
    {
        var list = new ReadingList();
        foreach (var name in (string[])["dict5", "dict4", "dict3", "dict2"])
        {
            foreach (Match match in Entry.Matches(File.ReadAllText(Path.Combine(folder, "dist", "esm", "data", $"{name}.mjs"))))
            {
                list.Add(match.Groups[1].Value, match.Groups[2].Value);
            }
        }

        return list;
    }

    public static ReadingList Complete(string folder)
    {
        var list = new ReadingList();
        using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "json", "complete.json")));
        foreach (var entry in json.RootElement.EnumerateObject())
        {
            list.Add(entry.Name, entry.Value[0].GetString()!);
        }

        return list;
    }

    /// <summary>Readings of single characters, the commonest first.</summary>
    public static Dictionary<int, List<string>> Characters(string folder)
    {
        var result = new Dictionary<int, List<string>>();
        var readings = new List<string>();
        foreach (var line in File.ReadLines(Path.Combine(folder, "dist", "esm", "data", "dict1.mjs")))
        {
            var colon = line.IndexOf(": [", StringComparison.Ordinal);
            if (colon > 0)
            {
                readings = [.. line[..colon].Trim().Trim('\'').Split(' ').Select(Syllable)];
            }

            foreach (var quoted in line[(colon < 0 ? 0 : colon)..].Split('\'').Where((_, i) => i % 2 == 1))
            {
                result[Rune.GetRuneAt(quoted, 0).Value] = [.. readings];
            }
        }

        return result;
    }

    private static string Syllable(string text) => SyllableText.TryParse(text, out var syllable) ? syllable.ToString() : throw new InvalidDataException(text);
}

/// <summary>jieba's dict.txt: word, count, part of speech.</summary>
internal static class Jieba
{
    public static IEnumerable<(string Word, int Count, string Tag)> Words(string folder)
    {
        foreach (var line in File.ReadLines(Path.Combine(folder, "dict.txt")))
        {
            var parts = line.Split(' ');
            if (parts.Length == 3)
            {
                yield return (parts[0], int.Parse(parts[1], CultureInfo.InvariantCulture), parts[2]);
            }
        }
    }
}

/// <summary>Unihan_Readings.txt: readings of every character, the commonest first.</summary>
internal static class Unihan
{
    public static Dictionary<int, List<string>> Characters(string file)
    {
        var result = new Dictionary<int, List<string>>();
        var rank = new Dictionary<string, int>(StringComparer.Ordinal) { ["kHanyuPinlu"] = 0, ["kMandarin"] = 1, ["kTGHZ2013"] = 2, ["kHanyuPinyin"] = 3 };
        foreach (var group in File.ReadLines(file).Where(line => line.StartsWith("U+", StringComparison.Ordinal)).Select(line => line.Split('\t')).Where(parts => rank.ContainsKey(parts[1])).GroupBy(parts => parts[0], StringComparer.Ordinal))
        {
            var readings = group.OrderBy(parts => rank[parts[1]]).SelectMany(Readings).Distinct(StringComparer.Ordinal).ToList();
            result[int.Parse(group.Key.AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture)] = readings;
        }

        return result;
    }

    private static IEnumerable<string> Readings(string[] parts)
    {
        foreach (var item in parts[2].Split(' '))
        {
            var text = parts[1] is "kHanyuPinyin" or "kTGHZ2013" ? item[(item.IndexOf(':', StringComparison.Ordinal) + 1)..] : item.Split('(')[0];
            foreach (var reading in text.Split(','))
            {
                if (SyllableText.TryParse(reading, out var syllable))
                {
                    yield return syllable.ToString();
                }
            }
        }
    }
}

/// <summary>OpenCC: Traditional to Simplified, only entries that keep the number of UTF-16 units.</summary>
internal static class OpenCc
{
    public static IEnumerable<(string From, string To)> Entries(string folder, string name)
    {
        foreach (var line in File.ReadLines(Path.Combine(folder, "data", name)))
        {
            var parts = line.Split('\t');
            if (line.StartsWith('#') || parts.Length < 2)
            {
                continue;
            }

            var to = parts[1].Split(' ')[0];
            if (to.Length == parts[0].Length && to != parts[0])
            {
                yield return (parts[0], to);
            }
        }
    }
}
