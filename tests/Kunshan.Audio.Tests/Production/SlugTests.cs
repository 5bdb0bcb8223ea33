using Kunshan.Audio.Production;

namespace Kunshan.Audio.Tests.Production;

public sealed class SlugTests
{
    [Theory]
    [InlineData("“夜间图书馆”开馆 | 市民点赞", "a.txt", "夜间图书馆开馆市民点赞")]
    [InlineData("Night Library 2031：开馆", "a.txt", "night-library-2031开馆")]
    [InlineData("ＡＩ与“５Ｇ”", "a.txt", "ai与5g")]
    [InlineData("……", "/tmp/夜校.md", "夜校")]
    [InlineData("", "-", "article")]
    [InlineData("../../etc/passwd", "a.txt", "etc-passwd")]
    [InlineData("一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十末", "a.txt", "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十")]
    public void It_is_made_of_the_letters_and_digits_of_the_title(string title, string path, string slug) =>
        Assert.Equal(slug, Slug.Of(title, path));
}
