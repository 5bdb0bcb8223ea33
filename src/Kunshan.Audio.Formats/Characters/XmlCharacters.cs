using System.Xml;

namespace Kunshan.Audio.Formats.Characters;

/// <summary>Which characters an XML 1.0 document can hold (section 2.2).</summary>
public static class XmlCharacters
{
    /// <summary>Text without the characters that XML 1.0 cannot hold, halves of surrogate pairs among them.</summary>
    public static string Clean(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        for (var i = 0; i < text.Length; i++)
        {
            if (!IsXml(text, i))
            {
                return string.Concat(text.Where((_, at) => IsXml(text, at)));
            }
        }

        return text;
    }

    private static bool IsXml(string text, int at) => text[at] switch
    {
        var high when char.IsHighSurrogate(high) => at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]),
        var low when char.IsLowSurrogate(low) => at > 0 && char.IsHighSurrogate(text[at - 1]),
        var other => XmlConvert.IsXmlChar(other),
    };
}
