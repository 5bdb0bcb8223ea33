using System.Globalization;
using System.Text.Json;
using Kunshan.Audio.Testing;
using Microsoft.Playwright;

namespace Kunshan.Audio.EndToEnd.Tests;

/// <summary>The page in a real browser, opened from the disk.</summary>
internal sealed class PageChecks : IAsyncDisposable
{
    private readonly IPlaywright playwright;
    private readonly IBrowser browser;

    private PageChecks(IPlaywright playwright, IBrowser browser)
    {
        this.playwright = playwright;
        this.browser = browser;
    }

    /// <summary>Errors in the console and requests that left the disk.</summary>
    public List<string> Complaints { get; } = [];

    public static async Task<PageChecks> StartAsync()
    {
        var driver = await Playwright.CreateAsync();
        var chromium = await driver.Chromium.LaunchAsync(new()
        {
            ExecutablePath = "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--autoplay-policy=no-user-gesture-required", "--disable-background-networking", "--no-first-run"],
        });
        return new(driver, chromium);
    }

    /// <summary>Opens a page from its file.</summary>
    public async Task<IPage> OpenAsync(string path, BrowserNewContextOptions? options = null)
    {
        var context = await browser.NewContextAsync(options ?? new() { ViewportSize = new() { Width = 1280, Height = 800 } });
        var page = await context.NewPageAsync();
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                Complaints.Add(message.Text);
            }
        };
        page.PageError += (_, error) => Complaints.Add(error);
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith("file:", StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal))
            {
                Complaints.Add($"request: {request.Url}");
            }
        };
        await page.GotoAsync(new Uri(path).AbsoluteUri);
        return page;
    }

    /// <summary>What axe finds, contrast at AAA and target sizes included.</summary>
    public static async Task<IReadOnlyList<string>> AxeAsync(IPage page)
    {
        await page.EvaluateAsync(await File.ReadAllTextAsync(Path.Combine(Repository.Root, "tests", "node_modules", "axe-core", "axe.min.js"), TestContext.Current.CancellationToken));
        var result = await page.EvaluateAsync<JsonElement>(
            """
            () => axe.run(document, { runOnly: ["wcag2a","wcag2aa","wcag21a","wcag21aa","wcag22aa","wcag2aaa","best-practice"], rules: { "color-contrast-enhanced": { enabled: true }, "target-size": { enabled: true } } })
            """);
        return [.. result.GetProperty("violations").EnumerateArray().Select(violation => $"{violation.GetProperty("id").GetString()}: {violation.GetProperty("nodes")[0].GetProperty("html").GetString()}")];
    }

    /// <summary>Plays for a while and records, at each change of the marked sentence, the sentence and the time of the sound.</summary>
    public static async Task<IReadOnlyList<(string Id, double Milliseconds)>> PlayAsync(IPage page, int seconds)
    {
        await page.EvaluateAsync(
            """
            () => {
              window.marks = [];
              new MutationObserver(list => list.forEach(change => {
                const element = change.target;
                if (!element.classList.contains("now") || element === window.last) return;
                window.last = element;
                const section = element.closest("section"), audio = section.querySelector("audio");
                window.marks.push(element.id + " " + audio.currentTime * 1000);
              })).observe(document.getElementById("text"), { subtree: true, attributes: true, attributeFilter: ["class"] });
            }
            """);
        await page.ClickAsync("#play");
        await page.WaitForTimeoutAsync(seconds * 1000);
        var marks = await page.EvaluateAsync<string[]>("() => window.marks");
        return [.. marks.Select(mark => mark.Split(' ')).Select(parts => (parts[0], double.Parse(parts[1], CultureInfo.InvariantCulture)))];
    }

    /// <summary>Begin of each cue in its own file, as the page knows it.</summary>
    public static async Task<IReadOnlyList<(string Id, int Begin)>> CuesAsync(IPage page)
    {
        var data = JsonDocument.Parse((await page.TextContentAsync("#data"))!).RootElement;
        return [.. data.GetProperty("sections").EnumerateArray().SelectMany(section => section.GetProperty("cues").EnumerateArray()).Select(cue => (cue[0].GetString()!, cue[1].GetInt32()))];
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }
}
