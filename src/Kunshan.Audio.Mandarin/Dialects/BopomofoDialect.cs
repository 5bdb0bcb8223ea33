using System.Text;
using Kunshan.Audio.Mandarin.Pinyin;

namespace Kunshan.Audio.Mandarin.Dialects;

/// <summary>Bopomofo for zh-TW voices: tone marks after the syllable, the first tone bare, ˙ for neutral; erhua as ㄦ.</summary>
public static class BopomofoDialect
{
    private static readonly string[] Tones = ["", "", "ˊ", "ˇ", "ˋ", "˙"];

    /// <summary>Writes a spoken form; a blank parts syllables, a comma stands for a pause.</summary>
    public static string Write(SpokenForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        var text = new StringBuilder();
        foreach (var token in form.Tokens)
        {
            foreach (var syllable in token.Syllables)
            {
                text.Append(text.Length > 0 ? " " : "").Append(Write(syllable));
            }

            text.Append(token.BreakAfter > 0 && text.Length > 0 ? "，" : "");
        }

        return text.ToString();
    }

    /// <summary>Writes one syllable.</summary>
    public static string Write(Syllable syllable) => SyllableSounds.Bopomofo(syllable.Letters) + Tones[syllable.Tone is >= 1 and <= 5 ? syllable.Tone : 5];
}
