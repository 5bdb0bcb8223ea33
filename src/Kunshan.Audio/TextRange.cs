namespace Kunshan.Audio;

/// <summary>A stretch of a displayed block, in UTF-16 units.</summary>
/// <param name="Block">The block.</param>
/// <param name="Start">First unit, counted from 0.</param>
/// <param name="Length">Number of units.</param>
public readonly record struct TextRange(BlockId Block, int Start, int Length)
{
    /// <summary>One past the last unit.</summary>
    public int End => Start + Length;
}
