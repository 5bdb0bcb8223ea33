using System.Collections.Immutable;

namespace Kunshan.Audio;

/// <summary>Who says what, in which order, with which pauses.</summary>
/// <param name="Title">Title of the article.</param>
/// <param name="Language">BCP 47 tag of the text.</param>
/// <param name="Sections">The sections in order; at least one.</param>
/// <param name="Speakers">Everyone who speaks, or is quoted, the narrator first.</param>
/// <param name="Attributions">Direct and indirect speech and scare quotes, in reading order.</param>
/// <param name="Unread">Blocks that are shown and not read, and blocks that are neither, in order.</param>
public sealed record Script(
    string Title,
    string Language,
    ImmutableArray<Section> Sections,
    ImmutableArray<Speaker> Speakers,
    ImmutableArray<Attribution> Attributions,
    ImmutableArray<BlockId> Unread)
{
    /// <summary>All utterances in reading order.</summary>
    public IEnumerable<Utterance> Utterances => Sections.SelectMany(section => section.Utterances);

    /// <summary>The script without some utterances. Every block stays shown: those of a section that loses all its utterances go to the section before it (to the one after, at the head), and a block without an utterance is unread.</summary>
    /// <param name="isOut">Whether an utterance goes.</param>
    /// <returns>A script without any section where nothing is left to read.</returns>
    public Script Without(Func<Utterance, bool> isOut)
    {
        ArgumentNullException.ThrowIfNull(isOut);
        if (!Utterances.Any(isOut))
        {
            return this;
        }

        var kept = new List<Section>();
        var waiting = ImmutableArray<BlockId>.Empty;
        foreach (var section in Sections)
        {
            var utterances = section.Utterances.RemoveAll(utterance => isOut(utterance));
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

        var read = kept.SelectMany(section => section.Utterances).Select(utterance => utterance.Source.Block).ToHashSet();
        var unread = Sections.SelectMany(section => section.Blocks).Where(block => !read.Contains(block));
        return this with { Sections = [.. kept], Unread = [.. unread.Union(Unread)] };
    }
}
