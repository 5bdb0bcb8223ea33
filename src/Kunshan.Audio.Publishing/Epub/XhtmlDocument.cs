using System.Text;
using System.Xml;

namespace Kunshan.Audio.Publishing.Epub;

/// <summary>A content document of the EPUB: head and body around what a caller writes.</summary>
internal static class XhtmlDocument
{
    public const string Xhtml = "http://www.w3.org/1999/xhtml";
    public const string Ops = "http://www.idpf.org/2007/ops";

    private static readonly XmlWriterSettings Settings = new() { NewLineChars = "\n", NewLineHandling = NewLineHandling.None, Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) };

    /// <summary>Writes a document.</summary>
    /// <param name="title">Its title.</param>
    /// <param name="language">BCP 47 tag.</param>
    /// <param name="stylesheet">Path of the style sheet, relative to the document.</param>
    /// <param name="writeBody">Writes the content of the body; elements written without a namespace are XHTML.</param>
    public static byte[] Write(string title, string language, string stylesheet, Action<XmlWriter> writeBody) => WriteXml(writer =>
    {
        writer.WriteDocType("html", null, null, null);
        writer.WriteWhitespace("\n");
        writer.WriteStartElement("html", Xhtml);
        writer.WriteAttributeString("xmlns", "epub", null, Ops);
        writer.WriteAttributeString("lang", language);
        writer.WriteAttributeString("xml", "lang", null, language);
        writer.WriteStartElement("head");
        writer.WriteElementString("title", title);
        writer.WriteStartElement("link");
        writer.WriteAttributeString("rel", "stylesheet");
        writer.WriteAttributeString("type", "text/css");
        writer.WriteAttributeString("href", stylesheet);
        writer.WriteEndElement();
        writer.WriteEndElement();
        writer.WriteStartElement("body");
        writeBody(writer);
        writer.WriteEndElement();
        writer.WriteEndElement();
    });

    /// <summary>Writes any XML file: declaration, LF, UTF-8 without a mark.</summary>
    public static byte[] WriteXml(Action<XmlWriter> write)
    {
        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, Settings))
        {
            writer.WriteStartDocument();
            writer.WriteWhitespace("\n");
            write(writer);
            writer.WriteEndDocument();
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }
}
