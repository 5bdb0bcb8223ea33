using System.Globalization;
using System.Text;
using Kunshan.Audio.Formats.Times;

namespace Kunshan.Audio.Formats.Captions;

/// <summary>SubRip: numbered cues, the speaker before the words.</summary>
public static class SubRipWriter
{
    /// <summary>Writes a file.</summary>
    public static string Write(IEnumerable<CaptionCue> cues)
    {
        ArgumentNullException.ThrowIfNull(cues);
        var text = new StringBuilder();
        var number = 0;
        foreach (var cue in cues)
        {
            number++;
            text.Append(number == 1 ? "" : "\n").Append(number.ToString(CultureInfo.InvariantCulture)).Append('\n');
            text.Append(MediaTime.SubRip(cue.Begin)).Append(" --> ").Append(MediaTime.SubRip(cue.End)).Append('\n');
            var spoken = cue.Speaker is null ? cue.Text : $"{cue.Speaker}：{cue.Text}";
            text.AppendJoin('\n', CaptionLines.Of(spoken).Select(line => line.Replace("-->", "→", StringComparison.Ordinal))).Append('\n');
        }

        return text.ToString();
    }
}
