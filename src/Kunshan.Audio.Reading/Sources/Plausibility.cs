namespace Kunshan.Audio.Reading.Sources;

/// <summary>How much bytes look like text of one of two encodings. Both standards keep their commonest characters in a first level of their own; text of one, read as the other, falls outside it.</summary>
internal static class Plausibility
{
    /// <summary>Share of double bytes in the marks and the first level of GB 2312 (rows 1 to 3 and 16 to 55), 0 to 1.</summary>
    public static double OfGb18030(ReadOnlySpan<byte> bytes) =>
        Share(bytes, (lead, trail) => trail >= 0xA1 && lead is (>= 0xA1 and <= 0xA3) or (>= 0xB0 and <= 0xD7));

    /// <summary>Share of double bytes in the marks and the first level of Big5 (0xA140 to 0xA3BF and 0xA440 to 0xC67E), 0 to 1.</summary>
    public static double OfBig5(ReadOnlySpan<byte> bytes) =>
        Share(bytes, (lead, trail) => lead is >= 0xA1 and <= 0xC6 && trail is (>= 0x40 and <= 0x7E) or >= 0xA1);

    private static double Share(ReadOnlySpan<byte> bytes, Func<byte, byte, bool> isFirstLevel)
    {
        int common = 0, all = 0;
        for (var i = 0; i + 1 < bytes.Length; i++)
        {
            if (bytes[i] <= 0x80)
            {
                continue;
            }

            all++;
            common += isFirstLevel(bytes[i], bytes[i + 1]) ? 1 : 0;
            i++;
        }

        return all == 0 ? 0 : common / (double)all;
    }
}
