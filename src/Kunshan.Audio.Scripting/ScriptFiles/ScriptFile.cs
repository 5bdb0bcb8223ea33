using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Kunshan.Audio.Scripting.ScriptFiles;

/// <summary>The script as a text file that a person reads, corrects and gives back: one line an utterance, in reading order.</summary>
public static class ScriptFile
{
    private const int LongestPause = 10000;

    /// <summary>Writes the file.</summary>
    public static string Write(Script script, CastList cast)
    {
        ArgumentNullException.ThrowIfNull(script);
        ArgumentNullException.ThrowIfNull(cast);
        var text = new StringBuilder();
        text.Append("# ").Append(script.Title.ReplaceLineEndings(" ")).Append('\n');
        text.Append("# Change what stands before the bar: speaker; voice=id; say=words; skip; pause=milliseconds. Lines with ? are in doubt.\n");
        text.Append("# 竖线前的内容可以修改：说话人; voice=声音; say=读法; skip; pause=毫秒。带 ? 的行有疑问。\n");
        text.Append("# Cast 角色: ").AppendJoin(", ", cast.Members.Select(member => $"{member.Speaker} = {member.Voice}")).Append('\n');
        var keys = ScriptLine.KeysOf(script.Utterances).GetEnumerator();
        foreach (var section in script.Sections)
        {
            text.Append("\n## ").Append(section.Id).Append(' ').Append(section.Title.ReplaceLineEndings(" ")).Append('\n');
            foreach (var utterance in section.Utterances)
            {
                keys.MoveNext();
                AppendLine(text, keys.Current, utterance, DoubtAbout(script, utterance));
            }
        }

        return text.ToString();
    }

    /// <summary>Applies a corrected file to a script. Corrections that no longer find their words are named.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="path">Its name, for messages.</param>
    /// <param name="script">The script made anew.</param>
    /// <exception cref="ScriptFileException">A line is malformed or names nobody known.</exception>
    public static StageResult<Script> Apply(string text, string path, Script script)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(script);
        var (lines, aliases) = Parse(text, path);
        var known = script.Speakers.Select(speaker => speaker.Id.Value).ToHashSet(StringComparer.Ordinal);
        var left = new Dictionary<string, ScriptLine>(lines);
        var keys = ScriptLine.KeysOf(script.Utterances).GetEnumerator();
        var skipped = new HashSet<UtteranceId>();
        var sections = script.Sections.Select(section => section with { Utterances = [.. section.Utterances.Select(Correct)] }).ToImmutableArray();
        var corrected = script with { Sections = sections };
        return new(corrected.Without(utterance => skipped.Contains(utterance.Id)), [.. left.Values.Select(Stale)]);

        Utterance Correct(Utterance utterance)
        {
            keys.MoveNext();
            if (!left.Remove(keys.Current, out var line))
            {
                return utterance;
            }

            if (line.Labels.ContainsKey("skip"))
            {
                skipped.Add(utterance.Id);
                return utterance;
            }

            var name = aliases.GetValueOrDefault(line.Speaker, line.Speaker);
            if (!known.Contains(name))
            {
                var nearest = string.Join(", ", NearestNames.To(name, known));
                throw new ScriptFileException(path, line.Number, new($"nobody is called “{name}”; nearest: {nearest}. A new speaker is made known by a line “speaker {name}”.", $"没有叫“{name}”的说话人；最接近的是：{nearest}。要新增说话人，请加一行“speaker {name}”。"));
            }

            return utterance with
            {
                Speaker = new(name),
                Say = line.Labels.GetValueOrDefault("say", utterance.Say ?? "") is { Length: > 0 } say ? say : null,
                PauseAfter = line.Labels.TryGetValue("pause", out var pause) ? PauseOf(pause, line, path) : utterance.PauseAfter,
            };
        }

