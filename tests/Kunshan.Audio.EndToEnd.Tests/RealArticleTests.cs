using System.Text.Json;
using System.Text.RegularExpressions;
using Kunshan.Audio.Production;
using Kunshan.Audio.Testing;

namespace Kunshan.Audio.EndToEnd.Tests;

/// <summary>The article the toolkit was asked for. If it does not come out right, nothing else counts.</summary>
public sealed partial class RealArticleTests(BuiltRealArticle built) : IClassFixture<BuiltRealArticle>
{
    private static readonly string[] Roles =
    [
        "Title", "Dateline", "Lead", "Paragraph",
        "Heading", "Paragraph", "Paragraph", "Paragraph", "Paragraph", "Paragraph",
        "Heading", "Paragraph", "Paragraph", "Paragraph", "Paragraph",
        "Heading", "Paragraph", "Paragraph", "Paragraph", "Caption", "Paragraph", "Caption", "Paragraph",
        "Byline", "Credit", "Credit", "Copyright", "Source",
    ];

    [Fact]
    public void It_has_28_blocks_with_the_right_roles()
    {
        SkipWithoutArticle();

        Assert.Equal(Roles, Blocks().Select(block => block.GetProperty("role").GetString()));
    }

    [Fact]
    public void No_gloss_no_half_width_comma_and_no_debris_is_shown()
    {
        SkipWithoutArticle();
        var shown = string.Join('\n', Blocks().Select(block => block.GetProperty("text").GetString()));

        Assert.DoesNotMatch(Gloss, shown);
        Assert.DoesNotMatch(HalfWidthMark, shown);
        Assert.DoesNotContain("span", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("?", shown, StringComparison.Ordinal);
        Assert.Equal(2550, Hanzi.Count(shown));
        Assert.Equal(384, Blocks().Sum(block => block.GetProperty("glosses").GetArrayLength()));
    }

    [Fact]
    public void It_has_a_lead_and_three_headed_sections_and_as_many_chapters()
    {
        SkipWithoutArticle();

        Assert.Equal(4, built.Report.GetProperty("counts").GetProperty("sections").GetInt32());
        Assert.Equal(4, built.Report.GetProperty("audio").GetProperty("chapters").GetArrayLength());
    }

    [Fact]
    public void Four_quotations_have_voices_of_their_own_and_every_scare_quote_is_the_narrators()
    {
        SkipWithoutArticle();
        var voiced = Utterances().Where(utterance => utterance.GetProperty("speaker").GetString() != "narrator").ToList();

        Assert.Equal(["習近平", "習近平", "習近平", "陳國平"], voiced.Select(utterance => utterance.GetProperty("speaker").GetString()));
        Assert.All(voiced, utterance => Assert.Matches("^“.*。”$", utterance.GetProperty("text").GetString()!.Trim()));
        var cast = built.Report.GetProperty("casting").EnumerateArray().ToDictionary(member => member.GetProperty("speaker").GetString()!, member => member.GetProperty("voice").GetString()!);
        Assert.Equal(3, new[] { cast["narrator"], cast["習近平"], cast["陳國平"] }.Distinct().Count());
    }

    [Fact]
    public void Each_of_the_2491_hanzi_that_are_read_is_in_one_cue_in_order()
    {
        SkipWithoutArticle();
        var read = string.Concat(Blocks().Where(block => block.GetProperty("role").GetString() is not ("Byline" or "Credit" or "Copyright" or "Source")).Select(block => block.GetProperty("text").GetString()));
        var texts = built.TextById;
        var covered = string.Concat(built.Pars.Select(par => texts[par.Id]));

        Assert.Equal(HanziOf(read), HanziOf(covered));
        Assert.Equal(2491, Hanzi.Count(covered));
    }

    [Fact]
    public void The_59_of_byline_credits_copyright_and_source_are_shown_and_listed_and_not_read()
    {
        SkipWithoutArticle();
        var unread = built.Report.GetProperty("unread").EnumerateArray().ToList();
        var shown = string.Concat(built.Spine.Select(item => BuiltFolder.TextOf(built.EpubXml(item.Text).Root!)));

        Assert.Equal(["byline", "credit", "credit", "copyright", "source"], unread.Select(block => block.GetProperty("role").GetString()));
        Assert.Equal(59, unread.Sum(block => block.GetProperty("hanzi").GetInt32()));
        Assert.All(unread, block => Assert.Contains(HanziOf(block.GetProperty("text").GetString()!), HanziOf(shown), StringComparison.Ordinal));
    }

    [Fact]
    public void The_navigation_overlay_points_at_the_cues_of_the_headings_again()
    {
        SkipWithoutArticle();
        var navigation = built.Package.Descendants().Single(item => ((string?)item.Attribute("properties") ?? "").Split(' ').Contains("nav"));
        var overlay = built.Package.Descendants().Single(item => (string?)item.Attribute("id") == (string?)navigation.Attribute("media-overlay"));
        var root = Path.GetDirectoryName(built.PackagePath)!;
        var clips = built.ParsOf($"{root}/{(string)overlay.Attribute("href")!}").Select(par => (par.Audio, par.Begin, par.End));

        Assert.Equal(built.Pars.GroupBy(par => par.Audio).Select(file => (file.Key, file.First().Begin, file.First().End)), clips);
    }

    [Fact]
    public void The_folder_is_whole()
    {
        SkipWithoutArticle();
        FinishedFolderChecks.HasEveryFile(built);
        Assert.Equal(0, built.Result.ExitCode);
    }

    [Fact]
    public async Task Text_sound_and_times_agree()
    {
        SkipWithoutArticle();
        FinishedFolderChecks.EachTextHasOneCue(built);
        FinishedFolderChecks.CuesAreContiguous(built);
        FinishedFolderChecks.DurationsAddUp(built);
        FinishedFolderChecks.CaptionsAgree(built);
        FinishedFolderChecks.SsmlIsWellFormed(built);
        await FinishedFolderChecks.SoundFollowsItsCue(built);
        await FinishedFolderChecks.ChaptersBeginAtTheirHeadings(built);
        await FinishedFolderChecks.LoudnessIsRight(built);
    }

    private static void SkipWithoutArticle() => Assert.SkipWhen(Repository.RealArticle is null, "The article is not beside the working copy.");

    private static string HanziOf(string text) => string.Concat(text.EnumerateRunes().Select(rune => rune.ToString()).Where(rune => Hanzi.Count(rune) == 1));

    private IEnumerable<JsonElement> Blocks() => built.Stage("2-article").GetProperty("blocks").EnumerateArray();

    private IEnumerable<JsonElement> Utterances() => built.Stage("4-script").GetProperty("sections").EnumerateArray().SelectMany(section => section.GetProperty("utterances").EnumerateArray());

    [GeneratedRegex(@"[\(（][a-zàáǎāèéěēìíǐīòóǒōùúǔūüǘǚǜ]+[\)）]", RegexOptions.None, 1000)]
    private static partial Regex Gloss { get; }

    [GeneratedRegex(@"(?<=\p{IsCJKUnifiedIdeographs})[,:;?!](?=\p{IsCJKUnifiedIdeographs})", RegexOptions.None, 1000)]
    private static partial Regex HalfWidthMark { get; }
}
