using System.ComponentModel;
using CliWrap;

namespace Kunshan.Audio.Mastering.Encoding;

/// <summary>One run of ffmpeg, its failure turned into one message.</summary>
internal static class FfmpegRun
{
    /// <summary>Runs a command.</summary>
    /// <param name="command">The command with its pipes.</param>
    /// <param name="file">The file it works on, for the message.</param>
    /// <param name="cancellationToken">Kills it.</param>
    public static async Task RunAsync(Command command, string file, CancellationToken cancellationToken)
    {
        var lastLine = "";
        try
        {
            var result = await command
                .WithStandardErrorPipe(PipeTarget.ToDelegate(line => lastLine = line.Trim().Length > 0 ? line.Trim() : lastLine))
                .WithValidation(CommandResultValidation.None)
                .ExecuteAsync(cancellationToken);
            if (result.ExitCode != 0)
            {
                throw new AudioException("ffmpeg", isMissing: false, $"{file}: ffmpeg failed with {result.ExitCode}: {lastLine}");
            }
        }
        catch (Win32Exception e)
        {
            throw new AudioException("ffmpeg", isMissing: true, $"{command.TargetFilePath} does not start: {e.Message}", e);
        }
        catch (IOException e)
        {
            throw new AudioException("ffmpeg", isMissing: false, $"{file}: ffmpeg stopped reading: {lastLine}", e);
        }
    }
}
