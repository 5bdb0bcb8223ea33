using CliWrap.Buffered;
using Kunshan.Audio.Testing;

namespace Kunshan.Audio.EndToEnd.Tests;

/// <summary>Bad input gets one line that says what happened, to which file and what to do, and its exit code.</summary>
public sealed class BadInputTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public Task A_file_that_is_not_there() => Fails(2, $"kunshan: {folder["none.txt"]}: no such file; name an article file (.txt, .md, .html) or - for standard input.", "build", folder["none.txt"]);

    [Fact]
    public Task A_folder() => Fails(2, $"kunshan: {folder.Root}: is a folder; name an article file (.txt, .md, .html) or - for standard input.", "build", folder.Root);

    [Fact]
    public Task An_empty_file() => FailsWith(2, "kunshan: ", "empty.txt", "", "is empty");

    [Fact]
    public Task Blanks_only() => FailsWith(2, "kunshan: ", "blank.txt", " \n\t\n\u3000\n", "nothing but blanks");

    [Fact]
    public async Task A_binary()
    {
        await File.WriteAllBytesAsync(folder["picture.txt"], [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 1, 2, 3, 0xFF, 0xFE, 0, 7], TestContext.Current.CancellationToken);

        await Fails(2, null, "build", folder["picture.txt"]);
    }

    [Fact]
    public Task An_unknown_option() => Fails(1, "kunshan: Unrecognized option '--loud'. Type kunshan --help.", "build", Repository.SampleArticle, "--loud");

    [Fact]
    public Task An_unknown_command() => Fails(1, null, "narrate", "x");

    [Fact]
    public Task An_unknown_format() => Fails(1, "kunshan: --formats pdf: there is no such format; there are epub, html, ssml, captions, m4b and all.", "build", Repository.SampleArticle, "--formats", "pdf");

    [Fact]
    public Task A_rate_nobody_can_follow() => Fails(1, "kunshan: --rate 900: give 120 to 720 hanzi a minute, or -50% to +200%.", "build", Repository.SampleArticle, "--rate", "900");

    [Fact]
    public Task An_unknown_voice() => Fails(1, null, "build", Repository.SampleArticle, "--voice", "nobody", "-o", folder["out"]);

    [Fact]
    public Task Nothing_to_read() => FailsWith(2, "kunshan: ", "marks.txt", "……\n——\n", "nothing that can be read aloud");

    [Fact]
    public Task An_output_below_a_file()
    {
        folder.File("taken", "");
        return Fails(6, null, "build", Repository.SampleArticle, "-o", Path.Combine(folder["taken"], "out"));
    }

    [Fact]
    public async Task An_output_that_is_somebody_elses_folder()
    {
        Directory.CreateDirectory(folder["home"]);
        await File.WriteAllTextAsync(Path.Combine(folder["home"], "thesis.doc"), "years of work", TestContext.Current.CancellationToken);

        await Fails(6, $"kunshan: {folder["home"]}: holds files that no build made, and is left as it is; choose another folder with --output.", "build", Repository.SampleArticle, "-o", folder["home"], "--force");
        Assert.True(File.Exists(Path.Combine(folder["home"], "thesis.doc")));
    }

    [Fact]
    public async Task Ffmpeg_missing()
    {
        var result = await KunshanCommand.Of("build", Repository.SampleArticle, "-o", folder["out"], "--quiet")
            .WithEnvironmentVariables(variables => variables.Set("KUNSHAN_VOICES", Path.Combine(Repository.Root, "voices")).Set("KUNSHAN_FFMPEG", folder["no-ffmpeg"]).Set("LC_ALL", "C.UTF-8"))
            .ExecuteBufferedAsync(TestContext.Current.CancellationToken);

        Assert.Equal(4, result.ExitCode);
        Assert.Contains("ffmpeg", result.StandardError, StringComparison.Ordinal);
        Assert.Single(Lines(result.StandardError));
        Assert.False(Directory.Exists(folder["out"]));
    }

    [Fact]
    public async Task Voices_missing()
    {
        var result = await KunshanCommand.Of("build", Repository.SampleArticle, "-o", folder["out"], "--quiet")
            .WithEnvironmentVariables(variables => variables.Set("KUNSHAN_VOICES", folder["no-voices"]).Set("LC_ALL", "C.UTF-8"))
            .ExecuteBufferedAsync(TestContext.Current.CancellationToken);

        Assert.Equal(4, result.ExitCode);
        Assert.Contains(folder["no-voices"], result.StandardError, StringComparison.Ordinal);
        Assert.Single(Lines(result.StandardError));
    }

    [Fact]
    public async Task A_broken_project_file()
    {
        folder.File("kunshan.json", "{\n \"rate\": 240,\n oops\n}");
        await Fails(1, $"kunshan: {folder["kunshan.json"]}, line 3: is not valid JSON.", "build", folder.File("a.txt", "标题\n\n正文一句。\n"));
    }

    [Fact]
    public async Task A_message_in_Chinese_for_who_wants_it()
    {
        var result = await KunshanCommand.RunAsync("build", folder["none.txt"], "--ui", "zh");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("没有这个文件", result.StandardError, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();

    private async Task Fails(int code, string? line, params string[] arguments)
    {
        var result = await KunshanCommand.RunAsync([.. arguments, "--quiet"]);

        var only = Assert.Single(Lines(result.StandardError));
        Assert.StartsWith("kunshan: ", only, StringComparison.Ordinal);
        Assert.Equal(line ?? only, only);
        Assert.Equal(code, result.ExitCode);
        Assert.Empty(result.StandardOutput);
    }

    private async Task FailsWith(int code, string start, string name, string text, string part)
    {
        var result = await KunshanCommand.RunAsync("build", folder.File(name, text), "-o", folder["out"], "--quiet");

        var only = Assert.Single(Lines(result.StandardError));
        Assert.StartsWith($"{start}{folder[name]}: ", only, StringComparison.Ordinal);
        Assert.Contains(part, only, StringComparison.Ordinal);
        Assert.Equal(code, result.ExitCode);
        Assert.False(Directory.Exists(folder["out"]));
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
