using System.Globalization;
using System.Text.Json;

namespace Kunshan.Audio.Engines.BuiltIn;

/// <summary>A <c>voice.json</c> whose engine is built in.</summary>
/// <param name="Voice">The voice as others see it.</param>
/// <param name="ModelPath">Full path of the model file.</param>
/// <param name="ModelHash">SHA-256 the model file must have.</param>
/// <param name="Speaker">Speaker of the model.</param>
/// <param name="Semitones">Shift of the pitch.</param>
/// <param name="Warp">Factor of the formants' frequencies.</param>
/// <param name="GainDb">Gain that levels it with the others.</param>
internal sealed record VoiceFile(Voice Voice, string ModelPath, string ModelHash, int Speaker, double Semitones, double Warp, double GainDb)
{
    /// <summary>Reads a file; null when it is another engine's.</summary>
    /// <exception cref="SpeechException">It is broken.</exception>
    public static VoiceFile? Read(string path)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            var root = document.RootElement;
            return root.GetProperty("engine").GetString() == BuiltInEngine.Name ? Read(path, root) : null;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new SpeechException(SpeechFailure.VoiceMissing, $"{path}: is no voice description ({e.Message.ReplaceLineEndings(" ")}) Restore it from the repository.", e);
        }
    }

    private static VoiceFile Read(string path, JsonElement root) => new(
        new()
        {
            Id = new(Text(root, "id")),
            Engine = new(BuiltInEngine.Name),
            Name = Text(root, "name"),
            Locale = Text(root, "locale"),
            Gender = Enum.Parse<VoiceGender>(Text(root, "gender"), ignoreCase: true),
            SampleRate = root.GetProperty("sampleRate").GetInt32(),
            Licence = Text(root, "licence"),
            Attribution = Text(root, "attribution"),
            CastOrder = root.GetProperty("castOrder").GetInt32(),
        },
        Path.GetFullPath(Text(root, "model"), Path.GetDirectoryName(Path.GetFullPath(path))!),
        Text(root, "modelSha256"),
        root.GetProperty("speaker").GetInt32(),
        root.GetProperty("semitones").GetDouble(),
        root.GetProperty("warp").GetDouble(),
        root.GetProperty("gainDb").GetDouble());

    private static string Text(JsonElement root, string name) =>
        root.GetProperty(name).GetString() is { Length: > 0 } text ? text : throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"“{name}” is empty."));
}
