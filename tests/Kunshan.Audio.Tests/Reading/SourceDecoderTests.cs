using System.Text;
using Kunshan.Audio.Reading.Sources;

namespace Kunshan.Audio.Tests.Reading;

public sealed class SourceDecoderTests
{
    private const string Simplified = "临溪市的夜读馆开馆了，市民可以在这里读书到深夜。";
    private const string Traditional = "臨溪市的夜讀館開館了，市民可以在這裡讀書到深夜。";

    static SourceDecoderTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("utf-8", Traditional, "UTF-8")]
    [InlineData("utf-16", Traditional, "UTF-16LE")]
    [InlineData("utf-16BE", Traditional, "UTF-16BE")]
    [InlineData("GB18030", Simplified, "GB18030")]
    [InlineData("GB18030", Traditional, "GB18030")]
    [InlineData("big5", Traditional, "Big5")]
    public void An_encoding_is_recognised_by_its_bytes(string encoding, string text, string name)
    {
        var encoder = Encoding.GetEncoding(encoding);
        byte[] bytes = [.. encoding.StartsWith("utf-16", StringComparison.Ordinal) ? encoder.GetPreamble() : [], .. encoder.GetBytes(text)];

        var source = SourceDecoder.Decode(bytes, "a.txt", null);

        Assert.Equal((text, name), (source.Product.Text, source.Product.Encoding));
        Assert.Equal(name == "UTF-8" ? 0 : 1, source.Diagnostics.Length);
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData(" \n\u3000\t", "nothing but blanks")]
    [InlineData("\u0089PNG\r\n\u001A\n\0\0\0", "is not text")]
    public void What_holds_no_text_is_refused(string content, string reason) =>
        Assert.Contains(reason, Assert.Throws<ArticleException>(() => SourceDecoder.Decode(Encoding.UTF8.GetBytes(content), "a.txt", null)).Reason.En, StringComparison.Ordinal);

    [Theory]
    [InlineData("a.md", "文", SourceFormat.Markdown)]
    [InlineData("a.HTML", "文", SourceFormat.Html)]
    [InlineData("a.txt", "# 文", SourceFormat.PlainText)]
    [InlineData("-", "<!DOCTYPE html><p>文", SourceFormat.Html)]
    [InlineData("-", "# 文", SourceFormat.Markdown)]
    [InlineData("-", "文", SourceFormat.PlainText)]
    public void The_format_comes_from_the_name_else_from_the_text(string path, string text, SourceFormat format) =>
        Assert.Equal(format, SourceDecoder.Decode(Encoding.UTF8.GetBytes(text), path, null).Product.Format);
}
