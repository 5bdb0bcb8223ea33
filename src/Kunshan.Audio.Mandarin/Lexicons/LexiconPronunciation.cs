using System.Text;
using Kunshan.Audio.Mandarin.Dialects;
using Kunshan.Audio.Mandarin.Pinyin;

namespace Kunshan.Audio.Mandarin.Lexicons;

/// <summary>Reads pronunciations of lexicons and refuses wrong ones.</summary>
public static class LexiconPronunciation
{
    private static readonly Lazy<Dictionary<string, Syllable>> Bopomofo = new(() => Inverse(BopomofoDialect.Write));
    private static readonly Lazy<Dictionary<string, Syllable>> Ipa = new(() => Inverse(syllable => SyllableSounds.Ipa(syllable.Letters) + IpaTone(syllable.Tone)));

    /// <summary>An entry of a written form and its pronunciation.</summary>
    /// <param name="path">The file, for the exception.</param>
    /// <param name="line">The line, for the exception.</param>
    /// <param name="grapheme">The written form.</param>
    /// <param name="text">The pronunciation, syllables parted by blanks.</param>
    /// <param name="alphabet"><c>x-pinyin</c>, <c>x-bopomofo</c> or <c>ipa</c>.</param>
    /// <exception cref="LexiconException">The pronunciation is no Mandarin, or has not one syllable a character.</exception>
    public static LexiconEntry Entry(string path, int line, string grapheme, string text, string alphabet = "x-pinyin")
    {
        ArgumentNullException.ThrowIfNull(grapheme);
        ArgumentNullException.ThrowIfNull(text);
        if (grapheme.Trim().Length == 0)
        {
            throw new LexiconException(path, line, new Message("The written form is empty.", "词形为空。"));
        }

        var syllables = alphabet switch
        {
            "x-pinyin" => SyllableText.ParseAll(text),
            "x-bopomofo" => Parts(text, Bopomofo.Value),
            "ipa" => Parts(text, Ipa.Value),
            _ => throw new LexiconException(path, line, new Message($"The alphabet {alphabet} is not known; use x-pinyin, x-bopomofo or ipa.", $"不支持音标 {alphabet}，请用 x-pinyin、x-bopomofo 或 ipa。")),
        };

        if (syllables is null || !syllables.All(syllable => SyllableSounds.TrySplit(syllable.Letters, out _, out _)))
        {
            throw new LexiconException(path, line, new Message($"“{text}” is no Mandarin pronunciation.", $"“{text}”不是普通话读音。"));
        }

        var characters = grapheme.EnumerateRunes().Count();
        if (grapheme.EnumerateRunes().All(rune => rune.Value >= 0x3400) && characters != syllables.Count)
        {
            throw new LexiconException(path, line, new Message($"“{grapheme}” has {characters} characters, its pronunciation {syllables.Count} syllables.", $"“{grapheme}”有 {characters} 个字，读音却有 {syllables.Count} 个音节。"));
        }

        return new LexiconEntry(grapheme, [.. syllables], null, line);
    }

    private static List<Syllable>? Parts(string text, Dictionary<string, Syllable> table)
    {
        var result = new List<Syllable>();
        foreach (var part in text.Split([' ', '.', '\u3000'], StringSplitOptions.RemoveEmptyEntries))
        {
            var key = part.Normalize(NormalizationForm.FormC);
            if (!table.TryGetValue(key, out var syllable) && !(key[0] == '˙' && table.TryGetValue(key[1..] + "˙", out syllable)))
            {
                return null;
            }

            result.Add(syllable);
        }

        return result;
    }

    private static Dictionary<string, Syllable> Inverse(Func<Syllable, string> write)
    {
        var result = new Dictionary<string, Syllable>(StringComparer.Ordinal);
        var letters = Data.DataFile.Embedded().Lines(Data.DataSection.Syllables).Select(line => line[..^1]).Distinct(StringComparer.Ordinal);
        foreach (var name in letters.Where(name => SyllableSounds.TrySplit(name, out _, out _)))
        {
            for (var tone = 1; tone <= 5; tone++)
            {
                result.TryAdd(write(new Syllable(name, tone)).Normalize(NormalizationForm.FormC), new Syllable(name, tone));
            }
        }

        return result;
    }

    private static string IpaTone(int tone) => tone switch { 1 => "˥", 2 => "˧˥", 3 => "˨˩˦", 4 => "˥˩", _ => "" };
}
