using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Kunshan.Audio.Scripting.Sentences;

namespace Kunshan.Audio.Scripting.ScriptFiles;

/// <summary>The script in a neutral schema for other programs: blocks as they stood in the file, spans of speech with offsets in code points, sentences.</summary>
public static class ScriptJson
{
    /// <summary>Writes it.</summary>
    public static string Write(Article article, Script script, string id)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(script);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteString("id", id);
            json.WriteStartArray("blocks");
            foreach (var block in article.Blocks)
            {
                WriteBlock(json, block, script);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static void WriteBlock(Utf8JsonWriter json, Block block, Script script)
    {
        json.WriteStartObject();
        json.WriteString("role", RoleName(block.Role));
        json.WriteString("text", block.Source.Raw);
        json.WriteString("shown", block.Text);
        json.WriteStartArray("spans");
        foreach (var attribution in script.Attributions.Where(attribution => attribution.Range.Block == block.Id))
        {
            WriteSpan(json, block, attribution);
        }

        json.WriteEndArray();
        json.WriteStartArray("sentences");
        var start = 0;
        foreach (var end in SentenceSplitter.Split(block.Text))
        {
            json.WriteStringValue(Raw(block, start, end).Trim());
            start = end;
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteSpan(Utf8JsonWriter json, Block block, Attribution attribution)
    {
        json.WriteStartObject();
        json.WriteString("text", Raw(block, attribution.Range.Start, attribution.Range.End));
        json.WriteNumber("start", block.Source.Raw.AsSpan(0, block.Source.ToRaw(attribution.Range.Start)).EnumerateRunes().Count());
        json.WriteString("kind", attribution.Kind switch { SpeechKind.Direct => "direct", SpeechKind.Indirect => "indirect", _ => "not_speech" });
        json.WriteString("speaker", attribution.Speaker?.Value);
        json.WriteString("confidence", attribution.Confidence.ToString().ToLowerInvariant());
        json.WriteString("evidence", attribution.Evidence);
        json.WriteEndObject();
    }

    private static int Count(this SpanRuneEnumerator runes)
    {
        var count = 0;
        foreach (var _ in runes)
        {
            count++;
        }

        return count;
    }

    private static string Raw(Block block, int start, int end) => block.Source.Raw[block.Source.ToRaw(start)..block.Source.ToRaw(end)];

    private static string RoleName(BlockRole role) => role switch
    {
        BlockRole.Quotation or BlockRole.List or BlockRole.Notice => "paragraph",
        _ => role.ToString().ToLowerInvariant(),
    };
}
