using System.Collections.Immutable;

namespace Kunshan.Audio;

/// <summary>The repaired document. Nothing after it changes text or order.</summary>
/// <param name="Metadata">What is known beside the text.</param>
/// <param name="Blocks">The blocks in reading order; at least one.</param>
public sealed record Article(ArticleMetadata Metadata, ImmutableArray<Block> Blocks);
