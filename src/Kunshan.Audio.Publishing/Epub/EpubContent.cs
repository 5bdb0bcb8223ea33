using System.Xml;
using Kunshan.Audio.Formats.Characters;
using Kunshan.Audio.Publishing.Markup;

namespace Kunshan.Audio.Publishing.Epub;

/// <summary>The XHTML documents of the EPUB.</summary>
internal static class EpubContent
{
    /// <summary>A section's document.</summary>
    public static byte[] OfSection(Section section, PublicationSource source) =>
        XhtmlDocument.Write(section.Title, source.Script.Language, $"../{EpubPaths.Style}", writer =>
        {
            writer.WriteWhitespace("\n  ");
            writer.WriteStartElement("section");
            writer.WriteAttributeString("id", section.Id.Value);
            writer.WriteAttributeString("type", XhtmlDocument.Ops, "chapter");
            writer.WriteAttributeString("role", "doc-chapter");
            if (section.Heading is { } heading)
            {
                writer.WriteAttributeString("aria-labelledby", heading.Value);
            }
            else
            {
                writer.WriteAttributeString("aria-label", section.Title);
            }

            new SectionMarkup(writer, source.Article, source.Script).Write(section);
            writer.WriteWhitespace("\n  ");
            writer.WriteEndElement();
            writer.WriteWhitespace("\n");
        });

    /// <summary>The navigation document: table of contents, and landmarks for machines.</summary>
    public static byte[] OfNavigation(PublicationSource source, PublicationStrings strings) =>
        XhtmlDocument.Write(strings["contents"], source.Script.Language, EpubPaths.Style, writer =>
        {
            StartNavigation(writer, "toc", "doc-toc", strings["contents"]);
            foreach (var section in source.Script.Sections)
            {
                WriteLink(writer, $"nav-{section.Id}", $"{EpubPaths.Text(section.Id)}#{section.Id}", null, section.Title);
            }

            WriteLink(writer, "nav-colophon", EpubPaths.Colophon, null, strings["colophon"]);
            EndNavigation(writer);
            StartNavigation(writer, "landmarks", null, strings["landmarks"]);
            WriteLink(writer, null, $"{EpubPaths.Text(source.Script.Sections[0].Id)}#{source.Script.Sections[0].Id}", "bodymatter", strings["text"]);
            WriteLink(writer, null, EpubPaths.Colophon, "colophon", strings["colophon"]);
            EndNavigation(writer);
            writer.WriteWhitespace("\n");
        });

    /// <summary>Who speaks, who is to be thanked, what is shown and not read.</summary>
    public static byte[] OfColophon(PublicationSource source, PublicationStrings strings) =>
        XhtmlDocument.Write(strings["colophon"], source.Script.Language, $"../{EpubPaths.Style}", writer =>
        {
            writer.WriteStartElement("section");
            writer.WriteAttributeString("id", "colophon");
            writer.WriteAttributeString("type", XhtmlDocument.Ops, "colophon");
            writer.WriteAttributeString("role", "doc-colophon");
            writer.WriteAttributeString("aria-labelledby", "colophon-title");
            writer.WriteStartElement("h1");
            writer.WriteAttributeString("id", "colophon-title");
            writer.WriteString(strings["colophon"]);
            writer.WriteEndElement();
            foreach (var line in Colophon.Lines(source, strings))
            {
                writer.WriteStartElement("p");
                writer.WriteAttributeString("class", "unread");
                writer.WriteString(XmlCharacters.Clean(line));
                writer.WriteEndElement();
            }

            writer.WriteEndElement();
        });

    private static void StartNavigation(XmlWriter writer, string type, string? role, string title)
    {
        writer.WriteWhitespace("\n  ");
        writer.WriteStartElement("nav");
        writer.WriteAttributeString("type", XhtmlDocument.Ops, type);
        writer.WriteAttributeString("id", type);
        if (role is not null)
        {
            writer.WriteAttributeString("role", role);
        }
        else
        {
            writer.WriteAttributeString("hidden", "hidden");
        }

        writer.WriteAttributeString("aria-labelledby", $"{type}-title");
        writer.WriteStartElement(role is null ? "h2" : "h1");
        writer.WriteAttributeString("id", $"{type}-title");
        writer.WriteString(title);
        writer.WriteEndElement();
        writer.WriteStartElement("ol");
    }

    private static void EndNavigation(XmlWriter writer)
    {
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static void WriteLink(XmlWriter writer, string? id, string address, string? type, string text)
    {
        writer.WriteWhitespace("\n    ");
        writer.WriteStartElement("li");
        writer.WriteStartElement("a");
        if (id is not null)
        {
            writer.WriteAttributeString("id", id);
        }

        if (type is not null)
        {
            writer.WriteAttributeString("type", XhtmlDocument.Ops, type);
        }

        writer.WriteAttributeString("href", address);
        writer.WriteString(XmlCharacters.Clean(text));
        writer.WriteEndElement();
        writer.WriteEndElement();
    }
}
