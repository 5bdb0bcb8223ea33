using System.Globalization;
using System.Runtime.InteropServices;
using CliWrap;

namespace Kunshan.Audio.Mastering.Encoding;

/// <summary>AAC-LC in MP4 by ffmpeg: an edit list hides the encoder's delay, so that the file's time is the master's; no clock and no version stand in it, so that the same samples give the same bytes.</summary>
/// <param name="ffmpeg">The program.</param>
public sealed class FfmpegEncoder(Ffmpeg ffmpeg) : IAudioEncoder
{
    private const string BitRate = "48k";

    /// <inheritdoc/>
    public string MediaType => "audio/mp4";

    /// <inheritdoc/>
    public async Task EncodeAsync(EncodingRequest request, IEnumerable<ReadOnlyMemory<float>> blocks, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(blocks);
        var part = request.Path + ".part";
        var metadata = request.Path + ".meta";
        try
        {
            await File.WriteAllTextAsync(metadata, FfmpegMetadata.Write(request), cancellationToken);
            var command = Cli.Wrap(ffmpeg.Path)
                .WithArguments(
                [
                    "-hide_banner", "-v", "error", "-y",
                    "-f", "f32le", "-ar", Text(request.SampleRate), "-ac", "1", "-i", "pipe:0",
                    "-f", "ffmetadata", "-i", metadata,
                    "-map", "0:a", "-map_metadata", "1", "-map_chapters", "1",
                    "-c:a", "aac", "-aac_coder", "fast", "-b:a", BitRate,
                    "-fflags", "+bitexact", "-flags:a", "+bitexact",
                    "-metadata:s:a:0", $"language={LanguageOf(request.Language)}",
                    "-movflags", "+faststart", "-f", "ipod", part,
                ])
                .WithStandardInputPipe(PipeSource.Create((stream, stop) => WriteAsync(stream, blocks, stop)));
            await FfmpegRun.RunAsync(command, request.Path, cancellationToken);
            File.Move(part, request.Path, overwrite: true);
        }
        finally
        {
            File.Delete(part);
            File.Delete(metadata);
        }
    }

    private static async Task WriteAsync(Stream stream, IEnumerable<ReadOnlyMemory<float>> blocks, CancellationToken cancellationToken)
    {
        var bytes = Array.Empty<byte>();
        foreach (var block in blocks)
        {
            var length = block.Length * sizeof(float);
            if (bytes.Length < length)
            {
                bytes = new byte[length];
            }

            MemoryMarshal.AsBytes(block.Span).CopyTo(bytes);
            await stream.WriteAsync(bytes.AsMemory(0, length), cancellationToken);
        }
    }

    /// <summary>The three letters of ISO 639-2 that MP4 wants.</summary>
    private static string LanguageOf(string tag) => CultureInfo.GetCultureInfo(tag).ThreeLetterISOLanguageName is { Length: 3 } letters ? letters : "und";

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
