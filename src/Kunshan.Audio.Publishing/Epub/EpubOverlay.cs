using System.Xml;
using Kunshan.Audio.Formats.Times;

namespace Kunshan.Audio.Publishing.Epub;

/// <summary>Media overlays (EPUB 3.3, section 9): a <c>seq</c> for the section, one for each block, a <c>par</c> for each utterance.</summary>
internal static class EpubOverlay
{
    private const string Smil = "http://www.w3.org/ns/SMIL";

    /// <summary>The overlay of a section's document.</summary>
    public static byte[] OfSection(Section section, Timeline timeline)
    {
        var clips = timeline.Of(section.Id).ToDictionary(clip => clip.Utterance);
        var text = $"../{EpubPaths.Text(section.Id)}";
        return Write(text, section.Id.Value, writer =>
        {
            for (var i = 0; i < section.Utterances.Length; i++)
            {
                var utterance = section.Utterances[i];
                var block = utterance.Source.Block;
                if (i == 0 || section.Utterances[i - 1].Source.Block != block)
                {
                    Line(writer, 3);
                    StartSequence(writer, $"{text}#{block}", utterance.Role == BlockRole.List ? "list-item" : null);
                }

                WritePar(writer, $"{text}#{utterance.Id}", $"../{EpubPaths.Audio(section.Id)}", clips[utterance.Id]);
                if (i == section.Utterances.Length - 1 || section.Utterances[i + 1].Source.Block != block)
                {
                    Line(writer, 3);
                    writer.WriteEndElement();
                }
            }
        });
    }

    /// <summary>The overlay of the navigation document: the cues of the headings again.</summary>
    public static byte[] OfNavigation(Script script, Timeline timeline) =>
        Write($"../{EpubPaths.Navigation}", "toc", writer =>
        {
            foreach (var section in script.Sections)
            {
                WritePar(writer, $"../{EpubPaths.Navigation}#nav-{section.Id}", $"../{EpubPaths.Audio(section.Id)}", timeline.Of(section.Id)[0]);
            }
        });

    /// <summary>Length of the navigation overlay.</summary>
    public static long NavigationDuration(Script script, Timeline timeline) => script.Sections.Sum(section => timeline.Of(section.Id)[0].End - timeline.Of(section.Id)[0].Begin);

    private static byte[] Write(string text, string fragment, Action<XmlWriter> writeBody) => XhtmlDocument.WriteXml(writer =>
    {
        writer.WriteStartElement("smil", Smil);
        writer.WriteAttributeString("xmlns", "epub", null, XhtmlDocument.Ops);
        writer.WriteAttributeString("version", "3.0");
        Line(writer, 1);
        writer.WriteStartElement("body");
        Line(writer, 2);
        StartSequence(writer, $"{text}#{fragment}", null);
        writeBody(writer);
        Line(writer, 2);
        writer.WriteEndElement();
        Line(writer, 1);
        writer.WriteEndElement();
        Line(writer, 0);
        writer.WriteEndElement();
    });

    private static void StartSequence(XmlWriter writer, string reference, string? type)
    {
        writer.WriteStartElement("seq");
        writer.WriteAttributeString("textref", XhtmlDocument.Ops, reference);
        if (type is not null)
        {
            writer.WriteAttributeString("type", XhtmlDocument.Ops, type);
        }
    }

    private static void WritePar(XmlWriter writer, string text, string audio, Clip clip)
    {
        Line(writer, 4);
        writer.WriteStartElement("par");
        writer.WriteStartElement("text");
        writer.WriteAttributeString("src", text);
        writer.WriteEndElement();
        writer.WriteStartElement("audio");
        writer.WriteAttributeString("src", audio);
        writer.WriteAttributeString("clipBegin", MediaTime.Smil(clip.Begin));
        writer.WriteAttributeString("clipEnd", MediaTime.Smil(clip.End));
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static void Line(XmlWriter writer, int depth) => writer.WriteWhitespace("\n" + new string(' ', depth * 2));
}
