using System.Globalization;
using System.Text;
using Kunshan.Audio.Mandarin;
using Kunshan.Audio.Reading;
using Kunshan.Audio.Testing;

namespace Kunshan.Audio.Tests.Mandarin;

/// <summary>The real article, where it lies beside the working copy: its reading was proofread against dictionaries, block by block, and is kept as pinyin only.</summary>
public sealed class RealArticleTests
{
    private static readonly MandarinFrontEnd Citation = MandarinFrontEnd.Load(new MandarinOptions { Sandhi = false });

    [Fact]
    public void Every_syllable_is_read_as_proofread()
    {
        var article = Read();
        var expected = Expected();
        Assert.Equal(expected.Count, article.Blocks.Length);
        for (var i = 0; i < expected.Count; i++)
        {
            Assert.Equal(expected[i], string.Join(' ', Citation.Pronounce(article.Blocks[i].Text).Product.Tokens.SelectMany(token => token.Syllables)));
        }
    }

    [Fact]
    public void Saying_an_utterance_agrees_with_the_words_of_its_block()
    {
        var article = Read();
        var analysis = Cases.FrontEnd.Analyse(article);
        foreach (var block in article.Blocks)
        {
            var utterance = new Utterance { Id = new UtteranceId("u"), Speaker = SpeakerId.Narrator, Text = block.Text, Source = new TextRange(block.Id, 0, block.Text.Length), Language = article.Metadata.Language, Role = block.Role, PauseAfter = 0 };
            var form = Cases.FrontEnd.Say(utterance, block, analysis[block.Id]).Product;

            Assert.Equal(analysis[block.Id].Words.Select(word => (word.Start, word.Length)), form.Tokens.Select(token => (token.Start, token.Length)));
            Assert.DoesNotContain(form.Tokens, token => token.Syllables.IsEmpty && token.Surface.Any(unit => unit is >= '\u4e00' and <= '\u9fff'));
        }
    }

    [Fact]
    public void Persons_stand_apart_from_their_titles_and_verbs()
    {
        var article = Read();
        var analysis = Cases.FrontEnd.Analyse(article);
        var persons = analysis.Blocks.SelectMany(block => block.Names.Where(name => name.Kind == NameKind.Person).Select(name => article.Blocks.Single(other => other.Id == block.Block).Text.Substring(name.Start, name.Length)));

        // Lengths only: two or three characters each, and as many as the article names.
        Assert.Equal(15, persons.Distinct(StringComparer.Ordinal).Count());
        Assert.All(persons, name => Assert.InRange(name.Length, 2, 3));
    }

    private static Article Read()
    {
        Assert.SkipWhen(Repository.RealArticle is null, "The real article is not here.");
        var text = File.ReadAllText(Repository.RealArticle!, Encoding.UTF8);
        return ArticleReading.Read(new SourceText(text, SourceFormat.PlainText, "article", "UTF-8"), Cases.FrontEnd).Product;
    }

    private static List<string> Expected()
    {
        var blocks = new List<string>();
        foreach (var line in File.ReadLines(Path.Combine(Repository.Root, "tests", "Kunshan.Audio.Tests", "Mandarin", "real-article.tsv")).Where(line => line.Length > 0 && line[0] != '#'))
        {
            var parts = line.Split('\t');
            Assert.Equal(blocks.Count + 1, int.Parse(parts[0], CultureInfo.InvariantCulture));
            blocks.Add(parts[1]);
        }

        return blocks;
    }
}
