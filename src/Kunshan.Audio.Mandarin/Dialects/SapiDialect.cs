using System.Globalization;
using System.Text;
using Kunshan.Audio.Mandarin.Pinyin;

namespace Kunshan.Audio.Mandarin.Dialects;

/// <summary>Azure's <c>sapi</c> phones for zh-CN: <c>zu 3 - zhi 1</c>; erhua as <c>hui r 4</c>; ü is <c>v</c> in nv and lv, <c>u</c> in lue and nue. One phone outside the closed set refuses a document, so such a syllable is left out.</summary>
public static class SapiDialect
{
    /// <summary>Writes a spoken form.</summary>
    public static string Write(SpokenForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return Write(form.Tokens.SelectMany(token => token.Syllables));
    }

    /// <summary>Writes the value of a <c>ph</c> attribute.</summary>
    public static string Write(IEnumerable<Syllable> syllables)
    {
        ArgumentNullException.ThrowIfNull(syllables);
        var text = new StringBuilder();
        foreach (var syllable in syllables)
        {
            if (syllable.Letters == "r" && text.Length > 0)
            {
                text.Insert(text.Length - 1, "r ");
            }
            else if (SyllableSounds.TrySplit(syllable.Letters, out _, out _))
            {
                text.Append(text.Length > 0 ? " - " : "").Append(CultureInfo.InvariantCulture, $"{Phone(syllable.Letters)} {syllable.Tone}");
            }
        }

        return text.ToString();
    }

    private static string Phone(string letters) => letters switch { "lve" => "lue", "nve" => "nue", "r" => "er", _ => letters };
}
