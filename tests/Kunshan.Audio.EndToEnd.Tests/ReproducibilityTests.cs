using System.Diagnostics;
using System.Security.Cryptography;
using Kunshan.Audio.Testing;

namespace Kunshan.Audio.EndToEnd.Tests;

/// <summary>The same input gives the same bytes; a killed build changes nothing.</summary>
public sealed class ReproducibilityTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task Two_builds_give_the_same_bytes_with_one_job_and_with_two()
    {
        var first = await KunshanCommand.RunAsync("build", Repository.SampleArticle, "-o", folder["first"], "--jobs", "1");
        var second = await KunshanCommand.RunAsync("build", Repository.SampleArticle, "-o", folder["second"], "--jobs", "2");

        Assert.Equal((0, 0), (first.ExitCode, second.ExitCode));
        Assert.Equal(Hashes(folder["first"]), Hashes(folder["second"]));
    }

    [Fact]
    public async Task A_killed_build_leaves_the_last_good_folder_whole_and_the_next_one_clears_up()
    {
        await KunshanCommand.RunAsync("build", Repository.SampleArticle, "-o", folder["out"]);
        var good = Hashes(folder["out"]);
        foreach (var milliseconds in (int[])[300, 900, 1500, 2100])
        {
            Kill(milliseconds);
            Assert.Equal(good, Hashes(folder["out"]));
        }

        var next = await KunshanCommand.RunAsync("build", Repository.SampleArticle, "-o", folder["out"]);

        Assert.Equal(0, next.ExitCode);
        Assert.Equal(good, Hashes(folder["out"]));
        Assert.Equal([folder["out"]], Directory.GetFileSystemEntries(folder.Root));
    }

    [Fact]
    public async Task An_edited_script_is_kept_until_the_user_says_what_to_do_with_it()
    {
        await KunshanCommand.RunAsync("build", Repository.SampleArticle, "-o", folder["out"], "--formats", "ssml");
        await File.AppendAllTextAsync(Path.Combine(folder["out"], "script.txt"), "# a remark\n", TestContext.Current.CancellationToken);

        var refused = await KunshanCommand.RunAsync("build", Repository.SampleArticle, "-o", folder["out"], "--formats", "ssml");
        var forced = await KunshanCommand.RunAsync("build", Repository.SampleArticle, "-o", folder["out"], "--formats", "ssml", "--force");

        Assert.Equal((6, 0), (refused.ExitCode, forced.ExitCode));
        Assert.Contains("was edited since it was made", refused.StandardError, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();

    private static Dictionary<string, string> Hashes(string root) =>
        Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .ToDictionary(path => Path.GetRelativePath(root, path), path => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path))));

    private void Kill(int milliseconds)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = Repository.Root };
        foreach (var argument in (string[])[KunshanCommand.Program, "build", Repository.SampleArticle, "-o", folder["out"]])
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["KUNSHAN_VOICES"] = Path.Combine(Repository.Root, "voices");
        using var process = Process.Start(start)!;
        if (!process.WaitForExit(milliseconds))
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }
    }
}
