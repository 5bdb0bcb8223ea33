using System.CommandLine;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Kunshan.Audio.Cli.Terminals;
using Kunshan.Audio.Mandarin;
using Kunshan.Audio.Mastering.Encoding;
using Kunshan.Audio.Production;

namespace Kunshan.Audio.Cli.Commands;

/// <summary><c>kunshan doctor</c>: what is installed, what is missing, how to install it; and whom to thank.</summary>
internal static class DoctorCommand
{
    public static Command Create()
    {
        var command = new Command("doctor", "Say what is installed, what is missing and how to install it.");
        command.SetGuardedAction(async (_, terminal, cancellationToken) => Tell(terminal, await ExamineAsync(cancellationToken)));
        return command;
    }

    private static async Task<List<Check>> ExamineAsync(CancellationToken cancellationToken) =>
    [
        new("Kunshan.Audio", true, Producer.Generator, null),
        new(".NET", true, RuntimeInformation.FrameworkDescription, null),
        Icu(),
        await FfmpegCheckAsync(cancellationToken),
        Voices(),
        new("data", true, MandarinFrontEnd.Load(new MandarinOptions()).DataHeader.ReplaceLineEndings("; "), null),
    ];

    /// <summary>Without ICU, normalization leaves full-width letters alone and says nothing.</summary>
    private static Check Icu() => "Ａ％".Normalize(NormalizationForm.FormKC) == "A%"
        ? new("ICU", true, "Unicode normalization works", null)
        : new("ICU", false, "Unicode normalization does nothing", new("install libicu (Debian: apt-get install libicu72), and unset DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "请安装 libicu（Debian：apt-get install libicu72），并取消 DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"));

    private static async Task<Check> FfmpegCheckAsync(CancellationToken cancellationToken)
    {
        try
        {
            return new("ffmpeg", true, await Ffmpeg.Find().VersionAsync(cancellationToken), null);
        }
        catch (AudioException e)
        {
            return new("ffmpeg", false, e.Message, Ffmpeg.HowToInstall);
        }
    }

    private static Check Voices()
    {
        try
        {
            var voices = Engines.Open(Engines.BuiltIn).Voices;
            var thanks = string.Join(" ", voices.Select(voice => voice.Attribution).OfType<string>().Distinct());
            return new("voices", true, $"{string.Join(", ", voices.Select(voice => voice.Id.Value))} in {Engines.VoicesFolder}. {thanks}", null);
        }
        catch (SpeechException e)
        {
            return new("voices", false, e.Message, new("restore the voices folder from the repository", "请从仓库恢复 voices 文件夹"));
        }
    }

    private static int Tell(Terminal terminal, List<Check> checks)
    {
        if (terminal.Json)
        {
            terminal.WriteJson(json => WriteJson(json, checks));
        }
        else
        {
            foreach (var check in checks)
            {
                var state = check.Works ? new Message("ok", "正常") : new Message("MISSING", "缺失");
                terminal.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{state.In(terminal.Language),-8}{check.Name,-15}{check.Found}"));
                if (check.Remedy is { } remedy)
                {
                    terminal.Output.WriteLine($"        {remedy.In(terminal.Language)}");
                }
            }
        }

        return checks.TrueForAll(check => check.Works) ? ExitCode.Done : ExitCode.Missing;
    }

    private static void WriteJson(Utf8JsonWriter json, List<Check> checks)
    {
        json.WriteStartArray("checks");
        foreach (var check in checks)
        {
            json.WriteStartObject();
            json.WriteString("name", check.Name);
            json.WriteBoolean("works", check.Works);
            json.WriteString("found", check.Found);
            json.WriteString("remedy", check.Remedy?.En);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private sealed record Check(string Name, bool Works, string Found, Message? Remedy);
}
