using Microsoft.Playwright;

namespace Kunshan.Audio.EndToEnd.Tests;

/// <summary>The page of the sample article in Chromium, from the disk.</summary>
public sealed class PageTests(BuiltSample built) : IClassFixture<BuiltSample>
{
    // A frame or two on a quiet machine; a machine that also builds and encodes gets its frames late.
    private const int LateOnABusyMachine = 250;

    private string Page => Path.Combine(built.Folder, "html", "index.html");

    [Fact]
    public async Task The_marked_sentence_follows_the_sound()
    {
        await using var browser = await PageChecks.StartAsync();
        var page = await browser.OpenAsync(Page);
        var cues = (await PageChecks.CuesAsync(page)).ToDictionary(cue => cue.Id, cue => cue.Begin);

        var marks = await PageChecks.PlayAsync(page, 15);

        Assert.True(marks.Count >= 3, $"only {marks.Count} sentences were marked");
        Assert.Equal(cues.Keys.Order(StringComparer.Ordinal).Skip(1).Take(marks.Count), marks.Select(mark => mark.Id));
        Assert.All(marks, mark => Assert.InRange(mark.Milliseconds - cues[mark.Id], -2, LateOnABusyMachine));
        Assert.Empty(browser.Complaints);
    }

    [Fact]
    public async Task Its_times_are_those_of_the_overlays()
    {
        await using var browser = await PageChecks.StartAsync();
        var page = await browser.OpenAsync(Page);

        Assert.Equal(built.Pars.Select(par => (par.Id, par.Begin)), await PageChecks.CuesAsync(page));
    }

    [Fact]
    public async Task A_click_on_a_sentence_plays_from_its_cue()
    {
        await using var browser = await PageChecks.StartAsync();
        var page = await browser.OpenAsync(Page);
        var cue = (await PageChecks.CuesAsync(page)).First(cue => cue.Id == "s02-u004");

        await page.ClickAsync("#s02-u004");
        await page.WaitForFunctionAsync("() => !document.getElementById('audio-s02').paused && document.getElementById('audio-s02').currentTime > 0");
        var time = await page.EvaluateAsync<double>("() => document.getElementById('audio-s02').currentTime * 1000");

        Assert.InRange(time, cue.Begin - 1, cue.Begin + 1500);
        Assert.Equal(["s02-u004"], await page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('.now')].map(one => one.id)"));
    }

    [Fact]
    public async Task Every_function_is_reached_by_the_keyboard_in_this_order()
    {
        await using var browser = await PageChecks.StartAsync();
        var page = await browser.OpenAsync(Page);
        var stops = new List<string>();
        for (var i = 0; i < 12; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            stops.Add(await page.EvaluateAsync<string>("() => document.activeElement.id || document.activeElement.className || document.activeElement.tagName.toLowerCase()"));
        }

        Assert.Equal(["skip", "play", "previous", "next", "back15", "forward15", "slider", "summary", "a", "a", "a", "a"], stops);
    }

    [Fact]
    public async Task Keys_and_buttons_move_by_sentence()
    {
        await using var browser = await PageChecks.StartAsync();
        var page = await browser.OpenAsync(Page);

        await page.FocusAsync("#next");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("l");
        await page.Keyboard.PressAsync("j");

        Assert.Equal("s01-u002", await page.EvaluateAsync<string>("() => document.querySelector('.now').id"));
        Assert.Equal("true", await page.GetAttributeAsync("#s01-u002", "aria-current"));
    }

    [Fact]
    public async Task Axe_finds_nothing_in_light_and_dark()
    {
        await using var browser = await PageChecks.StartAsync();
        foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
        {
            var page = await browser.OpenAsync(Page, new() { ColorScheme = scheme, ViewportSize = new() { Width = 1280, Height = 800 } });
            Assert.Empty(await PageChecks.AxeAsync(page));
            await page.ClickAsync("summary");
            await page.CheckAsync("#buttons");
            await page.ClickAsync("#next");
            Assert.Empty(await PageChecks.AxeAsync(page));
        }
    }

    [Fact]
    public async Task Without_a_script_text_and_sound_are_there()
    {
        await using var browser = await PageChecks.StartAsync();
        var page = await browser.OpenAsync(Page, new() { JavaScriptEnabled = false });

        Assert.True(await page.Locator("audio").First.IsVisibleAsync());
        Assert.False(await page.Locator("#player").IsVisibleAsync());
        Assert.Equal(built.TextById["s01-u001"], await page.TextContentAsync("#s01-u001"));
    }

    [Fact]
    public async Task It_fits_a_narrow_screen()
    {
        await using var browser = await PageChecks.StartAsync();
        var page = await browser.OpenAsync(Page, new() { ViewportSize = new() { Width = 320, Height = 640 } });

        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"));
    }
}
