using System.Collections.Immutable;
using Kunshan.Audio.Mandarin;
using Kunshan.Audio.Mandarin.Lexicons;

namespace Kunshan.Audio.Tests.Mandarin;

public sealed class LexiconTests
{
    private const string Pls = """
        <?xml version="1.0" encoding="UTF-8"?>
        <lexicon xmlns="http://www.w3.org/2005/01/pronunciation-lexicon" version="1.0" alphabet="x-pinyin" xml:lang="zh-CN">
          <lexeme>
            <grapheme>浒墅关</grapheme>
            <phoneme>xu3 shu4 guan1</phoneme>
          </lexeme>
          <lexeme>
            <grapheme>CATV</grapheme>
            <alias>有线电视</alias>
          </lexeme>
        </lexicon>

        """;

    [Fact]
    public void Pls_is_read_and_written_the_same()
    {
        var lexicon = PlsFormat.Read("a.pls", new StringReader(Pls));

        Assert.Equal("浒墅关 xu3 shu4 guan1, CATV 有线电视", string.Join(", ", lexicon.Entries.Select(entry => $"{entry.Grapheme} {entry}")));
        Assert.Equal(Pls.ReplaceLineEndings("\n"), PlsFormat.Write(lexicon));
    }

    [Fact]
    public void Csv_is_read_and_written_the_same()
    {
        const string Csv = "grapheme,pinyin,alias\n曉蘭,xiao3 lan2,\n\"A,B\",,甲乙\n";

        Assert.Equal(Csv, CsvFormat.Write(CsvFormat.Read("a.csv", new StringReader(Csv))));
    }

    [Theory]
    [InlineData("x-pinyin", "xiǎo lán")]
    [InlineData("x-pinyin", "xiao3 lan2")]
    [InlineData("x-bopomofo", "ㄒㄧㄠˇ ㄌㄢˊ")]
    [InlineData("ipa", "ɕjau˨˩˦ lan˧˥")]
    public void Three_alphabets_name_the_same_syllables(string alphabet, string text) =>
        Assert.Equal("xiao3 lan2", LexiconPronunciation.Entry("-", 0, "曉蘭", text, alphabet).ToString());

    [Fact]
    public void A_wrong_number_of_syllables_is_refused_with_file_and_line()
    {
        var error = Assert.Throws<LexiconException>(() => PlsFormat.Read("names.pls", new StringReader(Pls.Replace(" guan1", "", StringComparison.Ordinal))));

        Assert.Equal("names.pls(5): “浒墅关” has 3 characters, its pronunciation 2 syllables.", error.Message);
    }

    [Fact]
    public void A_syllable_that_is_none_is_refused()
    {
        var error = Assert.Throws<LexiconException>(() => CsvFormat.Read("names.csv", new StringReader("曉蘭,xiao3 lxn2\n")));

        Assert.Equal("names.csv(1): “xiao3 lxn2” is no Mandarin pronunciation.", error.Message);
    }

    [Fact]
    public void Broken_xml_is_refused_with_its_line()
    {
        var error = Assert.Throws<LexiconException>(() => PlsFormat.Read("names.pls", new StringReader("<lexicon>\n<a>\n")));

        Assert.StartsWith("names.pls(3): This is no well-formed XML", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_lexicon_and_in_it_the_longest_form_decide_in_either_script()
    {
        var project = new Lexicon("project", [LexiconPronunciation.Entry("project", 1, "乐桥", "le4 qiao2"), LexiconPronunciation.Entry("project", 2, "乐桥头", "yao4 qiao2 tou2")]);
        var user = new Lexicon("user", [LexiconPronunciation.Entry("user", 1, "乐桥", "yue4 qiao2")]);
        var frontEnd = MandarinFrontEnd.Load(new MandarinOptions { Lexicons = [project, user] });

        Assert.Equal("le4 qiao2", Read(frontEnd, "樂橋"));
        Assert.Equal("yao4 qiao2 tou2", Read(frontEnd, "乐桥头"));
    }

    [Fact]
    public void An_alias_is_read_in_place_of_the_letters()
    {
        var frontEnd = MandarinFrontEnd.Load(new MandarinOptions { Lexicons = [PlsFormat.Read("a.pls", new StringReader(Pls))] });
        var form = frontEnd.Pronounce("CATV用户").Product;

        Assert.Equal("有线电视用户", string.Concat(form.Tokens.Select(token => token.Spoken)));
        Assert.Equal("you3 xian4 dian4 shi4 yong4 hu4", Read(frontEnd, "CATV用户"));
    }

    [Fact]
    public void Adding_replaces_and_removing_forgets()
    {
        var lexicon = new Lexicon("user", ImmutableArray<LexiconEntry>.Empty)
            .With(LexiconPronunciation.Entry("user", 0, "乐桥", "le4 qiao2"))
            .With(LexiconPronunciation.Entry("user", 0, "乐桥", "yue4 qiao2"));

        Assert.Equal("乐桥 yue4 qiao2", string.Join(", ", lexicon.Entries.Select(entry => $"{entry.Grapheme} {entry}")));
        Assert.Empty(lexicon.Without("乐桥").Entries);
    }

    [Fact]
    public void Ruby_of_the_author_is_stronger_than_a_word()
    {
        const string Text = "她叫乐云。";
        var block = new Block { Id = BlockId.Of(1), Role = BlockRole.Paragraph, Text = Text, Source = BlockSource.Unchanged(1, Text), Inlines = [new Ruby(2, 1, "yuè")] };
        var utterance = new Utterance { Id = new UtteranceId("u"), Speaker = SpeakerId.Narrator, Text = Text, Source = new TextRange(block.Id, 0, Text.Length), Language = "zh-Hans", Role = BlockRole.Paragraph, PauseAfter = 0 };
        var analysis = Cases.FrontEnd.Analyse(new Article(new ArticleMetadata { Title = "云", Language = "zh-Hans" }, [block]));

        Assert.Equal("ta1 jiao4 yue4 yun2", string.Join(' ', Cases.FrontEnd.Say(utterance, block, analysis[block.Id]).Product.Tokens.SelectMany(token => token.Syllables)));
    }

    [Theory]
    [InlineData("垃圾", "le4 se4")]
    [InlineData("企業研究", "qi4 ye4 yan2 jiu4")]
    [InlineData("你和我", "ni3 han4 wo3")]
    public void Taiwan_reads_by_its_own_table(string written, string pinyin) =>
        Assert.Equal(pinyin, Read(MandarinFrontEnd.Load(new MandarinOptions { Reading = Kunshan.Audio.Mandarin.Reading.Taiwan }), written));

    private static string Read(MandarinFrontEnd frontEnd, string text) => string.Join(' ', frontEnd.Pronounce(text).Product.Tokens.SelectMany(token => token.Syllables));
}
