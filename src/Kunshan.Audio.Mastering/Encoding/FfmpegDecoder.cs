using System.Globalization;
using System.Runtime.InteropServices;
using CliWrap;

namespace Kunshan.Audio.Mastering.Encoding;

/// <summary>Decoding by ffmpeg.</summary>
/// <param name="ffmpeg">The program.</param>
public sealed class FfmpegDecoder(Ffmpeg ffmpeg) : IAudioDecoder
{
    /// <inheritdoc/>
    public Task DecodeAsync(string path, int sampleRate, Action<ReadOnlyMemory<float>> take, CancellationToken cancellationToken)
    {
        var command = Cli.Wrap(ffmpeg.Path)
            .WithArguments(["-hide_banner", "-v", "error", "-i", path, "-f", "f32le", "-ac", "1", "-ar", sampleRate.ToString(CultureInfo.InvariantCulture), "pipe:1"])
            .WithStandardOutputPipe(PipeTarget.Create((stream, stop) => ReadAsync(stream, take, stop)));
        return FfmpegRun.RunAsync(command, path, cancellationToken);
    }

    private static async Task ReadAsync(Stream stream, Action<ReadOnlyMemory<float>> take, CancellationToken cancellationToken)
    {
        var bytes = new byte[1 << 16];
        var samples = new float[bytes.Length / sizeof(float)];
        while (true)
        {
            var read = await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
            var count = read / sizeof(float);
            MemoryMarshal.Cast<byte, float>(bytes.AsSpan(0, count * sizeof(float))).CopyTo(samples);
            take(samples.AsMemory(0, count));
            if (read < bytes.Length)
            {
                return;
            }
        }
    }
}
