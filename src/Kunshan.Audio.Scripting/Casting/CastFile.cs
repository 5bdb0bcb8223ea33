using System.Collections.Immutable;

namespace Kunshan.Audio.Scripting.Casting;

/// <summary>A cast file: lines of <c>speaker = voice</c>; blank lines and lines that begin with # are passed over. The same file serves a series.</summary>
/// <param name="Path">The file, for messages.</param>
/// <param name="Voices">Voice by speaker, with the line it stands in.</param>
public sealed record CastFile(string Path, ImmutableDictionary<SpeakerId, (VoiceId Voice, int Line)> Voices)
{
    /// <summary>Reads a file.</summary>
    /// <exception cref="ScriptFileException">A line is malformed.</exception>
    public static CastFile Parse(string text, string path)
    {
        ArgumentNullException.ThrowIfNull(text);
        var voices = ImmutableDictionary.CreateBuilder<SpeakerId, (VoiceId, int)>();
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].Trim();
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            var parts = line.Split('=', 2, StringSplitOptions.TrimEntries);
            if (parts.Length != 2 || parts[0].Length == 0 || parts[1].Length == 0)
            {
                throw new ScriptFileException(path, i + 1, new("is no “speaker = voice”.", "不是“说话人 = 声音”的形式。"));
            }

            voices[new(parts[0])] = (new(parts[1]), i + 1);
        }

        return new(path, voices.ToImmutable());
    }
}
