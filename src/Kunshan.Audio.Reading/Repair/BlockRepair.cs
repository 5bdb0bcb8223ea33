using System.Collections.Immutable;

namespace Kunshan.Audio.Reading.Repair;

/// <summary>A block after repair, before it has its id.</summary>
/// <param name="Raw">The block as it was.</param>
/// <param name="Text">Its displayed text with the map.</param>
/// <param name="Inlines">Marks in displayed units.</param>
/// <param name="Glosses">Readings taken out, in displayed units.</param>
internal sealed record RepairedBlock(RawBlock Raw, MappedText Text, ImmutableArray<Inline> Inlines, ImmutableArray<Gloss> Glosses);

/// <summary>All repairs, in their order: each works on what the one before left. A repaired block is not changed by a second repair.</summary>
internal sealed class BlockRepair
{
    private const int ExcerptLength = 12;
    private const int MostRounds = 8;
    private readonly ImmutableArray<Func<string, IEnumerable<TextEdit>>> repairs;

    public BlockRepair(IReadingTable table)
    {
        var glosses = new GlossRepair(table);
        repairs = [CharacterRepair.Find, DebrisRepair.Find, glosses.Find, QuoteRepair.Find, PunctuationRepair.Find, BlankRepair.Find];
    }

    /// <summary>Repairs a block.</summary>
    public RepairedBlock Repair(RawBlock raw, ICollection<Diagnostic> diagnostics)
    {
        var text = MappedText.Of(raw.Text);
        var glosses = new List<(int RawOffset, string Reading)>();
        for (var round = 0; round < MostRounds; round++)
        {
            var before = text;
            text = Round(raw, text, glosses, diagnostics);
            if (ReferenceEquals(before, text))
            {
                break;
            }
        }

        return new(raw, text, InlinesOf(raw, text), [.. glosses.Select(gloss => new Gloss(text.FromRaw(gloss.RawOffset), gloss.Reading))]);
    }

    /// <summary>Every repair once. What one mends may show another what to do, so rounds go on until nothing changes.</summary>
    private MappedText Round(RawBlock raw, MappedText text, List<(int RawOffset, string Reading)> glosses, ICollection<Diagnostic> diagnostics)
    {
        foreach (var repair in repairs)
        {
            TextEdit[] edits = [.. repair(text.Text)];
            foreach (var edit in edits)
            {
                if (edit.Finding is { } finding)
                {
                    diagnostics.Add(new(finding.Code, finding.Severity, finding.Message, new(raw.Line, Excerpt: Excerpt(text.Text, edit))));
                }

                if (edit.Finding?.Reading is { } reading)
                {
                    glosses.Add((text.Offsets[edit.Start - 1], reading));
                }
            }

            text = text.Apply(edits);
        }

        return text;
    }

    private static ImmutableArray<Inline> InlinesOf(RawBlock raw, MappedText text)
    {
        var inlines = raw.Inlines.Select(inline =>
        {
            var start = text.FromRaw(inline.Start);
            return inline with { Start = start, Length = text.FromRaw(inline.End) - start };
        }).Where(inline => inline.Length > 0);
        var lost = text.Text.Select((c, at) => (c, at)).Where(pair => pair.c == GlossRepair.LostMark).Select(pair => (Inline)new Lost(pair.at, 1));
        return [.. inlines.Concat(lost).OrderBy(inline => inline.Start).ThenByDescending(inline => inline.Length)];
    }

    private static string Excerpt(string text, TextEdit edit)
    {
        var from = Math.Max(0, edit.Start - ExcerptLength);
        return text[from..Math.Min(text.Length, edit.Start + edit.Length + ExcerptLength)];
    }
}
