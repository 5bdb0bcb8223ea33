using System.Xml;
using Kunshan.Audio.Formats.Characters;

namespace Kunshan.Audio.Speech.Ssml;

/// <summary>SSML 1.1 that any engine understands: the text as it stands, <c>sub</c> where something else is said (SSML 1.1, 3.1.11).</summary>
public sealed class NeutralDialect : ISsmlDialect
{
    /// <inheritdoc/>
    public string Name => "neutral";

    /// <inheritdoc/>
    public void WriteWords(XmlWriter writer, SpokenForm form)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(form);
        foreach (var token in form.Tokens)
        {
            if (token.Spoken.Length == 0 || token.Spoken == token.Surface)
            {
                writer.WriteString(XmlCharacters.Clean(token.Surface));
                continue;
            }

            writer.WriteStartElement("sub", SsmlDocument.Namespace);
            writer.WriteAttributeString("alias", XmlCharacters.Clean(token.Spoken));
            writer.WriteString(XmlCharacters.Clean(token.Surface));
            writer.WriteEndElement();
        }
    }
}
