using Kunshan.Audio.Production;

namespace Kunshan.Audio.Tests.Production;

public sealed class HanziTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("2024年，GDP增长5%。", 3)]
    [InlineData("𠮷野家〇", 4)]
    [InlineData("かな ハングル 漢字", 2)]
    public void Only_hanzi_are_counted(string text, int count) => Assert.Equal(count, Hanzi.Count(text));
}
