using CliWrap;
using CliWrap.Buffered;
using Kunshan.Audio.Testing;

namespace Kunshan.Audio.EndToEnd.Tests;

/// <summary>What the README tells people to type works as it stands, through the launcher.</summary>
public sealed class ReadmeTests
{
    [Fact]
    public async Task Its_commands_run_and_only_the_first_start_builds()
    {
        var commands = File.ReadLines(Path.Combine(Repository.Root, "README.md")).Where(line => line.Contains("./kunshan ", StringComparison.Ordinal) && line[0] is '.' or 'e').ToList();
        Assert.Equal(8, commands.Count);
        for (var i = 0; i < commands.Count; i++)
        {
            var result = await CliWrap.Cli.Wrap("bash").WithArguments(["-c", commands[i]]).WithWorkingDirectory(Repository.Root).WithValidation(CommandResultValidation.None).ExecuteBufferedAsync(TestContext.Current.CancellationToken);

            Assert.True(result.ExitCode == 0, $"{commands[i]}: exit {result.ExitCode}\n{result.StandardError}");
            Assert.True(i == 0 || !result.StandardError.Contains("building", StringComparison.Ordinal), $"{commands[i]} built again");
        }

        Assert.True(File.Exists(Path.Combine(Repository.Root, "output", "sample", "html", "index.html")));
        Assert.True(new FileInfo(Path.Combine(Repository.Root, "output", "hello.wav")).Length > 44100);
    }

    [Fact]
    public async Task A_machine_without_ffmpeg_is_told_what_to_type()
    {
        // Only what the launcher itself needs; as somebody who may not install anything.
        var result = await CliWrap.Cli.Wrap("bash")
            .WithArguments(["-c", "mkdir -p \"$T\" && for p in bash dotnet dirname readlink find uname touch mktemp cat rm; do ln -sf \"$(command -v $p)\" \"$T/$p\"; done; printf '#!/bin/sh\\necho 1000\\n' >\"$T/id\"; chmod +x \"$T/id\"; PATH=\"$T\" ./kunshan build tests/articles/sample.txt; code=$?; rm -rf \"$T\"; exit $code"])
            .WithWorkingDirectory(Repository.Root)
            .WithEnvironmentVariables(variables => variables.Set("T", Path.Combine(Path.GetTempPath(), $"kunshan-path-{Environment.ProcessId}")).Set("KUNSHAN_FFMPEG", null))
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync(TestContext.Current.CancellationToken);

        Assert.Equal(4, result.ExitCode);
        Assert.Contains("ffmpeg is missing. Type: sudo apt-get install ffmpeg", result.StandardError, StringComparison.Ordinal);
    }
}
