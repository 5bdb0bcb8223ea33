using System.Text;
using Kunshan.Audio.Mandarin;
using Kunshan.Audio.Reading;
using Kunshan.Audio.Reading.Sources;

namespace Kunshan.Audio.Tests;

/// <summary>The real front-end, loaded once for all tests that need words or readings.</summary>
internal static class FrontEnd
{
    public static MandarinFrontEnd Mandarin { get; } = MandarinFrontEnd.Load(new MandarinOptions());

    /// <summary>Reads a text as a file of that name would be read.</summary>
    public static StageResult<Article> Read(string text, string path = "article.txt") =>
        ArticleReading.Read(SourceDecoder.Decode(Encoding.UTF8.GetBytes(text), path, null).Product, Mandarin);
}
