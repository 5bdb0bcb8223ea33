using System.Collections.Immutable;

namespace Kunshan.Audio.Production;

/// <summary>Takes utterances without a syllable (a row of stars, a lone mark) out of a script: no engine can speak them, and no cue may be empty.</summary>
internal static class SilentUtterances
{
    /// <summary>The script without them, and one diagnostic each.</summary>
    /// <exception cref="ArticleException">Nothing is left to read.</exception>
    public static StageResult<Script> Remove(Script script, IReadOnlyDictionary<UtteranceId, SpokenForm> forms, string path)
    {
        var silent = script.Utterances.Where(utterance => forms[utterance.Id].SyllableCount == 0).ToList();
        if (silent.Count == 0)
        {
            return new(script, []);
        }

        var kept = new List<Section>();
        var waiting = ImmutableArray<BlockId>.Empty;
        foreach (var section in script.Sections)
        {
            var utterances = section.Utterances.RemoveAll(utterance => forms[utterance.Id].SyllableCount == 0);
            if (utterances.Length > 0)
            {
                kept.Add(section with { Utterances = utterances, Blocks = [.. waiting, .. section.Blocks] });
                waiting = [];
            }
            else if (kept.Count > 0)
            {
                kept[^1] = kept[^1] with { Blocks = [.. kept[^1].Blocks, .. section.Blocks] };
            }
            else
            {
                waiting = [.. waiting, .. section.Blocks];
            }
        }

        if (kept.Count == 0)
        {
            throw new ArticleException(path, new("has nothing that can be read aloud.", "没有可以朗读的内容。"));
        }

        var spoken = kept.SelectMany(section => section.Utterances).Select(utterance => utterance.Source.Block).ToHashSet();
        var unread = kept.SelectMany(section => section.Blocks).Where(block => script.Unread.Contains(block) || !spoken.Contains(block));
        return new(script with { Sections = [.. kept], Unread = [.. unread.Union(script.Unread)] }, [.. silent.Select(Report)]);
    }

    private static Diagnostic Report(Utterance utterance) => new(
        "KA-SAY-SILENT",
        Severity.Information,
        new($"“{utterance.Text.Trim()}” has no sound and is not read.", $"“{utterance.Text.Trim()}”没有读音，不朗读。"),
        new(0, utterance.Source, utterance.Text.Trim()));
}
