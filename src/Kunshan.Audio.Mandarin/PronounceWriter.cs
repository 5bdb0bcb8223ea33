using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Kunshan.Audio.Mandarin.Dialects;

namespace Kunshan.Audio.Mandarin;

/// <summary>Writes what <c>pronounce</c> prints: a line for a person, or one JSON object.</summary>
public static class PronounceWriter
{
    private const string Pausing = "、，；：。！？…—｜|,;:!?";
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Pinyin with tone marks.</summary>
    public static string Human(SpokenForm form) => PinyinDialect.Write(form);

    /// <summary>One JSON object without a line break; every hanzi stands as itself.</summary>
    /// <param name="text">The line as it was given.</param>
    /// <param name="form">How it is spoken.</param>
    public static string Json(string text, SpokenForm form)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(form);
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartObject();
            writer.WriteString("text", text);
            writer.WriteString("spoken", string.Concat(form.Tokens.Select(Spoken)));
            writer.WriteStartArray("tokens");
            foreach (var token in form.Tokens)
            {
                Write(writer, token);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter writer, SpokenToken token)
    {
        writer.WriteStartObject();
        writer.WriteNumber("start", token.Start);
        writer.WriteNumber("length", token.Length);
        writer.WriteString("surface", token.Surface);
        writer.WriteString("spoken", Spoken(token));
        writer.WriteStartArray("pinyin");
        foreach (var syllable in token.Syllables)
        {
            writer.WriteStringValue(syllable.ToString());
        }

        writer.WriteEndArray();
        writer.WriteString("reason", token.Reason);
        writer.WriteEndObject();
    }

    // A mark that pauses stands for its pause; a blank or a hyphen with a pause is written as a comma.
    private static string Spoken(SpokenToken token)
    {
        if (!token.Syllables.IsEmpty)
        {
            return token.Spoken;
        }

        return token.Surface.Length > 0 && Pausing.Contains(token.Surface[0], StringComparison.Ordinal) ? token.Surface : token.BreakAfter > 0 ? "，" : "";
    }
}
