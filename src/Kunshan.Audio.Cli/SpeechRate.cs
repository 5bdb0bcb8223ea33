using System.Globalization;

namespace Kunshan.Audio.Cli;

/// <summary>Reads <c>--rate</c>: hanzi a minute, or per cent more or less than usual.</summary>
internal static class SpeechRate
{
    /// <summary>Hanzi a minute at rate 1.</summary>
    public const double Usual = 240;

    private const double Slowest = 0.5;
    private const double Fastest = 3;

    /// <summary>The rate as a factor, 0.5 to 3.</summary>
    /// <exception cref="UsageException">It is no rate, or out of range.</exception>
    public static double Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return 1;
        }

        var percent = text.EndsWith('%');
        if (!double.TryParse(text.TrimEnd('%'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
        {
            throw Wrong(text);
        }

        var rate = percent ? 1 + (value / 100) : value / Usual;
        return rate is >= Slowest and <= Fastest ? rate : throw Wrong(text);
    }

    private static UsageException Wrong(string text) => new(
        $"--rate {text}: give 120 to 720 hanzi a minute, or -50% to +200%.",
        $"--rate {text}：请给出每分钟 120 至 720 字，或 -50% 至 +200%。");
}