        (Dictionary<string, ScriptLine> Lines, Dictionary<string, string> Aliases) Parse(string content, string file)
        {
            var found = new Dictionary<string, ScriptLine>();
            var names = new Dictionary<string, string>();
            var all = content.ReplaceLineEndings("\n").Split('\n');
            for (var i = 0; i < all.Length; i++)
            {
                var line = all[i].Trim();
                if (line.StartsWith('@') || line.StartsWith('?'))
                {
                    var parsed = ScriptLine.Parse(line, i + 1, file);
                    found[parsed.Key] = parsed;
                }
                else if (line.StartsWith("alias ", StringComparison.Ordinal) && line[6..].Split('=', 2, StringSplitOptions.TrimEntries) is [var from, var to])
                {
                    names[from] = to;
                }
                else if (line.StartsWith("speaker ", StringComparison.Ordinal))
                {
                    AddSpeaker(line[8..].Trim());
                }
                else if (line.Length > 0 && line[0] != '#')
                {
                    throw new ScriptFileException(file, i + 1, new("begins with neither @, ?, #, speaker nor alias.", "行首不是 @、?、#、speaker 或 alias。"));
                }
            }

            return (found, names);
        }

        void AddSpeaker(string name)
        {
            if (script.Speakers.All(speaker => speaker.Id.Value != name))
            {
                script = script with { Speakers = script.Speakers.Add(new(new(name), SpeakerKind.Person, [], null)) };
            }
        }
    }

    /// <summary>Voices that a corrected file gives to speakers by <c>voice=</c>.</summary>
    public static ImmutableDictionary<SpeakerId, (VoiceId Voice, int Line)> VoicesOf(string text, string path)
    {
        ArgumentNullException.ThrowIfNull(text);
        var voices = ImmutableDictionary.CreateBuilder<SpeakerId, (VoiceId, int)>();
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].StartsWith('@') || lines[i].StartsWith('?'))
            {
                var line = ScriptLine.Parse(lines[i].Trim(), i + 1, path);
                if (line.Labels.TryGetValue("voice", out var voice))
                {
                    voices[new(line.Speaker)] = (new(voice), i + 1);
                }
            }
        }

        return voices.ToImmutable();
    }

    private static void AppendLine(StringBuilder text, string key, Utterance utterance, Attribution? doubt)
    {
        text.Append(doubt is null ? '@' : '?').Append(key).Append(' ').Append(utterance.Speaker);
        if (doubt is not null)
        {
            text.Append("; confidence=").Append(doubt.Confidence.ToString().ToLowerInvariant());
            text.Append(doubt.Candidates.IsEmpty ? "" : $"; candidates={string.Join('，', doubt.Candidates)}");
        }

        text.Append(utterance.Say is { } say ? $"; say={say}" : "");
        text.Append(" | ").Append(utterance.Text.Trim().ReplaceLineEndings(" ")).Append('\n');
    }

    private static Attribution? DoubtAbout(Script script, Utterance utterance) => script.Attributions.FirstOrDefault(attribution =>
        attribution.Kind == SpeechKind.Direct && attribution.Confidence == Confidence.Low && attribution.Range.Block == utterance.Source.Block
        && attribution.Range.Start < utterance.Source.End && attribution.Range.End > utterance.Source.Start);

    private static int PauseOf(string text, ScriptLine line, string path) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var pause) && pause <= LongestPause
            ? pause
            : throw new ScriptFileException(path, line.Number, new($"pause={text}: give 0 to {LongestPause} milliseconds.", $"pause={text}：请给出 0 至 {LongestPause} 毫秒。"));

    private static Diagnostic Stale(ScriptLine line) => new(
        "KA-SCRIPT-STALE",
        line.Labels.Keys.Any(key => key is "voice" or "say" or "skip" or "pause") ? Severity.Warning : Severity.Information,
        new($"The words of line {line.Number} of the script ({line.Key}, {line.Speaker}) are no longer in the article; what it says was passed over.", $"脚本第 {line.Number} 行（{line.Key}，{line.Speaker}）的文字已不在文章中，其修改未被采用。"),
        new(0));
}
