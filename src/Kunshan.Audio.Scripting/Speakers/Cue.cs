namespace Kunshan.Audio.Scripting.Speakers;

/// <summary>A verb of saying in a block's shadow.</summary>
/// <param name="Start">First unit.</param>
/// <param name="End">One past the last.</param>
/// <param name="IsStrong">Whether it says so by itself; a weak one needs a mark or a known person beside it.</param>
internal readonly record struct Cue(int Start, int End, bool IsStrong)
{
    private static readonly WordTable Verbs = new("cues.tsv");
    private static readonly WordTable Lookalikes = new("not-cues.tsv");

    /// <summary>All cues of a text, in order, not overlapping.</summary>
    public static IReadOnlyList<Cue> Find(string shadow)
    {
        var cues = new List<Cue>();
        for (var i = 0; i < shadow.Length; i++)
        {
            var length = Verbs.StartingAt(shadow, i);
            if (length > 0 && !IsLookalike(shadow, i, length))
            {
                cues.Add(new(i, i + length, Verbs[shadow.Substring(i, length)] == "strong"));
                i += length - 1;
            }
        }

        return cues;
    }

    /// <summary>The cue that ends at a place, adverbial remains such as 道, 说 included.</summary>
    public static Cue? EndingAt(string shadow, int end)
    {
        var length = Verbs.EndingAt(shadow, end);
        return length > 0 && !IsLookalike(shadow, end - length, length) ? new Cue(end - length, end, Verbs[shadow.Substring(end - length, length)] == "strong") : null;
    }

    private static bool IsLookalike(string shadow, int start, int length)
    {
        for (var from = Math.Max(0, start - 4); from <= start; from++)
        {
            var word = Lookalikes.StartingAt(shadow, from);
            if (word > 0 && from + word > start && from + word >= start + Math.Min(length, 1))
            {
                return true;
            }
        }

        return false;
    }
}
