namespace Kunshan.Audio.EndToEnd.Tests;

/// <summary>The sample article, from file to finished folder, through the program.</summary>
public sealed class SampleArticleTests(BuiltSample built) : IClassFixture<BuiltSample>
{
    [Fact]
    public void It_is_built_without_a_complaint() => Assert.Equal((0, true), (built.Result.ExitCode, built.Result.StandardOutput.StartsWith('{')));

    [Fact]
    public void The_folder_is_whole() => FinishedFolderChecks.HasEveryFile(built);

    [Fact]
    public void Each_text_has_one_cue() => FinishedFolderChecks.EachTextHasOneCue(built);

    [Fact]
    public void Cues_are_contiguous() => FinishedFolderChecks.CuesAreContiguous(built);

    [Fact]
    public Task Sound_follows_its_cue() => FinishedFolderChecks.SoundFollowsItsCue(built);

    [Fact]
    public void Durations_add_up() => FinishedFolderChecks.DurationsAddUp(built);

    [Fact]
    public void Captions_agree_with_the_overlays() => FinishedFolderChecks.CaptionsAgree(built);

    [Fact]
    public Task Chapters_begin_at_their_headings() => FinishedFolderChecks.ChaptersBeginAtTheirHeadings(built);

    [Fact]
    public Task Loudness_is_right() => FinishedFolderChecks.LoudnessIsRight(built);

    [Fact]
    public void Ssml_is_well_formed() => FinishedFolderChecks.SsmlIsWellFormed(built);

    [Fact]
    public Task Script() => Verify(File.ReadAllText(Path.Combine(built.Folder, "script.txt")));

    [Fact]
    public Task Ssml() => Verify(string.Concat(Directory.GetFiles(Path.Combine(built.Folder, "ssml")).Order(StringComparer.Ordinal).Select(File.ReadAllText)), "xml");

    [Fact]
    public Task Smil() => Verify(string.Join('\n', built.Spine.Where(item => item.Overlay is not null).Select(item => built.EpubXml(item.Overlay!).ToString())), "xml");
}
