namespace Kunshan.Audio.Formats.Captions;

/// <summary>Breaks a caption's text into lines a person reads at a glance: after punctuation where it can, of about equal length.</summary>
internal static class CaptionLines
{
    private const int Width = 22;
    private const string GoodBreaks = "，。！？；：、,.!?;: ”』」）》…";

    /// <summary>The lines; none is empty.</summary>
    public static IEnumerable<string> Of(string text)
    {
        var rest = string.Join(' ', text.Split((char[])['\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Trim();
        while (rest.Length > Width)
        {
            var lines = (rest.Length + Width - 1) / Width;
            var at = BreakNear(rest, rest.Length / lines);
            yield return rest[..at].Trim();
            rest = rest[at..].Trim();
        }

        if (rest.Length > 0)
        {
            yield return rest;
        }
    }

    private static int BreakNear(string text, int wanted)
    {
        for (var distance = 0; distance <= wanted / 2; distance++)
        {
            foreach (var at in (ReadOnlySpan<int>)[wanted + distance, wanted - distance])
            {
                if (at > 0 && at < text.Length && at <= Width + 4 && GoodBreaks.Contains(text[at - 1]) && !GoodBreaks.Contains(text[at]))
                {
                    return at;
                }
            }
        }

        return char.IsHighSurrogate(text[wanted - 1]) ? wanted + 1 : wanted;
    }
}
