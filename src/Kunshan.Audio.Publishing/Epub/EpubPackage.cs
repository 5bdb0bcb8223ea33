using System.Globalization;
using System.Xml;
using Kunshan.Audio.Formats.Characters;
using Kunshan.Audio.Formats.Times;

namespace Kunshan.Audio.Publishing.Epub;

/// <summary>The package document (EPUB 3.3, section 5) with durations of its overlays and honest accessibility metadata (EPUB Accessibility 1.1).</summary>
internal sealed class EpubPackage(PublicationSource source, Timeline timeline, PublicationStrings strings)
{
    public const string ActiveClass = "ka-active";
    public const string PlayingClass = "ka-playing";
    private const string Opf = "http://www.idpf.org/2007/opf";
    private const string DublinCore = "http://purl.org/dc/elements/1.1/";
    private const string Claim = "EPUB Accessibility 1.1 - WCAG 2.2 Level AA";

    // What is here whatever the article holds; anything else would be a claim about a particular text.
    private static readonly string[] Features = ["synchronizedAudioText", "structuralNavigation", "tableOfContents", "readingOrder", "displayTransformability"];

    /// <summary>Writes the document.</summary>
    public byte[] Write() => XhtmlDocument.WriteXml(writer =>
    {
        writer.WriteStartElement("package", Opf);
        writer.WriteAttributeString("version", "3.0");
        writer.WriteAttributeString("unique-identifier", "id");
        writer.WriteAttributeString("xml", "lang", null, source.Script.Language);
        Line(writer, 1);
        writer.WriteStartElement("metadata");
        writer.WriteAttributeString("xmlns", "dc", null, DublinCore);
        WriteDescription(writer);
        WriteDurations(writer);
        WriteAccessibility(writer);
        Line(writer, 1);
        writer.WriteEndElement();
        WriteManifest(writer);
        WriteSpine(writer);
        Line(writer, 0);
        writer.WriteEndElement();
    });

    private void WriteDescription(XmlWriter writer)
    {
        var metadata = source.Article.Metadata;
        Dublin(writer, "identifier", source.Identifier, "id");
        Dublin(writer, "title", metadata.Title);
        Dublin(writer, "language", source.Script.Language);
        foreach (var author in metadata.Authors)
        {
            Dublin(writer, "creator", author);
        }

        Dublin(writer, "date", metadata.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Dublin(writer, "publisher", metadata.Publisher);
        Dublin(writer, "source", metadata.Source);
        Dublin(writer, "rights", metadata.Rights);
        Meta(writer, "dcterms:modified", source.Modified.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
    }

    private void WriteDurations(XmlWriter writer)
    {
        var navigation = EpubOverlay.NavigationDuration(source.Script, timeline);
        var total = navigation;
        foreach (var section in source.Script.Sections)
        {
            var duration = timeline.DurationOf(section.Id);
            total += duration;
            Meta(writer, "media:duration", MediaTime.Smil(duration), $"#smil-{section.Id}");
        }

        Meta(writer, "media:duration", MediaTime.Smil(navigation), "#smil-nav");
        Meta(writer, "media:duration", MediaTime.Smil(total));
        foreach (var voice in source.Voices)
        {
            Meta(writer, "media:narrator", $"{strings["voice"]} {voice.Name}");
        }

        Meta(writer, "media:active-class", ActiveClass);
        Meta(writer, "media:playback-active-class", PlayingClass);
    }

    /// <summary>Text with narration of all of it: textual, never auditory; either alone suffices (EPUB Accessibility techniques, synchronized text-audio).</summary>
    private void WriteAccessibility(XmlWriter writer)
    {
        Meta(writer, "schema:accessMode", "textual");
        Meta(writer, "schema:accessModeSufficient", "textual");
        Meta(writer, "schema:accessModeSufficient", "auditory");
        foreach (var feature in Features)
        {
            Meta(writer, "schema:accessibilityFeature", feature);
        }

        if (source.Article.Blocks.Any(block => block.Inlines.Any(inline => inline is Ruby)))
        {
            Meta(writer, "schema:accessibilityFeature", "rubyAnnotations");
        }

        Meta(writer, "schema:accessibilityHazard", "none");
        Meta(writer, "schema:accessibilitySummary", strings["summary"]);
        if (source.CertifiedBy is { } certifier)
        {
            Line(writer, 2);
            writer.WriteStartElement("meta");
            writer.WriteAttributeString("property", "dcterms:conformsTo");
            writer.WriteAttributeString("id", "conformance");
            writer.WriteString(Claim);
            writer.WriteEndElement();
            Meta(writer, "a11y:certifiedBy", certifier, "#conformance");
        }
    }

    private void WriteManifest(XmlWriter writer)
    {
        Line(writer, 1);
        writer.WriteStartElement("manifest");
        Item(writer, "nav", EpubPaths.Navigation, "application/xhtml+xml", "smil-nav", "nav");
        Item(writer, "smil-nav", EpubPaths.NavigationOverlay, "application/smil+xml");
        Item(writer, "style", EpubPaths.Style, "text/css");
        foreach (var section in source.Script.Sections)
        {
            Item(writer, $"text-{section.Id}", EpubPaths.Text(section.Id), "application/xhtml+xml", $"smil-{section.Id}");
            Item(writer, $"smil-{section.Id}", EpubPaths.Overlay(section.Id), "application/smil+xml");
            Item(writer, $"audio-{section.Id}", EpubPaths.Audio(section.Id), source.Recording.Tracks[0].MediaType);
        }

        Item(writer, "colophon", EpubPaths.Colophon, "application/xhtml+xml");
        Line(writer, 1);
        writer.WriteEndElement();
    }

    private void WriteSpine(XmlWriter writer)
    {
        Line(writer, 1);
        writer.WriteStartElement("spine");
        foreach (var id in source.Script.Sections.Select(section => $"text-{section.Id}").Append("colophon"))
        {
            Line(writer, 2);
            writer.WriteStartElement("itemref");
            writer.WriteAttributeString("idref", id);
            writer.WriteEndElement();
        }

        Line(writer, 1);
        writer.WriteEndElement();
    }

    private static void Item(XmlWriter writer, string id, string path, string mediaType, string? overlay = null, string? properties = null)
    {
        Line(writer, 2);
        writer.WriteStartElement("item");
        writer.WriteAttributeString("id", id);
        writer.WriteAttributeString("href", path);
        writer.WriteAttributeString("media-type", mediaType);
        if (properties is not null)
        {
            writer.WriteAttributeString("properties", properties);
        }

        if (overlay is not null)
        {
            writer.WriteAttributeString("media-overlay", overlay);
        }

        writer.WriteEndElement();
    }

    private static void Dublin(XmlWriter writer, string name, string? value, string? id = null)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            return;
        }

        Line(writer, 2);
        writer.WriteStartElement("dc", name, DublinCore);
        if (id is not null)
        {
            writer.WriteAttributeString("id", id);
        }

        writer.WriteString(XmlCharacters.Clean(value));
        writer.WriteEndElement();
    }

    private static void Meta(XmlWriter writer, string property, string value, string? refines = null)
    {
        Line(writer, 2);
        writer.WriteStartElement("meta");
        writer.WriteAttributeString("property", property);
        if (refines is not null)
        {
            writer.WriteAttributeString("refines", refines);
        }

        writer.WriteString(XmlCharacters.Clean(value));
        writer.WriteEndElement();
    }

    private static void Line(XmlWriter writer, int depth) => writer.WriteWhitespace("\n" + new string(' ', depth * 2));
}
