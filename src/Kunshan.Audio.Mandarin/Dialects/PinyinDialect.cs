using System.Text;
using Kunshan.Audio.Mandarin.Pinyin;

namespace Kunshan.Audio.Mandarin.Dialects;

/// <summary>Pinyin with tone marks for people: words joined, marks kept (GB/T 16159).</summary>
public static class PinyinDialect
{
    /// <summary>Writes a spoken form.</summary>
    public static string Write(SpokenForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        var text = new StringBuilder();
        foreach (var token in form.Tokens)
        {
            if (token.Syllables.IsEmpty)
            {
                text.Append(token.Surface.Trim());
                continue;
            }

            if (text.Length > 0)
            {
                text.Append(' ');
            }

            Append(text, token);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, SpokenToken token)
    {
        for (var i = 0; i < token.Syllables.Length; i++)
        {
            var written = SyllableText.WithMark(token.Syllables[i].Letters, token.Syllables[i].Tone);
            if (i > 0 && written[0].ToString().Normalize(NormalizationForm.FormD)[0] is 'a' or 'o' or 'e')
            {
                text.Append('\'');
            }

            text.Append(written);
        }
    }
}
