using Kunshan.Audio.Mandarin.Data;

namespace Kunshan.Audio.Mandarin.Pinyin;

/// <summary>Initials and finals of pinyin syllables, with Bopomofo and IPA.</summary>
internal static class SyllableSounds
{
    private static readonly Dictionary<string, (string Bopomofo, string Ipa)> Initials = Read("initial");
    private static readonly Dictionary<string, (string Bopomofo, string Ipa)> Finals = Read("final");

    /// <summary>Splits letters (ü as v, no tone) into an initial, which may be empty, and a final; false when they are no syllable.</summary>
    public static bool TrySplit(string letters, out string initial, out string final)
    {
        initial = letters.Length > 1 && Initials.ContainsKey(letters[..2]) ? letters[..2] : letters.Length > 1 && Initials.ContainsKey(letters[..1]) ? letters[..1] : "";
        final = initial.Length == 0 ? Whole(letters) : AfterInitial(initial, letters[initial.Length..]);
        if (Finals.ContainsKey(final))
        {
            return true;
        }

        initial = "";
        final = Whole(letters); // er, and the nasals m, n, ng
        return Finals.ContainsKey(final);
    }

    /// <summary>Bopomofo without tone.</summary>
    public static string Bopomofo(string letters) =>
        TrySplit(letters, out var initial, out var final) ? (initial.Length == 0 ? "" : Initials[initial].Bopomofo) + Finals[final].Bopomofo : letters;

    /// <summary>IPA without tone.</summary>
    public static string Ipa(string letters) =>
        TrySplit(letters, out var initial, out var final) ? (initial.Length == 0 ? "" : Initials[initial].Ipa) + Finals[final].Ipa : letters;

    private static string AfterInitial(string initial, string rest)
    {
        if (initial is "j" or "q" or "x" && rest[0] == 'u')
        {
            rest = "v" + rest[1..];
        }

        return rest switch
        {
            "i" when initial is "z" or "c" or "s" => "ii",
            "i" when initial is "zh" or "ch" or "sh" or "r" => "iii",
            "iu" => "iou",
            "ui" => "uei",
            "un" => "uen",
            "ue" => "ve",
            _ => rest,
        };
    }

    private static string Whole(string letters) => letters switch
    {
        "yi" => "i",
        "yin" => "in",
        "ying" => "ing",
        "you" => "iou",
        "wu" => "u",
        "wei" => "uei",
        "wen" => "uen",
        "yu" => "v",
        "yue" => "ve",
        "yuan" => "van",
        "yun" => "vn",
        "yong" => "iong",
        ['y', .. var rest] => "i" + rest,
        ['w', .. var rest] => "u" + rest,
        _ => letters,
    };

    private static Dictionary<string, (string Bopomofo, string Ipa)> Read(string kind) =>
        Table.Rows("sounds").Where(row => row[0] == kind).ToDictionary(row => row[1], row => (row[2], row[3]), StringComparer.Ordinal);
}
