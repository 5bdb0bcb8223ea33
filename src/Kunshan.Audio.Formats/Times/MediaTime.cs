using System.Globalization;

namespace Kunshan.Audio.Formats.Times;

/// <summary>The one place where samples become milliseconds and milliseconds become text: overlays, captions and page agree because all of them ask here.</summary>
public static class MediaTime
{
    /// <summary>Whole milliseconds of a sample, rounded down: a clip never begins, and never ends, after its sound.</summary>
    public static long Milliseconds(long samples, int sampleRate)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(samples);
        return samples * 1000 / sampleRate;
    }

    /// <summary>A SMIL clock value (SMIL 3.0, timing, full clock): <c>0:00:41.280</c>.</summary>
    public static string Smil(long milliseconds) => Text(milliseconds, "{0}:{1:00}:{2:00}.{3:000}");

    /// <summary>A WebVTT timestamp: <c>00:00:41.280</c>.</summary>
    public static string WebVtt(long milliseconds) => Text(milliseconds, "{0:00}:{1:00}:{2:00}.{3:000}");

    /// <summary>A SubRip timestamp: <c>00:00:41,280</c>.</summary>
    public static string SubRip(long milliseconds) => Text(milliseconds, "{0:00}:{1:00}:{2:00},{3:000}");

    private static string Text(long milliseconds, string format) =>
        string.Format(CultureInfo.InvariantCulture, format, milliseconds / 3600000, milliseconds / 60000 % 60, milliseconds / 1000 % 60, milliseconds % 1000);
}
