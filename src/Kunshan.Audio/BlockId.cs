namespace Kunshan.Audio;

/// <summary>Names a block of an article: <c>b1</c>, <c>b2</c> … in reading order, minted after repair.</summary>
public readonly record struct BlockId(string Value)
{
    /// <summary>The id of the n-th block, counted from 1.</summary>
    public static BlockId Of(int number) => new(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"b{number}"));

    /// <inheritdoc/>
    public override string ToString() => Value;
}
