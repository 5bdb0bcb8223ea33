using CliWrap;
using CliWrap.Buffered;

namespace Kunshan.Audio.Mastering.Encoding;

/// <summary>The ffmpeg program of this machine. It encodes and decodes; nothing else does.</summary>
public sealed class Ffmpeg
{
    /// <summary>Environment variable that names the program.</summary>
    public const string Variable = "KUNSHAN_FFMPEG";

    private Ffmpeg(string path) => Path = path;

    /// <summary>Full path of the program.</summary>
    public string Path { get; }

    /// <summary>What to type on this system to get it.</summary>
    public static Message HowToInstall { get; } = CommandOfSystem() is var command ? new($"Type: {command}", $"请输入：{command}") : default;

    /// <summary>Finds the program: as it is given, else as <c>KUNSHAN_FFMPEG</c> names it, else on the PATH.</summary>
    /// <param name="chosen">Path of the program; null to look for it.</param>
    /// <exception cref="AudioException">There is none.</exception>
    public static Ffmpeg Find(string? chosen = null)
    {
        if (chosen is not null)
        {
            return File.Exists(chosen) ? new(chosen) : throw new AudioException("ffmpeg", isMissing: true, $"There is no ffmpeg at {chosen}.");
        }

        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
        {
            return File.Exists(named) ? new(named) : throw new AudioException("ffmpeg", isMissing: true, $"{Variable} names {named}, and there is no such file.");
        }

        var name = OperatingSystem.IsWindows() ? "ffmpeg.exe" : "ffmpeg";
        foreach (var folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
        {
            var path = System.IO.Path.Combine(folder, name);
            if (File.Exists(path))
            {
                return new(path);
            }
        }

        throw new AudioException("ffmpeg", isMissing: true, $"ffmpeg is missing. {HowToInstall.En}");
    }

    /// <summary>The program's own first line, for instance <c>ffmpeg version 5.1.6</c>.</summary>
    /// <exception cref="AudioException">It does not start.</exception>
    public async Task<string> VersionAsync(CancellationToken cancellationToken)
    {
        try
        {
            var result = await Cli.Wrap(Path).WithArguments("-version").WithValidation(CommandResultValidation.None).ExecuteBufferedAsync(cancellationToken);
            return string.Join(' ', result.StandardOutput.Split('\n')[0].Split(' ').Take(3));
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new AudioException("ffmpeg", isMissing: true, $"{Path} does not start: {e.Message}", e);
        }
    }

    private static string CommandOfSystem() =>
        OperatingSystem.IsMacOS() ? "brew install ffmpeg"
        : OperatingSystem.IsWindows() ? "winget install Gyan.FFmpeg"
        : "sudo apt-get install ffmpeg";
}
