using System.Text;

namespace Kunshan.Audio.Production;

/// <summary>Counts hanzi: characters of the unified ideographs, their extensions and compatibility forms, and 〇.</summary>
public static class Hanzi
{
    /// <summary>Number of hanzi in a text.</summary>
    public static int Count(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var count = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (Is(rune))
            {
                count++;
            }
        }

        return count;
    }

    private static bool Is(Rune rune) => rune.Value is 0x3007 or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x323AF);
}
