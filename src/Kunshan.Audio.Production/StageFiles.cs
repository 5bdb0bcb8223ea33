using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kunshan.Audio.Production;

/// <summary>Every stage's product as a JSON file (<c>--keep</c>): what a person opens to see where something went wrong.</summary>
internal static class StageFiles
{
    private static readonly JsonSerializerOptions Options = new(StageJson.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
        Converters =
        {
            new IdConverter<BlockId>(text => new(text), id => id.Value),
            new IdConverter<SectionId>(text => new(text), id => id.Value),
            new IdConverter<UtteranceId>(text => new(text), id => id.Value),
            new IdConverter<SpeakerId>(text => new(text), id => id.Value),
            new IdConverter<VoiceId>(text => new(text), id => id.Value),
        },
    };

    /// <summary>Writes the products before sound.</summary>
    public static void Write(string folder, Manuscript manuscript)
    {
        Write(folder, "1-source", manuscript.Source);
        Write(folder, "2-article", manuscript.Article);
        Write(folder, "3-analysis", manuscript.Analysis);
        Write(folder, "4-script", manuscript.Script);
        Write(folder, "5-cast", manuscript.Cast);
        Write(folder, "6-spoken", manuscript.Forms);
    }

    /// <summary>Writes what was spoken, and the recording with its files named relative to the finished folder.</summary>
    public static void Write(string folder, ImmutableArray<SpokenClip> clips, Recording recording)
    {
        Write(folder, "7-clips", clips);
        Write(folder, "8-recording", recording with
        {
            Tracks = [.. recording.Tracks.Select(track => track with { Path = Path.GetFileName(track.Path) })],
            Whole = recording.Whole is { } whole ? whole with { Path = Path.GetFileName(whole.Path) } : null,
        });
    }

    private static void Write<T>(string folder, string name, T product)
    {
        Directory.CreateDirectory(folder);
        var json = JsonSerializer.Serialize(product, (System.Text.Json.Serialization.Metadata.JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T)));
        File.WriteAllText(Path.Combine(folder, name + ".json"), json + "\n");
    }

    private sealed class IdConverter<T>(Func<string, T> parse, Func<T, string> format) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => parse(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(format(value));
    }
}

/// <summary>A clip without its samples.</summary>
internal sealed record SpokenClip(UtteranceId Utterance, string Key, int Samples, int Onset, int End, ImmutableArray<SpeechMark> Marks);

[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(SourceText))]
[JsonSerializable(typeof(Article))]
[JsonSerializable(typeof(Analysis))]
[JsonSerializable(typeof(Script))]
[JsonSerializable(typeof(CastList))]
[JsonSerializable(typeof(ImmutableArray<SpokenForm>))]
[JsonSerializable(typeof(ImmutableArray<SpokenClip>))]
[JsonSerializable(typeof(Recording))]
internal sealed partial class StageJson : JsonSerializerContext;
