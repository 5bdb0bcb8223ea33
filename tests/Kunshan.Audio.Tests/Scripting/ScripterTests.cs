using Kunshan.Audio.Scripting;
using Kunshan.Audio.Scripting.Casting;
using Kunshan.Audio.Scripting.ScriptFiles;

namespace Kunshan.Audio.Tests.Scripting;

public sealed class ScripterTests
{
    private const string Text =
        """
        夜读馆开馆满月
        九月的傍晚，灯一盏盏亮起来。市民周一鸣说：“我每天都来，风雨无阻。”
        让老粮仓长出新故事
        “一座城市的温度，藏在灯光里。”馆长林秋水表示，书房要多建。
        ▲夜读馆一楼
        馆长介绍，志愿者有四十人；人人都爱书。
        记者 | 许文
        """;

    public static TheoryData<string, string> Attributions
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var row in Tables.Read("Scripting/attributions.tsv"))
            {
                data.Add(row[0], row[1]);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Attributions))]
    public void Speech_has_its_speaker_and_scare_quotes_have_none(string paragraph, string expected)
    {
        var article = FrontEnd.Read($"标题一行\n{paragraph}\n第二段把话说完，共有三句。\n").Product;
        var script = new Scripter(new()).Write(article, FrontEnd.Mandarin.Analyse(article)).Product;

        var found = script.Attributions.Where(attribution => attribution.Range.Block == article.Blocks[1].Id).Select(attribution => $"{Kind(attribution)} {attribution.Speaker} {article.Blocks[1].Text.Substring(attribution.Range.Start, attribution.Range.Length)}".Replace("  ", " ", StringComparison.Ordinal));

        Assert.Equal(expected, string.Join("; ", found));
    }

    [Fact]
    public void Utterances_tile_what_is_read_and_pauses_follow_the_table()
    {
        var (article, script) = Write();

        Assert.Equal(
            """
            s01-u001 narrator 900 夜读馆开馆满月
            s01-u002 narrator 450 九月的傍晚，灯一盏盏亮起来。
            s01-u003 narrator 220 市民周一鸣说：
            s01-u004 周一鸣 1200 “我每天都来，风雨无阻。”
            s02-u001 narrator 900 让老粮仓长出新故事
            s02-u002 林秋水 450 “一座城市的温度，藏在灯光里。”
            s02-u003 narrator 750 馆长林秋水表示，书房要多建。
            s02-u004 narrator 750 ▲夜读馆一楼
            s02-u005 narrator 1200 馆长介绍，志愿者有四十人；人人都爱书。
            """.ReplaceLineEndings("\n"),
            string.Join('\n', script.Utterances.Select(utterance => $"{utterance.Id} {utterance.Speaker} {utterance.PauseAfter} {utterance.Text}")));
        Assert.Equal([article.Blocks[^1].Id], script.Unread);
        Assert.Equal(article.Blocks.Select(block => block.Id), script.Sections.SelectMany(section => section.Blocks));
        Assert.True(script.Utterances.Single(utterance => utterance.Role == BlockRole.Caption).Skippable);
    }

    [Fact]
    public void A_title_alone_means_the_one_person_who_holds_it()
    {
        var (_, script) = Write();

        Assert.Equal("林秋水", script.Attributions.Last(attribution => attribution.Kind == SpeechKind.Indirect).Speaker!.Value.Value);
    }

    [Fact]
    public void Credits_are_read_in_a_last_section_when_wanted()
    {
        var article = FrontEnd.Read(Text).Product;
        var script = new Scripter(new() { ReadCredits = true }).Write(article, FrontEnd.Mandarin.Analyse(article)).Product;

        Assert.Equal(["记者 | 许文"], script.Sections[^1].Utterances.Select(utterance => utterance.Text));
        Assert.Empty(script.Unread);
    }

    [Fact]
    public void A_change_of_voice_is_given_200_ms_more()
    {
        var (_, script) = Write();

        var changed = VoiceChanges.Apply(script, Cast(script));

        Assert.Equal([900, 450, 420, 1200, 1100, 650, 750, 750, 1200], changed.Utterances.Select(utterance => utterance.PauseAfter));
    }

    [Fact]
    public void Who_says_most_gets_the_next_voice_and_a_cast_file_stands_above_it()
    {
        var (_, script) = Write();
        var chosen = Caster.Cast(script, Voices, new() { CastFile = CastFile.Parse("# 我们的演员表\n周一鸣 = shan\n", "cast.txt") }).Product;

        Assert.Equal(["narrator lan Narrator", "林秋水 he Order", "周一鸣 shan Order"], Cast(script).Members.Select(Line));
        Assert.Equal(["narrator lan Narrator", "林秋水 he Order", "周一鸣 shan Chosen"], chosen.Members.Select(Line));
    }

    [Fact]
    public void A_voice_nobody_has_is_refused_with_the_nearest_names()
    {
        var (_, script) = Write();

        var refusal = Assert.Throws<ScriptFileException>(() => Caster.Cast(script, Voices, new() { CastFile = CastFile.Parse("\n周一鸣 = shann\n", "cast.txt") }));

        Assert.Equal(("cast.txt", 2, "there is no voice “shann”; nearest: shan, lan, he."), (refusal.Path, refusal.Line, refusal.Reason.En));
    }

    [Fact]
    public Task The_script_file_is_one_line_an_utterance() => Verify(ScriptFile.Write(Write().Script, Cast(Write().Script)));

    [Fact]
    public void An_untouched_script_file_changes_nothing()
    {
        var (_, script) = Write();

        var again = ScriptFile.Apply(ScriptFile.Write(script, Cast(script)), "script.txt", script);

        Assert.Equal(ScriptFile.Write(script, Cast(script)), ScriptFile.Write(again.Product, Cast(script)));
        Assert.Empty(again.Diagnostics);
    }

    [Fact]
    public void Corrections_are_obeyed_and_those_that_find_nothing_are_named()
    {
        var (_, script) = Write();
        var text = ScriptFile.Write(script, Cast(script))
            .Replace(" 周一鸣 | “我每天", " 老周; pause=900 | “我每天", StringComparison.Ordinal)
            .Replace(" narrator | ▲", " narrator; skip | ▲", StringComparison.Ordinal)
            .Replace(" narrator | 馆长介绍", " narrator; say=馆长说 | 馆长介绍", StringComparison.Ordinal)
            + "alias 老周 = 周一鸣\n@00000000 narrator; skip | 早已删去的话。\n";

        var corrected = ScriptFile.Apply(text, "script.txt", script);
        var utterances = corrected.Product.Utterances.ToList();

        Assert.Equal(8, utterances.Count);
        Assert.Equal(("周一鸣", 900), (utterances[3].Speaker.Value, utterances[3].PauseAfter));
        Assert.Equal("馆长说", utterances[^1].Say);
        Assert.Equal(["KA-SCRIPT-STALE"], corrected.Diagnostics.Select(diagnostic => diagnostic.Code));
    }

    [Fact]
    public void A_section_that_is_skipped_whole_stays_on_the_page_as_not_read()
    {
        var (article, script) = Write();
        var lines = ScriptFile.Write(script, Cast(script)).Split('\n');
        var second = Array.FindIndex(lines, line => line.StartsWith("## s02", StringComparison.Ordinal));
        var text = string.Join('\n', lines.Select((line, i) => i > second ? line.Replace(" |", "; skip |", StringComparison.Ordinal) : line));

        var corrected = ScriptFile.Apply(text, "script.txt", script).Product;

        Assert.Equal(["s01"], corrected.Sections.Select(section => section.Id.Value));
        Assert.Equal(article.Blocks.Select(block => block.Id), corrected.Sections.SelectMany(section => section.Blocks));
        Assert.Equal(article.Blocks.Skip(2).Select(block => block.Id), corrected.Unread);
    }

    [Theory]
    [InlineData("@abc\n", 1, "has no “@key speaker | words”; restore the line from a fresh script.")]
    [InlineData("# x\nfoo\n", 2, "begins with neither @, ?, #, speaker nor alias.")]
    [InlineData("@abc narrator; loud | x\n", 1, "has an unknown label “loud”; there are voice, say, skip, pause, confidence, candidates.")]
    public void A_malformed_line_is_refused_with_its_number(string text, int line, string reason)
    {
        var (_, script) = Write();

        var refusal = Assert.Throws<ScriptFileException>(() => ScriptFile.Apply(text, "script.txt", script));

        Assert.Equal((line, reason), (refusal.Line, refusal.Reason.En));
    }

    [Fact]
    public void An_unknown_speaker_is_refused_with_the_nearest_names()
    {
        var (_, script) = Write();
        var text = ScriptFile.Write(script, Cast(script)).Replace(" 周一鸣 |", " 周一名 |", StringComparison.Ordinal);

        Assert.Contains("nearest: 周一鸣", Assert.Throws<ScriptFileException>(() => ScriptFile.Apply(text, "script.txt", script)).Reason.En, StringComparison.Ordinal);
    }

    private static readonly System.Collections.Immutable.ImmutableArray<Voice> Voices = [Voice("lan", 0), Voice("he", 1), Voice("shan", 2)];

    private static Voice Voice(string id, int order) => new() { Id = new(id), Engine = new("built-in"), Name = id, Locale = "zh-CN", Gender = VoiceGender.Neutral, SampleRate = 22050, Licence = "CC0", CastOrder = order };

    private static CastList Cast(Script script) => Caster.Cast(script, Voices, new()).Product;

    private static string Line(CastMember member) => $"{member.Speaker} {member.Voice} {member.Reason}";

    private static string Kind(Attribution attribution) => attribution.Kind switch { SpeechKind.Direct => "direct", SpeechKind.Indirect => "indirect", _ => "not_speech" };

    private static (Article Article, Script Script) Write()
    {
        var article = FrontEnd.Read(Text).Product;
        return (article, new Scripter(new()).Write(article, FrontEnd.Mandarin.Analyse(article)).Product);
    }
}
