using Kunshan.Audio.Mastering.Encoding;

namespace Kunshan.Audio.Tests.Mastering;

/// <summary>Titles and chapters as ffmpeg reads them.</summary>
public sealed class FfmpegMetadataTests
{
    [Fact]
    public void Chapters_count_in_samples_and_end_where_the_next_begins()
    {
        var request = Request("新闻", new(SectionId.Of(1), "导语", 0), new(SectionId.Of(2), "一、企业", 441));

        Assert.Equal(
            """
            ;FFMETADATA1
            title=新闻
            genre=Speech
            [CHAPTER]
            TIMEBASE=1/22050
            START=0
            END=441
            title=导语
            [CHAPTER]
            TIMEBASE=1/22050
            START=441
            END=22050
            title=一、企业

            """,
            FfmpegMetadata.Write(request));
    }

    [Theory]
    [InlineData("a=b;c#d\\e", "a\\=b\\;c\\#d\\\\e")]
    [InlineData("两\n行\r\n三\t列", "两 行 三 列")]
    [InlineData("末尾\\ \\", "末尾")]
    public void Signs_of_the_format_are_escaped_and_a_title_is_one_line(string title, string written) =>
        Assert.Equal($";FFMETADATA1\ntitle={written}\ngenre=Speech\n", FfmpegMetadata.Write(Request(title)));

    [Fact]
    public void A_chapter_title_of_more_than_255_bytes_ends_at_a_character()
    {
        var text = FfmpegMetadata.Write(Request("题", new Chapter(SectionId.Of(1), new string('昆', 100), 0)));

        Assert.EndsWith($"title={new string('昆', 84)}…\n", text, StringComparison.Ordinal);
    }

    private static EncodingRequest Request(string title, params Chapter[] chapters) => new("x.m4b", 22050, title, null, null, "zh-Hans", 22050, [.. chapters]);
}
