using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Kunshan.Audio.Publishing.Html;

/// <summary>What the player knows: cues in milliseconds, chapters, strings. JSON in the page; <c>&lt;</c>, <c>&gt;</c> and <c>&amp;</c> are escaped, so that no title ends the script element.</summary>
internal static class PageData
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static string Write(PublicationSource source, Timeline timeline, PublicationStrings strings)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteString("id", source.Identifier);
            json.WriteString("title", source.Article.Metadata.Title);
            json.WriteNumber("duration", timeline.Duration);
            WriteSections(json, source, timeline);
            json.WriteStartObject("strings");
            foreach (var (name, text) in strings.OfPlayer)
            {
                json.WriteString(name, text);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void WriteSections(Utf8JsonWriter json, PublicationSource source, Timeline timeline)
    {
        json.WriteStartArray("sections");
        foreach (var section in source.Script.Sections)
        {
            var clips = timeline.Of(section.Id);
            json.WriteStartObject();
            json.WriteString("id", section.Id.Value);
            json.WriteString("title", section.Title);
            json.WriteNumber("begin", timeline.InWhole.First(clip => clip.Utterance == clips[0].Utterance).Begin);
            json.WriteNumber("duration", clips[^1].End);
            json.WriteStartArray("cues");
            foreach (var clip in clips)
            {
                json.WriteStartArray();
                json.WriteStringValue(clip.Utterance.Value);
                json.WriteNumberValue(clip.Begin);
                json.WriteEndArray();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
