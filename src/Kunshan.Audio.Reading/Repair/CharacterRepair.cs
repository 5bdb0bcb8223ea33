using System.Globalization;
using System.Text;

namespace Kunshan.Audio.Reading.Repair;

/// <summary>Drops what nobody sees (zero-width and control characters), makes every blank a plain one, composes letters with their marks (NFC), and decodes entities that were left as text.</summary>
internal static class CharacterRepair
{
    private static readonly (string Entity, string Text)[] Entities = [("&nbsp;", " "), ("&quot;", "\""), ("&lt;", "<"), ("&gt;", ">"), ("&ldquo;", "\u201C"), ("&rdquo;", "\u201D"), ("&mdash;", "\u2014"), ("&hellip;", "\u2026"), ("&middot;", "\u00B7"), ("&amp;", "&")];

    public static IEnumerable<TextEdit> Find(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '&' && Entities.FirstOrDefault(entity => string.CompareOrdinal(text, i, entity.Entity, 0, entity.Entity.Length) == 0) is { Entity: not null } entity)
            {
                yield return new(i, entity.Entity.Length, entity.Text);
                i += entity.Entity.Length - 1;
            }
            else if (c is '\t' or '\u00A0' or '\u3000' or '\u2028' or '\u2029' or (>= '\u2000' and <= '\u200A'))
            {
                yield return new(i, 1, " ");
            }
            else if (IsInvisible(text, i))
            {
                yield return new(i, 1, "");
            }
            else if (i + 1 < text.Length && IsCombining(text[i + 1]) && !IsInvisible(text, i))
            {
                var end = i + 1;
                while (end < text.Length && IsCombining(text[end]))
                {
                    end++;
                }

                var composed = char.IsSurrogate(c) ? text[i..end] : text[i..end].Normalize(NormalizationForm.FormC);
                if (composed.Length != end - i)
                {
                    yield return new(i, end - i, composed);
                }

                i = end - 1;
            }
        }
    }

    private static bool IsCombining(char c) => CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;

    private static bool IsInvisible(string text, int at)
    {
        var c = text[at];
        if (char.IsSurrogate(c))
        {
            var isPair = char.IsHighSurrogate(c) ? at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) : at > 0 && char.IsHighSurrogate(text[at - 1]);
            return !isPair;
        }

        return char.IsControl(c) || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.Format || c is '\uFEFF' or '\uFFFE' or '\uFFFF';
    }
}
