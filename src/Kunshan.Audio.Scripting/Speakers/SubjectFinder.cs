namespace Kunshan.Audio.Scripting.Speakers;

/// <summary>Who a cue's subject is.</summary>
/// <param name="Name">The speaker.</param>
/// <param name="Kind">Person, body or document.</param>
/// <param name="Start">Where its words begin in the block.</param>
internal sealed record Subject(SpeakerId Name, SpeakerKind Kind, int Start);

/// <summary>Finds the subject of a cue in the clause before it: a known person, a title that one person holds, else a body or a group.</summary>
internal sealed class SubjectFinder(People people)
{
    private const string SentenceEdges = "。！？；：”』」!?;…";
    private static readonly WordTable Adverbs = new("adverbs.tsv");
    private static readonly WordTable Collectives = new("collectives.tsv");

    /// <summary>The subject of a cue; null where the sentence does not say it.</summary>
    /// <param name="words">The block's words.</param>
    /// <param name="block">The block.</param>
    /// <param name="cue">The cue's first unit.</param>
    public Subject? Before(BlockAnalysis words, Block block, int cue)
    {
        var shadow = words.Shadow;
        var sentence = shadow.LastIndexOfAny(SentenceEdges.ToCharArray(), Math.Max(0, cue - 1)) + 1;
        var end = cue;

        // The clause of the cue first; where it holds only adverbials, one or two clauses to the left.
        for (var clauses = 0; clauses < 3 && end > sentence; clauses++)
        {
            var comma = shadow.LastIndexOf('，', end - 1, end - sentence);
            var start = comma < 0 ? sentence : comma + 1;
            if (InClause(words, block, start, end, clauses == 0) is { } subject)
            {
                return subject;
            }

            end = comma < 0 ? sentence : comma;
        }

        return null;
    }

    private Subject? InClause(BlockAnalysis words, Block block, int start, int end, bool isNearest)
    {
        var shadow = words.Shadow;
        if (words.Names.LastOrDefault(name => name.Kind == NameKind.Person && name.Start >= start && name.End <= end) is { Length: > 0 } person && IsSubject(shadow, person, end))
        {
            return new(people.IdOf(shadow.Substring(person.Start, person.Length)), SpeakerKind.Person, person.Start);
        }

        var stripped = StripAdverbs(shadow, start, end);
        var title = People.TitleEndingAt(shadow, stripped);
        if (title > 0 && people.HolderOf(shadow.Substring(stripped - title, title)) is { } holder)
        {
            return new(people.IdOf(holder), SpeakerKind.Person, stripped - title);
        }

        return isNearest ? Collective(shadow, block, start, stripped) : null;
    }

    /// <summary>A person's name is the subject unless another noun follows it as its own: 张三的母亲, 对张三.</summary>
    private static bool IsSubject(string shadow, Name name, int end) =>
        (name.End >= end || shadow[name.End] is not ('的' or '等')) && (name.Start == 0 || shadow[name.Start - 1] is not ('对' or '向' or '给' or '被' or '把'));

    private static int StripAdverbs(string shadow, int start, int end)
    {
        for (var length = Adverbs.EndingAt(shadow, end); length > 0 && end - length >= start; length = Adverbs.EndingAt(shadow, end))
        {
            end -= length;
        }

        return end;
    }

    private static Subject? Collective(string shadow, Block block, int start, int end)
    {
        if (end - start is < 2 or > 30 || Collectives.EndingAt(shadow, end) == 0)
        {
            return null;
        }

        return new(new(block.Text[start..end].Trim()), SpeakerKind.Collective, start);
    }
}
