using Kunshan.Audio.Reading.Html;
using Kunshan.Audio.Reading.Markdown;
using Kunshan.Audio.Reading.PlainText;

namespace Kunshan.Audio.Reading;

/// <summary>Reads an article with the reader of its format.</summary>
public static class ArticleReading
{
    /// <summary>Reads an article.</summary>
    /// <exception cref="ArticleException">There is nothing to read.</exception>
    public static StageResult<Article> Read(SourceText source, IReadingTable table)
    {
        ArgumentNullException.ThrowIfNull(source);
        IArticleReader reader = source.Format switch
        {
            SourceFormat.Markdown => new MarkdownReader(table),
            SourceFormat.Html => new HtmlReader(table),
            _ => new PlainTextReader(table),
        };
        return reader.Read(source);
    }
}
