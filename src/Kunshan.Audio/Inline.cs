using System.Text.Json.Serialization;

namespace Kunshan.Audio;

/// <summary>A mark on a stretch of a block's text. Stand-off: inlines lie beside the text, in order of their start, and may nest.</summary>
[JsonDerivedType(typeof(Emphasis), "emphasis")]
[JsonDerivedType(typeof(Strong), "strong")]
[JsonDerivedType(typeof(Link), "link")]
[JsonDerivedType(typeof(Ruby), "ruby")]
[JsonDerivedType(typeof(Foreign), "foreign")]
[JsonDerivedType(typeof(Lost), "lost")]
public abstract record Inline
{
    private protected Inline(int start, int length)
    {
        Start = start;
        Length = length;
    }

    /// <summary>First UTF-16 unit in the block's displayed text.</summary>
    public int Start { get; init; }

    /// <summary>Length in UTF-16 units.</summary>
    public int Length { get; init; }

    /// <summary>One past the last unit.</summary>
    public int End => Start + Length;
}

/// <summary>Stressed text.</summary>
public sealed record Emphasis(int Start, int Length) : Inline(Start, Length);

/// <summary>Important text.</summary>
public sealed record Strong(int Start, int Length) : Inline(Start, Length);

/// <summary>A link; only absolute http, https and mailto addresses are kept.</summary>
public sealed record Link(int Start, int Length, string Address) : Inline(Start, Length);

/// <summary>A reading that the author printed over the text: evidence of the highest rank.</summary>
public sealed record Ruby(int Start, int Length, string Reading) : Inline(Start, Length);

/// <summary>Text in another language.</summary>
/// <param name="Start">First UTF-16 unit.</param>
/// <param name="Length">Length in UTF-16 units.</param>
/// <param name="Language">BCP 47 tag.</param>
public sealed record Foreign(int Start, int Length, string Language) : Inline(Start, Length);

/// <summary>A character that the source had lost: a mark stands for it on the page, nothing is read there.</summary>
public sealed record Lost(int Start, int Length) : Inline(Start, Length);
