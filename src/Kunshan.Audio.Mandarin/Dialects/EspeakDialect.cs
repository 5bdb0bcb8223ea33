using System.Globalization;
using System.Text;

namespace Kunshan.Audio.Mandarin.Dialects;

/// <summary>espeak-ng's <c>cmn-latn-pinyin</c>: syllables parted by blanks, erhua as <c>r5</c> joined to its base, a comma at each pause. Nothing but tones is a digit, nothing is a hyphen.</summary>
public static class EspeakDialect
{
    /// <summary>Writes a spoken form; give it to the program through standard input.</summary>
    public static string Write(SpokenForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        var text = new StringBuilder();
        var pause = false;
        foreach (var token in form.Tokens)
        {
            foreach (var syllable in token.Syllables)
            {
                var joined = syllable.Letters == "r" && text.Length > 0 && !pause;
                text.Append(pause ? ", " : joined || text.Length == 0 ? "" : " ");
                text.Append(CultureInfo.InvariantCulture, $"{(syllable.Letters == "r" && !joined ? "er" : syllable.Letters)}{syllable.Tone}");
                pause = false;
            }

            pause |= token.BreakAfter > 0 && text.Length > 0;
        }

        return text.ToString();
    }
}
