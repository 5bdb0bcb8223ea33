using System.Collections.Immutable;

namespace Kunshan.Audio;

/// <summary>What is known about an article beside its text. Empty strings are never used: what is not known is null.</summary>
public sealed record ArticleMetadata
{
    /// <summary>The headline.</summary>
    public required string Title { get; init; }

    /// <summary>BCP 47 tag of the text: <c>zh-Hans</c> or <c>zh-Hant</c>.</summary>
    public required string Language { get; init; }

    /// <summary>The day of publication, where the year is known.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Names of the authors.</summary>
    public ImmutableArray<string> Authors { get; init; } = [];

    /// <summary>Who publishes.</summary>
    public string? Publisher { get; init; }

    /// <summary>Address or name of the source.</summary>
    public string? Source { get; init; }

    /// <summary>Statement of rights.</summary>
    public string? Rights { get; init; }

    /// <summary>An identifier the publisher gave, for instance an ISBN or a URN.</summary>
    public string? Identifier { get; init; }
}
