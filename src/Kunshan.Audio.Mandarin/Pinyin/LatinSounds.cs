using Kunshan.Audio.Mandarin.Data;

namespace Kunshan.Audio.Mandarin.Pinyin;

/// <summary>Syllables for letters and Latin words, for voices without phones for them: letter names, a table of words, pinyin spelling, else an approximation.</summary>
internal sealed class LatinSounds(CharacterTable characters)
{
    private readonly Dictionary<string, Syllable[]> letters = Read("letters", StringComparer.Ordinal);
    private readonly Dictionary<string, Syllable[]> words = Read("latin-words", StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> onsets = Table.Rows("latin-sounds").Where(row => row[0] == "onset").ToDictionary(row => row[1], row => row[2], StringComparer.Ordinal);
    private readonly Dictionary<string, string> vowels = Table.Rows("latin-sounds").Where(row => row[0] == "vowel").ToDictionary(row => row[1], row => row[2], StringComparer.Ordinal);
    private readonly Dictionary<string, string> lone = Table.Rows("latin-sounds").Where(row => row[0] == "lone").ToDictionary(row => row[1], row => row[2], StringComparer.Ordinal);

    /// <summary>The name of a letter, or of a symbol that stands in the table of letters; null when it has none.</summary>
    public Syllable[]? Letter(char letter) => letters.GetValueOrDefault(letter.ToString()) ?? letters.GetValueOrDefault(char.ToUpperInvariant(letter).ToString()) ?? letters.GetValueOrDefault(char.ToLowerInvariant(letter).ToString());

    /// <summary>The syllables of a word of ASCII letters.</summary>
    public Syllable[] Word(string word)
    {
        if (words.TryGetValue(word, out var listed))
        {
            return listed;
        }

        var lower = word.ToLowerInvariant();
        return Spelled(lower) ?? Approximate(lower);
    }

    // Kunshan, Zhang: a word that is pinyin throughout, in first tones.
    private Syllable[]? Spelled(string word)
    {
        var result = new List<Syllable>();
        var at = 0;
        while (at < word.Length)
        {
            var length = Math.Min(6, word.Length - at);
            while (length > 1 && !characters.IsSyllable(word.Substring(at, length)))
            {
                length--;
            }

            if (length <= 1)
            {
                return null;
            }

            result.Add(new Syllable(word.Substring(at, length), 1));
            at += length;
        }

        return [.. result];
    }

    private Syllable[] Approximate(string word)
    {
        var result = new List<Syllable>();
        var at = 0;
        while (at < word.Length)
        {
            var onset = Longest(onsets, word, at);
            var vowel = Longest(vowels, word, at + onset.Length);
            if (vowel.Length == 0 && onset.Length == 0)
            {
                at++;
                continue;
            }

            if (vowel.Length == 0)
            {
                Add(result, lone.GetValueOrDefault(onset, onsets[onset] + "e5"));
            }
            else
            {
                Add(result, Joined(onset.Length == 0 ? "" : onsets[onset], vowels[vowel]) + "1");
            }

            at += onset.Length + vowel.Length;
        }

        return result.Count > 0 ? [.. result] : [new Syllable("a", 1)];
    }

    private string Joined(string onset, string vowel)
    {
        foreach (var candidate in (string[])[onset + vowel, onset + (vowel[0] == 'i' ? "ei" : "o"), onset + "u", onset + "e"])
        {
            if (characters.IsSyllable(candidate))
            {
                return candidate;
            }
        }

        return "a";
    }

    private static string Longest(Dictionary<string, string> table, string word, int at)
    {
        for (var length = Math.Min(3, word.Length - at); length > 0; length--)
        {
            if (table.ContainsKey(word.Substring(at, length)))
            {
                return word.Substring(at, length);
            }
        }

        return "";
    }

    private static void Add(List<Syllable> result, string text)
    {
        result.AddRange(SyllableText.ParseAll(text) ?? []);
    }

    private static Dictionary<string, Syllable[]> Read(string table, StringComparer comparer) =>
        Table.Rows(table).ToDictionary(row => row[0], row => SyllableText.ParseAll(row[1])!.ToArray(), comparer);
}
