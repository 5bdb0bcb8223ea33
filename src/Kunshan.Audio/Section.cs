using System.Collections.Immutable;
using System.Globalization;

namespace Kunshan.Audio;

/// <summary>Names a section: <c>s01</c> is the lead section, then one for each heading.</summary>
public readonly record struct SectionId(string Value)
{
    /// <summary>The id of the n-th section, counted from 1.</summary>
    public static SectionId Of(int number) => new(string.Create(CultureInfo.InvariantCulture, $"s{number:00}"));

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>A stretch of a script under one heading. It becomes one track and one chapter.</summary>
/// <param name="Id">The section's name.</param>
/// <param name="Title">Title of its chapter: the heading's text, or the article's title for the lead section.</param>
/// <param name="Heading">The block that opens it; null for a section without one (credits).</param>
/// <param name="Blocks">All blocks shown in it, in order, read or not.</param>
/// <param name="Utterances">What is read of it, in order; at least one.</param>
public sealed record Section(SectionId Id, string Title, BlockId? Heading, ImmutableArray<BlockId> Blocks, ImmutableArray<Utterance> Utterances);
