using CliWrap;
using CliWrap.Buffered;
using Kunshan.Audio.Testing;

namespace Kunshan.Audio.EndToEnd.Tests;

/// <summary>Runs the built program as a process of its own, as a user does.</summary>
internal static class KunshanCommand
{
    /// <summary>The program that was built with the tests.</summary>
    public static string Program { get; } = Path.Combine(AppContext.BaseDirectory, "kunshan.dll");

    /// <summary>A command that does not throw on a failure, speaks English and uses the repository's voices.</summary>
    public static Command Of(params IEnumerable<string> arguments) => CliWrap.Cli.Wrap("dotnet")
        .WithArguments([Program, .. arguments])
        .WithWorkingDirectory(Repository.Root)
        .WithEnvironmentVariables(variables => variables
            .Set("KUNSHAN_VOICES", Path.Combine(Repository.Root, "voices"))
            .Set("LC_ALL", "C.UTF-8")
            .Set("SOURCE_DATE_EPOCH", null))
        .WithValidation(CommandResultValidation.None);

    /// <summary>Runs it.</summary>
    public static async Task<BufferedCommandResult> RunAsync(params IEnumerable<string> arguments) =>
        await Of(arguments).ExecuteBufferedAsync(TestContext.Current.CancellationToken);
}
