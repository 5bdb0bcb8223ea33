namespace Kunshan.Audio.Reading.PlainText;

/// <summary>Plain text: one block a line.</summary>
/// <param name="table">Readings, for repair.</param>
public sealed class PlainTextReader(IReadingTable table) : IArticleReader
{
    /// <inheritdoc/>
    public SourceFormat Format => SourceFormat.PlainText;

    /// <inheritdoc/>
    public StageResult<Article> Read(SourceText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var lines = source.Text.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n', '\r');
        var blocks = lines.Select((text, index) => new RawBlock(index + 1, text)).Where(block => !string.IsNullOrWhiteSpace(block.Text));
        return new ArticleAssembly(table).Assemble(source, blocks, new(), []);
    }
}
