using System.Collections.Immutable;

namespace Kunshan.Audio;

/// <summary>One block of the repaired article: a line of text with a role.</summary>
public sealed record Block
{
    /// <summary>The block's name, minted after repair.</summary>
    public required BlockId Id { get; init; }

    /// <summary>What the block is in the article.</summary>
    public required BlockRole Role { get; init; }

    /// <summary>The displayed text. Every range of the model counts in its UTF-16 units.</summary>
    public required string Text { get; init; }

    /// <summary>The way back to the file.</summary>
    public required BlockSource Source { get; init; }

    /// <summary>Level of a heading (2 to 6; the title is 1), depth of a list item (from 1), else 0.</summary>
    public int Level { get; init; }

    /// <summary>Number of an ordered list's item, 0 for a bullet and for everything else.</summary>
    public int Number { get; init; }

    /// <summary>Marks on stretches of the text.</summary>
    public ImmutableArray<Inline> Inlines { get; init; } = [];

    /// <summary>Readings that a converter had left in the text.</summary>
    public ImmutableArray<Gloss> Glosses { get; init; } = [];
}
