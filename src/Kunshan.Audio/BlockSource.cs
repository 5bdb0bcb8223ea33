using System.Collections.Immutable;

namespace Kunshan.Audio;

/// <summary>Where a block came from: the way back from what is shown to what stood in the file.</summary>
/// <param name="Line">Line of the file, counted from 1.</param>
/// <param name="Raw">The block's text before repair.</param>
/// <param name="RawOffsets">For each UTF-16 unit of the displayed text, and one more for its end, the offset in <paramref name="Raw"/>; never descending.</param>
public sealed record BlockSource(int Line, string Raw, ImmutableArray<int> RawOffsets)
{
    /// <summary>The offset in <see cref="Raw"/> of a displayed offset.</summary>
    public int ToRaw(int displayOffset) => RawOffsets[displayOffset];

    /// <summary>The source of a block that repair left as it was.</summary>
    public static BlockSource Unchanged(int line, string text) => new(line, text, [.. Enumerable.Range(0, text.Length + 1)]);
}
