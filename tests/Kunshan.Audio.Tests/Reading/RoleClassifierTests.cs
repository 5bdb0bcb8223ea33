using Kunshan.Audio.Reading.PlainText;

namespace Kunshan.Audio.Tests.Reading;

public sealed class RoleClassifierTests
{
    public static TheoryData<string, BlockRole> Lines
    {
        get
        {
            var data = new TheoryData<string, BlockRole>();
            foreach (var row in File.ReadLines(Path.Combine(Testing.Repository.Root, "tests/Kunshan.Audio.Tests/Reading/roles.tsv")).Where(line => line[0] != '#'))
            {
                var fields = row.Split('\t');
                data.Add(fields[0], Enum.Parse<BlockRole>(fields[1]));
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public void A_line_between_paragraphs_has_its_role(string line, BlockRole role)
    {
        var article = Read($"夜读馆开馆满月\n九月的傍晚，夜读馆的灯一盏盏亮起来。\n门口挂着夜读馆的旧门牌，来借书的人都要看一眼。\n{line}\n周一鸣每周三晚上都来整理书架。\n");

        Assert.Equal(role, article.Blocks[3].Role);
    }

    [Fact]
    public void The_lead_comes_after_the_picture()
    {
        var article = Read("夜读馆开馆满月\n2031-09-08 20:30 来源：临溪日报\n夜读馆一楼。临溪日报供图\n九月的傍晚，夜读馆的灯一盏盏亮起来。\n市民都来借书。\n");

        Assert.Equal([BlockRole.Title, BlockRole.Dateline, BlockRole.Caption, BlockRole.Lead, BlockRole.Paragraph], article.Blocks.Select(block => block.Role));
        Assert.Equal("临溪日报", article.Metadata.Source);
        Assert.Equal(new DateOnly(2031, 9, 8), article.Metadata.Date);
    }

    private static Article Read(string text) =>
        new PlainTextReader(new NoReadings()).Read(new(text, SourceFormat.PlainText, "a.txt", "UTF-8")).Product;

    private sealed class NoReadings : IReadingTable
    {
        public bool IsReadingOf(char character, ReadOnlySpan<char> letters) => false;

        public string LanguageOf(ReadOnlySpan<char> text) => "zh-Hans";
    }
}
