using System.Globalization;
using System.Text;

namespace Kunshan.Audio.Mandarin.Dialects;

/// <summary>The built-in voice's syllables: letters and surface tone, <c>v</c> for ü, erhua as <c>r</c> before the tone; <c> | </c> parts phrases.</summary>
public static class BuiltInDialect
{
    private const int PhrasePause = 150;

    /// <summary>Writes a spoken form.</summary>
    public static string Write(SpokenForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        var text = new StringBuilder();
        foreach (var token in form.Tokens)
        {
            foreach (var syllable in token.Syllables)
            {
                Append(text, syllable);
            }

            if (token.BreakAfter >= PhrasePause && text.Length > 0)
            {
                text.Append(" |");
            }
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, Syllable syllable)
    {
        if (syllable is { Letters: "r" } && text.Length > 0 && char.IsAsciiDigit(text[^1]))
        {
            text.Insert(text.Length - 1, 'r');
            return;
        }

        text.Append(text.Length > 0 ? " " : "").Append(CultureInfo.InvariantCulture, $"{(syllable.Letters == "r" ? "er" : syllable.Letters)}{syllable.Tone}");
    }
}
