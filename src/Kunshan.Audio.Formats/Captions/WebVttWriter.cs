using System.Text;
using Kunshan.Audio.Formats.Times;

namespace Kunshan.Audio.Formats.Captions;

/// <summary>WebVTT (https://www.w3.org/TR/webvtt1/): the speaker in a voice span.</summary>
public static class WebVttWriter
{
    /// <summary>Writes a file.</summary>
    /// <param name="cues">In order.</param>
    /// <param name="language">BCP 47 tag.</param>
    public static string Write(IEnumerable<CaptionCue> cues, string language)
    {
        ArgumentNullException.ThrowIfNull(cues);
        var text = new StringBuilder("WEBVTT\n");
        text.Append("Language: ").Append(language).Append('\n');
        foreach (var cue in cues)
        {
            text.Append('\n').Append(cue.Id).Append('\n');
            text.Append(MediaTime.WebVtt(cue.Begin)).Append(" --> ").Append(MediaTime.WebVtt(cue.End)).Append('\n');
            var lines = string.Join('\n', CaptionLines.Of(cue.Text).Select(Escape));
            text.Append(cue.Speaker is null ? lines : $"<v {Escape(cue.Speaker.ReplaceLineEndings(" "))}>{lines}</v>").Append('\n');
        }

        return text.ToString();
    }

    private static string Escape(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal);
}
