using CsCheck;
using Kunshan.Audio.Reading;
using Kunshan.Audio.Reading.Repair;

namespace Kunshan.Audio.Tests.Reading;

public sealed class RepairTests
{
    private static readonly BlockRepair Repair = new(FrontEnd.Mandarin);

    public static TheoryData<string, string, string> Cases
    {
        get
        {
            var data = new TheoryData<string, string, string>();
            foreach (var row in Tables.Read("Reading/repairs.tsv"))
            {
                data.Add(row[0], row[1], row[2]);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_damaged_line_is_mended_and_each_repair_is_said(string before, string after, string codes)
    {
        var said = new List<Diagnostic>();

        var repaired = Repair.Repair(new RawBlock(7, before), said);

        Assert.Equal(after, repaired.Text.Text);
        Assert.Equal(codes, string.Join(' ', said.Select(diagnostic => diagnostic.Code)));
        Assert.All(said, diagnostic => Assert.Equal(7, diagnostic.Where.Line));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Repairing_again_changes_nothing(string before, string after, string codes)
    {
        var said = new List<Diagnostic>();

        Assert.Equal(after, Repair.Repair(new RawBlock(1, after), said).Text.Text);
        Assert.Empty(said);
        Assert.NotNull(before + codes);
    }

    [Fact]
    public void A_gloss_is_kept_as_evidence_at_its_character()
    {
        var repaired = Repair.Repair(new RawBlock(1, " 昆山的創(chuàng)新"), []);

        Assert.Equal([new Gloss(3, "chuàng")], repaired.Glosses);
        Assert.Equal([1, 2, 3, 4, 13, 14], repaired.Text.Offsets);
    }

    [Fact]
    public void Marks_move_with_their_text()
    {
        var repaired = Repair.Repair(new RawBlock(1, "新(xīn)的創(chuàng)意,好") { Inlines = [new Strong(7, 9), new Emphasis(16, 2)] }, []);

        Assert.Equal("新的創意，好", repaired.Text.Text);
        Assert.Equal([new Strong(2, 1), new Emphasis(3, 2)], repaired.Inlines);
    }

    [Fact]
    public void Whatever_the_text_the_map_ascends_and_a_second_repair_finds_nothing()
    {
        string[] pieces = ["創", "新", "(chuàng)", "(xīn)", "?", "!", ",", ":", " ", "“", "”", "\"", "?/span>", "</b>", "12", "AI", "\u200B", "&amp;", "。", "，", "\uD83D\uDE00", "\uD800", "(", ")", "é", "e\u0301", "http://a.b/c?d"];
        Gen.Int[0, pieces.Length - 1].Array[0, 24].Sample(picked =>
        {
            var once = Repair.Repair(new RawBlock(1, string.Concat(picked.Select(i => pieces[i]))), []);
            Assert.Equal(once.Text.Text.Length + 1, once.Text.Offsets.Length);
            Assert.Equal(once.Text.Offsets.Order(), once.Text.Offsets);
            Assert.Equal(once.Text.Text, Repair.Repair(new RawBlock(1, once.Text.Text), []).Text.Text);
        }, iter: 2000);
    }
}
