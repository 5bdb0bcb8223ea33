using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using CliWrap;
using CliWrap.Buffered;

namespace Kunshan.Audio.EndToEnd.Tests;

/// <summary>What ffmpeg hears in a finished file.</summary>
internal static class Sound
{
    /// <summary>Samples a second of decoded sound.</summary>
    public const int Rate = 22050;

    /// <summary>The file as mono samples in −1…1.</summary>
    public static async Task<float[]> DecodeAsync(string path)
    {
        using var bytes = new MemoryStream();
        await CliWrap.Cli.Wrap("ffmpeg")
            .WithArguments(["-v", "error", "-i", path, "-f", "f32le", "-ac", "1", "-ar", Rate.ToString(CultureInfo.InvariantCulture), "-"])
            .WithStandardOutputPipe(PipeTarget.ToStream(bytes))
            .ExecuteAsync(TestContext.Current.CancellationToken);
        return MemoryMarshal.Cast<byte, float>(bytes.ToArray()).ToArray();
    }

    /// <summary>The first sample within 40 dB of the stretch's peak, in milliseconds from the stretch's begin.</summary>
    public static double OnsetMilliseconds(ReadOnlySpan<float> stretch)
    {
        var peak = 0f;
        foreach (var sample in stretch)
        {
            peak = Math.Max(peak, Math.Abs(sample));
        }

        var at = 0;
        while (Math.Abs(stretch[at]) < peak / 100)
        {
            at++;
        }

        return at * 1000.0 / Rate;
    }

    /// <summary>Begin and title of each chapter, in milliseconds, as ffprobe reads them.</summary>
    public static async Task<List<(int Begin, string Title)>> ChaptersAsync(string path)
    {
        var probe = await CliWrap.Cli.Wrap("ffprobe").WithArguments(["-v", "error", "-of", "json", "-show_chapters", path]).ExecuteBufferedAsync(TestContext.Current.CancellationToken);
        using var json = JsonDocument.Parse(probe.StandardOutput);
        return [.. json.RootElement.GetProperty("chapters").EnumerateArray().Select(chapter => ((int)Math.Floor(double.Parse(chapter.GetProperty("start_time").GetString()!, CultureInfo.InvariantCulture) * 1000), chapter.GetProperty("tags").GetProperty("title").GetString()!))];
    }

    /// <summary>Integrated loudness in LUFS and true peak in dBTP, as ffmpeg's own meter (EBU R128) reads them.</summary>
    public static async Task<(double Loudness, double TruePeak)> MeasureAsync(string path)
    {
        var log = await CliWrap.Cli.Wrap("ffmpeg").WithArguments(["-hide_banner", "-nostats", "-i", path, "-af", "ebur128=peak=true", "-f", "null", "-"]).ExecuteBufferedAsync(TestContext.Current.CancellationToken);
        var summary = log.StandardError[log.StandardError.LastIndexOf("Summary:", StringComparison.Ordinal)..];
        return (ValueAfter(summary, "I:"), ValueAfter(summary, "Peak:"));
    }

    private static double ValueAfter(string text, string label)
    {
        var rest = text[(text.IndexOf(label, StringComparison.Ordinal) + label.Length)..].TrimStart();
        return double.Parse(rest[..rest.IndexOf(' ', StringComparison.Ordinal)], CultureInfo.InvariantCulture);
    }
}
