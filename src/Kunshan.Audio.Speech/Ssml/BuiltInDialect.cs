using System.Xml;
using Kunshan.Audio.Formats.Characters;

namespace Kunshan.Audio.Speech.Ssml;

/// <summary>The built-in voice's SSML: every spoken token is a <c>phoneme</c> in pinyin with tone digits (SSML 1.1, 3.1.10; a private alphabet begins with <c>x-</c>), every pause inside the utterance a <c>break</c>.</summary>
public sealed class BuiltInDialect : ISsmlDialect
{
    /// <inheritdoc/>
    public string Name => "built-in";

    /// <inheritdoc/>
    public void WriteWords(XmlWriter writer, SpokenForm form)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(form);
        foreach (var token in form.Tokens)
        {
            if (token.Syllables.Length > 0)
            {
                writer.WriteStartElement("phoneme", SsmlDocument.Namespace);
                writer.WriteAttributeString("alphabet", "x-pinyin");
                writer.WriteAttributeString("ph", string.Join(' ', token.Syllables));
                writer.WriteString(XmlCharacters.Clean(token.Surface));
                writer.WriteEndElement();
            }
            else
            {
                writer.WriteString(XmlCharacters.Clean(token.Surface));
            }

            if (token.BreakAfter > 0)
            {
                SsmlDocument.WriteBreak(writer, token.BreakAfter);
            }
        }
    }
}
