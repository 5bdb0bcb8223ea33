using Kunshan.Audio.Testing;

namespace Kunshan.Audio.EndToEnd.Tests;

/// <summary>The validators of the field find nothing in the EPUB of either article.</summary>
public sealed class ConformanceTests(BuiltSample sample, BuiltRealArticle real) : IClassFixture<BuiltSample>, IClassFixture<BuiltRealArticle>
{
    private const int LateOnABusyMachine = 250;


    [Fact]
    public async Task EpubCheck_passes_the_sample() => Assert.Empty(await Validators.EpubCheckAsync(sample.EpubPath));

    [Fact]
    public async Task Ace_passes_the_sample() => Assert.Empty(await Validators.AceAsync(sample.EpubPath, sample.Temporary("ace")));

    [Fact]
    public async Task EpubCheck_passes_the_real_article()
    {
        Assert.SkipWhen(Repository.RealArticle is null, "The article is not beside the working copy.");
        Assert.Empty(await Validators.EpubCheckAsync(real.EpubPath));
    }

    [Fact]
    public async Task Ace_passes_the_real_article()
    {
        Assert.SkipWhen(Repository.RealArticle is null, "The article is not beside the working copy.");
        Assert.Empty(await Validators.AceAsync(real.EpubPath, real.Temporary("ace")));
    }

    [Fact]
    public async Task Axe_finds_nothing_on_the_real_articles_page_and_its_mark_follows_the_sound()
    {
        Assert.SkipWhen(Repository.RealArticle is null, "The article is not beside the working copy.");
        await using var browser = await PageChecks.StartAsync();
        var page = await browser.OpenAsync(Path.Combine(real.Folder, "html", "index.html"));
        var cues = (await PageChecks.CuesAsync(page)).ToDictionary(cue => cue.Id, cue => cue.Begin);

        Assert.Empty(await PageChecks.AxeAsync(page));
        var marks = await PageChecks.PlayAsync(page, 12);

        Assert.True(marks.Count >= 1);
        Assert.All(marks, mark => Assert.InRange(mark.Milliseconds - cues[mark.Id], -2, LateOnABusyMachine));
        Assert.Empty(browser.Complaints);
    }
}
