using System.Globalization;
using System.Text;

namespace Kunshan.Audio.Production;

/// <summary>Base name of a publication's files.</summary>
public static class Slug
{
    private const int MaxLength = 40;

    /// <summary>Letters and digits of the title (hanzi stay), at most 40 characters; where it has none, those of the file's name; else <c>article</c>.</summary>
    public static string Of(string title, string path)
    {
        ArgumentNullException.ThrowIfNull(title);
        ArgumentNullException.ThrowIfNull(path);
        foreach (var source in (ReadOnlySpan<string>)[title, Path.GetFileNameWithoutExtension(path)])
        {
            var slug = LettersAndDigits(source);
            if (slug.Length > 0)
            {
                return slug;
            }
        }

        return "article";
    }

    private static string LettersAndDigits(string text)
    {
        var slug = new StringBuilder();
        var length = 0;
        var gap = false;
        foreach (var rune in text.Normalize(NormalizationForm.FormKC).EnumerateRunes())
        {
            if (!Rune.IsLetterOrDigit(rune))
            {
                gap = true;
                continue;
            }

            if (length == MaxLength)
            {
                break;
            }

            // Latin words that stood apart stay apart; between hanzi nothing is needed.
            if (gap && slug.Length > 0 && rune.Value < 0x2E80 && slug[^1] < 0x2E80 && length + 1 < MaxLength)
            {
                slug.Append('-');
                length++;
            }

            gap = false;
            slug.Append(rune.ToString().ToLower(CultureInfo.InvariantCulture));
            length++;
        }

        return slug.ToString();
    }
}
