using Kunshan.Audio.Scripting.Sentences;

namespace Kunshan.Audio.Scripting.Speakers;

/// <summary>Finds direct speech, indirect statements and scare quotes in one block, by the shapes that the sentence itself proves. In doubt nobody speaks but the narrator.</summary>
internal sealed class SpeechAttribution(SubjectFinder subjects)
{
    private const int ShortestSpeech = 6;
    private const string SentenceEnds = "。！？!?";
    private const string ClauseMarks = "，。！？；：!?";

    /// <summary>The attributions of a block in order, and everyone they name.</summary>
    public IEnumerable<(Attribution Attribution, Subject? Subject)> Of(Block block, BlockAnalysis words)
    {
        var quotations = Quotation.Find(block.Text);
        var cues = Cue.Find(words.Shadow).Where(cue => !quotations.Any(quotation => cue.Start > quotation.Start && cue.End < quotation.End)).ToList();
        var found = new List<(Attribution Attribution, Subject? Subject)>();
        foreach (var quotation in quotations)
        {
            var speech = IsText(block.Role) ? Direct(block, words, quotation, quotations) : null;
            found.Add(speech ?? (NotSpeech(block, quotation), null));
        }

        if (IsText(block.Role))
        {
            var taken = found.Where(pair => pair.Attribution.Kind == SpeechKind.Direct).Select(pair => pair.Attribution.Range).ToList();
            found.AddRange(cues.Select(cue => Indirect(block, words, cue, taken)).OfType<(Attribution, Subject?)>());
        }

        return found.OrderBy(pair => pair.Attribution.Range.Start);
    }

    private static bool IsText(BlockRole role) => role is BlockRole.Lead or BlockRole.Paragraph or BlockRole.Quotation or BlockRole.List;

    private (Attribution, Subject?)? Direct(Block block, BlockAnalysis words, Quotation quotation, IReadOnlyList<Quotation> all)
    {
        var inner = block.Text[quotation.InnerStart..quotation.InnerEnd];
        if (inner.Length < ShortestSpeech)
        {
            return null;
        }

        return CueBefore(block, words, quotation)
            ?? CueAfter(block, words, quotation)
            ?? AfterStatement(block, words, quotation, all);
    }

    /// <summary>X + cue ：“Q” — the cue stands before the quotation, with a colon or a comma.</summary>
    private (Attribution, Subject?)? CueBefore(Block block, BlockAnalysis words, Quotation quotation)
    {
        var mark = quotation.Start - 1;
        if (mark < 1 || block.Text[mark] is not ('：' or ':' or '，' or ','))
        {
            return null;
        }

        var isColon = block.Text[mark] is '：' or ':';
        if (Cue.EndingAt(words.Shadow, mark) is not { } cue || (!cue.IsStrong && !isColon && subjects.Before(words, block, cue.Start) is not { Kind: SpeakerKind.Person }))
        {
            return null;
        }

        return subjects.Before(words, block, cue.Start) is { } subject ? Speech(block, quotation, subject, "cue-before") : Doubtful(block, quotation, "cue-before-without-subject");
    }

    /// <summary>“Q。”X + cue — the quotation is a whole sentence, or a clause, and who said it follows.</summary>
    private (Attribution, Subject?)? CueAfter(Block block, BlockAnalysis words, Quotation quotation)
    {
        if (!quotation.IsClosed || quotation.End >= block.Text.Length || !(SentenceEnds + "，,").Contains(block.Text[quotation.InnerEnd - 1]) || !StartsClause(block.Text, quotation.Start))
        {
            return null;
        }

        var clauseEnd = words.Shadow.IndexOfAny(['，', '。', '：', '；', '！', '？', '“', '「'], quotation.End);
        clauseEnd = clauseEnd < 0 ? words.Shadow.Length : clauseEnd;
        var cue = Cue.Find(words.Shadow[..clauseEnd]).FirstOrDefault(cue => cue.Start > quotation.End);
        if (cue.End == 0 || (!cue.IsStrong && cue.End < clauseEnd))
        {
            return null;
        }

        return subjects.Before(words, block, cue.Start) is { } subject && subject.Start >= quotation.End ? Speech(block, quotation, subject, "cue-after") : null;
    }

    /// <summary>X表示A，“B。” and “Q，”X说，“Q2。” — the same sentence, or the frame before, already has the speaker.</summary>
    private (Attribution, Subject?)? AfterStatement(Block block, BlockAnalysis words, Quotation quotation, IReadOnlyList<Quotation> all)
    {
        var isSentence = quotation.IsClosed && SentenceEnds.Contains(block.Text[quotation.InnerEnd - 1]);
        if (!isSentence || quotation.Start == 0 || block.Text[quotation.Start - 1] is not ('，' or ','))
        {
            return null;
        }

        var sentence = block.Text.LastIndexOfAny(['。', '！', '？'], quotation.Start - 1) + 1;
        var cue = Cue.Find(words.Shadow[..quotation.Start]).LastOrDefault(cue => cue.Start >= sentence && cue.IsStrong && !all.Any(other => cue.Start > other.Start && cue.End < other.End));
        return cue.End > 0 && subjects.Before(words, block, cue.Start) is { Kind: SpeakerKind.Person } subject ? Speech(block, quotation, subject, "after-statement") : null;
    }

    private (Attribution, Subject?)? Indirect(Block block, BlockAnalysis words, Cue cue, IReadOnlyList<TextRange> direct)
    {
        var text = block.Text;
        var start = cue.End < text.Length && text[cue.End] is '，' or '：' or ',' or ':' ? cue.End + 1 : cue.End;
        if (start >= text.Length || (!cue.IsStrong && start == cue.End) || SentenceEnds.Contains(text[cue.End]) || direct.Any(range => range.Start == start))
        {
            return null;
        }

        if (subjects.Before(words, block, cue.Start) is not { } subject)
        {
            return null;
        }

        // The statement runs to the end of its sentence, or to the quotation that takes over.
        var end = text.IndexOfAny(['。', '！', '？'], start);
        end = end < 0 ? text.Length : end + 1;
        var next = direct.Where(range => range.Start > start && range.Start < end).Select(range => range.Start).DefaultIfEmpty(end).Min();
        var range = new TextRange(block.Id, start, Math.Min(end, next) - start);
        return range.Length < 4 ? null : (new(range, SpeechKind.Indirect, subject.Name, Confidence.High, "cue", []), subject);
    }

    private static bool StartsClause(string text, int at) => at == 0 || ClauseMarks.Contains(text[at - 1]) || text[at - 1] is '”' or ' ';

    private static Attribution NotSpeech(Block block, Quotation quotation) =>
        new(new(block.Id, quotation.Start, quotation.End - quotation.Start), SpeechKind.NotSpeech, null, Confidence.High, "no-cue", []);

    private static (Attribution, Subject?) Speech(Block block, Quotation quotation, Subject subject, string evidence) =>
        (new(new(block.Id, quotation.Start, quotation.End - quotation.Start), SpeechKind.Direct, subject.Name, Confidence.High, evidence, []), subject);

    private static (Attribution, Subject?) Doubtful(Block block, Quotation quotation, string evidence) =>
        (new(new(block.Id, quotation.Start, quotation.End - quotation.Start), SpeechKind.Direct, null, Confidence.Low, evidence, []), null);
}
