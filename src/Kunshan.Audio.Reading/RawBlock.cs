using System.Collections.Immutable;

namespace Kunshan.Audio.Reading;

/// <summary>A block as a reader found it, before repair.</summary>
/// <param name="Line">Line of the file, counted from 1.</param>
/// <param name="Text">Its text; ranges of its inlines count in it.</param>
internal sealed record RawBlock(int Line, string Text)
{
    /// <summary>What the format says it is; null where only the words can tell.</summary>
    public BlockRole? Role { get; init; }

    /// <summary>Level of a heading, depth of a list item.</summary>
    public int Level { get; init; }

    /// <summary>Number of an ordered list's item.</summary>
    public int Number { get; init; }

    /// <summary>Marks on stretches of the raw text.</summary>
    public ImmutableArray<Inline> Inlines { get; init; } = [];
}
