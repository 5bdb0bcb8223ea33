using System.Collections.Immutable;

namespace Kunshan.Audio.Scripting.Sections;

/// <summary>Blocks of one section, and whether they are read.</summary>
/// <param name="Title">Title of its chapter.</param>
/// <param name="Heading">The block that opens it.</param>
/// <param name="Shown">All its blocks.</param>
/// <param name="Read">Those of them that are read.</param>
internal sealed record SectionPlan(string Title, BlockId? Heading, ImmutableArray<Block> Shown, ImmutableArray<Block> Read);

/// <summary>Divides an article: the lead section, then one for each heading; what is not read by default may get a last section of its own.</summary>
internal static class SectionBuilder
{
    /// <summary>The sections, each with something to read where the article has it.</summary>
    public static IReadOnlyList<SectionPlan> Plan(Article article, bool readCredits, string creditsTitle)
    {
        var credits = readCredits ? article.Blocks.Where(block => IsFurniture(block.Role)).ToImmutableArray() : [];
        var groups = new List<List<Block>> { new() };
        foreach (var block in article.Blocks.Where(block => block.Role != BlockRole.Other && !credits.Contains(block)))
        {
            if (block.Role == BlockRole.Heading && groups[^1].Exists(other => IsRead(other.Role)))
            {
                groups.Add([]);
            }

            groups[^1].Add(block);
        }

        var plans = groups.Where(group => group.Count > 0).Select(group => Of(group, article)).ToList();
        if (!credits.IsEmpty)
        {
            plans.Add(new(creditsTitle, null, credits, credits));
        }

        return plans;
    }

    /// <summary>Whether a block of this role is read aloud by default.</summary>
    public static bool IsRead(BlockRole role) => role != BlockRole.Other && !IsFurniture(role);

    private static bool IsFurniture(BlockRole role) => role is BlockRole.Byline or BlockRole.Credit or BlockRole.Source or BlockRole.Copyright;

    private static SectionPlan Of(List<Block> blocks, Article article)
    {
        var opening = blocks.Find(block => block.Role is BlockRole.Title or BlockRole.Heading);
        return new(opening?.Text ?? article.Metadata.Title, opening?.Id, [.. blocks], [.. blocks.Where(block => IsRead(block.Role))]);
    }
}
