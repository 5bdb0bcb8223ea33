using System.Collections.Immutable;

namespace Kunshan.Audio;

/// <summary>The words and names of an article, block by block, in the article's order.</summary>
public sealed record Analysis(ImmutableArray<BlockAnalysis> Blocks)
{
    /// <summary>The analysis of one block.</summary>
    public BlockAnalysis this[BlockId block] => Blocks.First(analysis => analysis.Block == block);
}

/// <summary>The words of one block.</summary>
/// <param name="Block">The block.</param>
/// <param name="Shadow">The block's text in Simplified script and half width, of the same UTF-16 length: for matching, never shown.</param>
/// <param name="Words">Words that tile the text in order.</param>
/// <param name="Names">Names in order, not overlapping; each covers whole words.</param>
public sealed record BlockAnalysis(BlockId Block, string Shadow, ImmutableArray<Word> Words, ImmutableArray<Name> Names);

/// <summary>The kind of a word.</summary>
public enum WordKind
{
    /// <summary>Hanzi.</summary>
    Hanzi,

    /// <summary>Digits with what belongs to them: a date, a percentage, an amount with its unit.</summary>
    Number,

    /// <summary>Latin letters, also an address or a model name.</summary>
    Latin,

    /// <summary>Punctuation and symbols.</summary>
    Mark,

    /// <summary>White space.</summary>
    Blank,
}

/// <summary>A word: a stretch of a block, in UTF-16 units.</summary>
public readonly record struct Word(int Start, int Length, WordKind Kind)
{
    /// <summary>One past the last unit.</summary>
    public int End => Start + Length;
}

/// <summary>The kind of a name.</summary>
public enum NameKind
{
    /// <summary>A person.</summary>
    Person,

    /// <summary>A place.</summary>
    Place,

    /// <summary>An organisation.</summary>
    Organisation,
}

/// <summary>A name in a block.</summary>
public readonly record struct Name(int Start, int Length, NameKind Kind)
{
    /// <summary>One past the last unit.</summary>
    public int End => Start + Length;
}
