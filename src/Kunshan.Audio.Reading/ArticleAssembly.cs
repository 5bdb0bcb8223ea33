using System.Collections.Immutable;
using Kunshan.Audio.Reading.Repair;
using Kunshan.Audio.Reading.Roles;

namespace Kunshan.Audio.Reading;

/// <summary>What a format says about an article beside its text. Null: nothing.</summary>
internal sealed record GivenMetadata
{
    public string? Title { get; init; }

    public DateOnly? Date { get; init; }

    public ImmutableArray<string> Authors { get; init; } = [];

    public string? Publisher { get; init; }

    public string? Source { get; init; }

    public string? Rights { get; init; }

    public string? Language { get; init; }

    public string? Identifier { get; init; }
}

/// <summary>From raw blocks to the article: repair, roles, ids, metadata. All readers end here.</summary>
internal sealed class ArticleAssembly(IReadingTable table)
{
    public StageResult<Article> Assemble(SourceText source, IEnumerable<RawBlock> raw, GivenMetadata given, IEnumerable<Diagnostic> said)
    {
        var diagnostics = new List<Diagnostic>(said);
        var repair = new BlockRepair(table);
        var repaired = CreditCut.Apply(raw.Select(block => repair.Repair(block, diagnostics)).Where(block => block.Text.Text.Length > 0)).ToList();
        if (repaired.Count == 0)
        {
            throw new ArticleException(source.Path, new("has no text that could be an article.", "没有可作为文章的文字。"));
        }

        var roles = new RoleClassifier(repaired).Classify();
        ImmutableArray<Block> blocks = [.. repaired.Select((block, i) => ToBlock(block, BlockId.Of(i + 1), roles[i]))];
        diagnostics.AddRange(blocks.Where(block => block.Role == BlockRole.Other).Select(LeftOut));
        return new(new(MetadataReading.Of(blocks, given, table, source.Path), blocks), [.. diagnostics]);
    }

    private static Block ToBlock(RepairedBlock block, BlockId id, BlockRole role) => new()
    {
        Id = id,
        Role = role,
        Text = block.Text.Text,
        Source = new(block.Raw.Line, block.Raw.Text, block.Text.Offsets),
        Level = role switch
        {
            BlockRole.Title => 1,
            BlockRole.Heading => Math.Max(2, block.Raw.Level),
            BlockRole.List => Math.Max(1, block.Raw.Level),
            _ => 0,
        },
        Number = role == BlockRole.List ? block.Raw.Number : 0,
        Inlines = block.Inlines,
        Glosses = block.Glosses,
    };

    private static Diagnostic LeftOut(Block block) => new(
        "KA-READ-OTHER",
        Severity.Information,
        new("Neither shown nor read: not part of the article.", "不属于文章正文，不显示也不朗读。"),
        new(block.Source.Line, new(block.Id, 0, block.Text.Length), block.Text[..Math.Min(40, block.Text.Length)]));
}
