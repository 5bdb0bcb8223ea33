using System.Collections.Frozen;

namespace Kunshan.Audio.Engines.BuiltIn.Model;

/// <summary>Pinyin to the ids of a model (specification of the model file, section 2).</summary>
internal sealed class SyllableTable
{
    private static readonly FrozenDictionary<string, string> Whole = LoadWhole();

    private static readonly FrozenSet<string> Stops = FrozenSet.Create("b", "p", "d", "t", "g", "k", "j", "q", "zh", "ch", "z", "c");

    private readonly Dictionary<string, int> initials;
    private readonly Dictionary<string, int> finals;

    public SyllableTable(VoiceModel model)
    {
        initials = model.Initials.Select((name, index) => (name, index)).ToDictionary(pair => pair.name, pair => pair.index + 1);
        finals = model.Finals.Select((name, index) => (name, index)).ToDictionary(pair => pair.name, pair => pair.index + 2);
    }

    /// <summary>The ids of a syllable; of the nearest one where the table has no such syllable: never silence.</summary>
    /// <param name="letters">Letters without tone, ü as <c>v</c> or <c>ü</c>; a closing <c>r</c> is erhua.</param>
    /// <param name="tone">1 to 5.</param>
    /// <param name="isExact">Whether the syllable itself was found.</param>
    public SyllableId Resolve(string letters, int tone, out bool isExact)
    {
        var rest = letters.Replace('ü', 'v').ToLowerInvariant();
        var erhua = rest.Length > 1 && rest.EndsWith('r') && rest != "er";
        rest = erhua ? rest[..^1] : rest;
        isExact = tone is >= 1 and <= 5;
        var spoken = isExact ? tone : 5;
        for (var from = 0; from < rest.Length; from++)
        {
            if (Split(rest[from..]) is { } found)
            {
                isExact &= from == 0;
                return new(found.Initial, found.Final, spoken, erhua, found.IsStop);
            }
        }

        isExact = false;
        return new(0, finals["a"], spoken, erhua, false);
    }

    /// <summary>Whether the table has the syllable.</summary>
    public bool IsKnown(Syllable syllable)
    {
        Resolve(syllable.Letters, syllable.Tone, out var isExact);
        return isExact;
    }

    private (int Initial, int Final, bool IsStop)? Split(string letters)
    {
        if (Whole.TryGetValue(letters, out var whole))
        {
            return finals.TryGetValue(whole, out var id) ? (0, id, false) : null;
        }

        var initial = "";
        for (var length = 2; length > 0 && initial.Length == 0; length--)
        {
            if (letters.Length > length && initials.ContainsKey(letters[..length]))
            {
                initial = letters[..length];
            }
        }

        var name = Final(initial, letters[initial.Length..]);
        return finals.TryGetValue(name, out var final) ? (initial.Length == 0 ? 0 : initials[initial], final, Stops.Contains(initial)) : null;
    }

    private static string Final(string initial, string written)
    {
        var final = initial is "j" or "q" or "x" && written.StartsWith('u') ? "v" + written[1..] : written;
        return (initial, final) switch
        {
            ("z" or "c" or "s", "i") => "ii",
            ("zh" or "ch" or "sh" or "r", "i") => "iii",
            (_, "iu") => "iou",
            (_, "ui") => "uei",
            (_, "un") => "uen",
            (_, "ue") => "ve",
            _ => final,
        };
    }

    private static FrozenDictionary<string, string> LoadWhole()
    {
        using var stream = typeof(SyllableTable).Assembly.GetManifestResourceStream("whole-syllables.tsv")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n').Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t')).ToFrozenDictionary(fields => fields[0], fields => fields[1], StringComparer.Ordinal);
    }
}
