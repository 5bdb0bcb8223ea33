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
}
