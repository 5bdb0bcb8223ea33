namespace Kunshan.Audio;

/// <summary>Reads one format. Its product is repaired and has its roles.</summary>
public interface IArticleReader
{
    /// <summary>The format it reads.</summary>
    SourceFormat Format { get; }

    /// <summary>Reads an article.</summary>
    /// <exception cref="ArticleException">There is nothing to read.</exception>
    StageResult<Article> Read(SourceText source);
}
