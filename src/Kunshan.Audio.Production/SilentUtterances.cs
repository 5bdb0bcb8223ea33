namespace Kunshan.Audio.Production;

/// <summary>Takes utterances without a syllable (a row of stars, a lone mark) out of a script: no engine can speak them, and no cue may be empty.</summary>
internal static class SilentUtterances
{
    /// <summary>The script without them, and one diagnostic each.</summary>
    /// <exception cref="ArticleException">Nothing is left to read.</exception>
    public static StageResult<Script> Remove(Script script, IReadOnlyDictionary<UtteranceId, SpokenForm> forms, string path)
    {
        bool IsSilent(Utterance utterance) => forms[utterance.Id].SyllableCount == 0;
        var left = script.Without(IsSilent);
        return left.Sections.IsEmpty
            ? throw new ArticleException(path, new("has nothing that can be read aloud.", "没有可以朗读的内容。"))
            : new(left, [.. script.Utterances.Where(IsSilent).Select(Report)]);
    }

    private static Diagnostic Report(Utterance utterance) => new(
        "KA-SAY-SILENT",
        Severity.Information,
        new($"“{utterance.Text.Trim()}” has no sound and is not read.", $"“{utterance.Text.Trim()}”没有读音，不朗读。"),
        new(0, utterance.Source, utterance.Text.Trim()));
}
