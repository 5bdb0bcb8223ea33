using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Kunshan.Audio.Formats.Captions;

namespace Kunshan.Audio.Publishing.Captions;

/// <summary>WebVTT, SubRip and JSON captions over the whole recording, one cue an utterance.</summary>
public sealed class CaptionsWriter : IPublicationWriter
{
    /// <inheritdoc/>
    public string Format => "captions";

    /// <inheritdoc/>
    public StageResult<Publication> Write(PublicationSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var utterances = source.Script.Utterances.ToDictionary(utterance => utterance.Id);
        ImmutableArray<CaptionCue> cues =
        [
            .. new Timeline(source.Recording).InWhole.Select(clip =>
            {
                var utterance = utterances[clip.Utterance];
                return new CaptionCue(clip.Utterance.Value, clip.Begin, clip.End, utterance.Text, utterance.Speaker.IsNarrator ? null : utterance.Speaker.Value);
            }),
        ];
        var stem = $"captions/{source.Slug}";
        return new(
            new(Format,
            [
                new($"{stem}.vtt", "text/vtt", Encoding.UTF8.GetBytes(WebVttWriter.Write(cues, source.Script.Language))),
                new($"{stem}.srt", "application/x-subrip", Encoding.UTF8.GetBytes(SubRipWriter.Write(cues))),
                new($"{stem}.json", "application/json", Json(cues)),
            ]),
            []);
    }

    /// <summary>The JSON transcript of podcasts: version, then segments with times in seconds.</summary>
    private static byte[] Json(ImmutableArray<CaptionCue> cues)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("version", "1.0.0");
            json.WriteStartArray("segments");
            foreach (var cue in cues)
            {
                json.WriteStartObject();
                json.WriteString("id", cue.Id);
                json.WriteNumber("startTime", cue.Begin / 1000m);
                json.WriteNumber("endTime", cue.End / 1000m);
                if (cue.Speaker is not null)
                {
                    json.WriteString("speaker", cue.Speaker);
                }

                json.WriteString("body", cue.Text.Trim());
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }
}
