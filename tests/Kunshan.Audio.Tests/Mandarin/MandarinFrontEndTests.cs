using Kunshan.Audio.Mandarin;

namespace Kunshan.Audio.Tests.Mandarin;

public sealed class MandarinFrontEndTests
{
    public static TheoryData<int, string, string, string> Words => Cases.Of("words");

    public static TheoryData<int, string, string, string> Tones => Cases.Of("tones");

    [Theory]
    [MemberData(nameof(Words))]
    public void Words_are_read_by_their_context(int line, string written, string spoken, string pinyin)
    {
        _ = line;
        Cases.Check(Cases.FrontEnd, written, spoken, pinyin);
    }

    [Theory]
    [MemberData(nameof(Tones))]
    public void Tones_change_as_they_are_spoken(int line, string written, string spoken, string pinyin)
    {
        _ = line;
        Cases.Check(Cases.FrontEnd, written, spoken, pinyin);
    }

    [Theory]
    [InlineData("那座嘍", 2, "lou5", "lou5")]
    [InlineData("他姓盖", 2, "gě", "ge3")]
    [InlineData("以創新為重點", 3, "wèi", "wei2")]
    public void A_converters_gloss_decides_only_where_nothing_else_does(string text, int offset, string gloss, string expected)
    {
        var block = new Block { Id = BlockId.Of(1), Role = BlockRole.Paragraph, Text = text, Source = BlockSource.Unchanged(1, text), Glosses = [new Gloss(offset, gloss)] };
        var utterance = new Utterance { Id = new("u"), Speaker = SpeakerId.Narrator, Text = text, Source = new(block.Id, 0, text.Length), Language = "zh-Hans", Role = block.Role, PauseAfter = 0 };
        var analysis = Cases.FrontEnd.Analyse(new(new() { Title = "t", Language = "zh-Hans" }, [block]));

        var syllables = Cases.FrontEnd.Say(utterance, block, analysis[block.Id]).Product.Tokens.SelectMany(token => token.Syllables).ToList();

        Assert.Equal(expected, syllables[offset].Citation);
    }

    [Fact]
    public void A_converters_gloss_that_disagrees_is_reported_and_does_not_decide()
    {
        const string Text = "应用广泛";
        var block = new Block { Id = BlockId.Of(1), Role = BlockRole.Paragraph, Text = Text, Source = BlockSource.Unchanged(1, Text), Glosses = [new Gloss(0, "yīng"), new Gloss(1, "yòng")] };
        var utterance = new Utterance { Id = new UtteranceId("u"), Speaker = SpeakerId.Narrator, Text = Text, Source = new TextRange(block.Id, 0, Text.Length), Language = "zh-Hans", Role = BlockRole.Paragraph, PauseAfter = 0 };
        var analysis = Cases.FrontEnd.Analyse(new Article(new ArticleMetadata { Title = "用", Language = "zh-Hans" }, [block]));
        var (form, diagnostics) = Cases.FrontEnd.Say(utterance, block, analysis[block.Id]);

        Assert.Equal("ying4 yong4 guang3 fan4", string.Join(' ', form.Tokens.SelectMany(token => token.Syllables)));
        Assert.Equal(["KA-MAND-GLOSS: The text glosses 应 as yīng; 应用 is read ying4."], diagnostics.Select(diagnostic => $"{diagnostic.Code}: {diagnostic.Message}"));
    }

    [Fact]
    public void A_symbol_outside_the_table_is_silent_and_reported()
    {
        var (form, diagnostics) = Cases.FrontEnd.Pronounce("晴天🌞");

        Assert.Equal("qing2 tian1", string.Join(' ', form.Tokens.SelectMany(token => token.Syllables)));
        Assert.Equal(["KA-MAND-SYMBOL: The symbol U+1F31E is not read."], diagnostics.Select(diagnostic => $"{diagnostic.Code}: {diagnostic.Message}"));
    }

    [Fact]
    public void Pronounce_writes_one_json_object_a_line()
    {
        var form = Cases.FrontEnd.Pronounce("重庆2024年增长5%").Product;

        Assert.Equal(
            """{"text":"重庆2024年增长5%","spoken":"重庆二零二四年增长百分之五","tokens":[{"start":0,"length":2,"surface":"重庆","spoken":"重庆","pinyin":["chong2","qing4"],"reason":"word"},{"start":2,"length":5,"surface":"2024年","spoken":"二零二四年","pinyin":["er4","ling2","er4","si4","nian2"],"reason":"year"},{"start":7,"length":2,"surface":"增长","spoken":"增长","pinyin":["zeng1","zhang3"],"reason":"word"},{"start":9,"length":2,"surface":"5%","spoken":"百分之五","pinyin":["bai3","fen1","zhi1","wu3"],"reason":"percent"}]}""",
            PronounceWriter.Json("重庆2024年增长5%", form));
    }

    [Fact]
    public void Pauses_follow_the_marks_and_the_last_mark_has_none()
    {
        var form = Cases.FrontEnd.Pronounce("运河两岸,灯会、集市开张;“大家都来,”他说——真热闹。").Product;

        Assert.Equal(
            ",220 、120 ;350 ,220 —350",
            string.Join(' ', form.Tokens.Where(token => token.BreakAfter > 0).Select(token => $"{token.Surface}{token.BreakAfter}")));
    }

    [Fact]
    public void A_clause_over_25_syllables_breathes_at_a_word_boundary()
    {
        var form = Cases.FrontEnd.Pronounce("今年以来全市各级农业部门持续推动高标准农田建设与现代农业装备更新改造工作取得明显成效").Product;

        Assert.Contains(form.Tokens, token => token.BreakAfter == 165);
        Assert.All(Phrases(form), length => Assert.InRange(length, 8, 25));
    }

    [Fact]
    public void A_name_is_a_word_of_its_own_between_title_and_verb()
    {
        var block = new Block { Id = BlockId.Of(1), Role = BlockRole.Paragraph, Text = "店長陸青坦言,生意並不好做。陸青又說,老街會好起來。", Source = BlockSource.Unchanged(1, "") };
        var analysis = Cases.FrontEnd.Analyse(new Article(new ArticleMetadata { Title = "老街", Language = "zh-Hant" }, [block]));

        var names = analysis.Blocks[0].Names.Select(name => block.Text.Substring(name.Start, name.Length));
        Assert.Equal(["陸青", "陸青"], names);
    }

    [Theory]
    [InlineData('創', "chuàng", true)]
    [InlineData('創', "chuang1", true)]
    [InlineData('創', "chuang", true)]
    [InlineData('習', "xí", true)]
    [InlineData('應', "yīng", true)]
    [InlineData('網', "AIoT", false)]
    [InlineData('局', "知识", false)]
    public void A_gloss_is_a_reading_of_its_character_or_it_is_not(char character, string letters, bool expected) =>
        Assert.Equal(expected, Cases.FrontEnd.IsReadingOf(character, letters));

    [Theory]
    [InlineData("運河兩岸", "zh-Hant")]
    [InlineData("运河两岸", "zh-Hans")]
    [InlineData("2024", "zh-Hans")]
    public void The_script_of_a_text_is_seen_in_its_characters(string text, string language) => Assert.Equal(language, Cases.FrontEnd.LanguageOf(text));

    private static List<int> Phrases(SpokenForm form)
    {
        var lengths = new List<int> { 0 };
        foreach (var token in form.Tokens)
        {
            lengths[^1] += token.Syllables.Length;
            if (token.BreakAfter >= 150)
            {
                lengths.Add(0);
            }
        }

        return lengths;
    }
}
