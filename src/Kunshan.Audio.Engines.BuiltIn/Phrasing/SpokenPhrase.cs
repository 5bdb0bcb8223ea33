namespace Kunshan.Audio.Engines.BuiltIn.Phrasing;

/// <summary>A phrase as sound.</summary>
/// <param name="Samples">16-bit samples with the quiet frames around the speech.</param>
/// <param name="Bounds">First sample of each syllable's four slots and one past the last slot: five values a syllable.</param>
internal sealed record SpokenPhrase(short[] Samples, int[] Bounds)
{
    private const int PerSyllable = 5;

    /// <summary>Sample where speech begins.</summary>
    public int Onset => Bounds[0];

    /// <summary>Sample where speech ends.</summary>
    public int End => Bounds[^1];

    /// <summary>Begin and end of an entry. An erhua takes the r slot, its syllable the three before it.</summary>
    public (int Begin, int End) Of(PhraseEntry entry, bool isFollowedByErhua)
    {
        var bounds = Bounds.AsSpan(entry.Position * PerSyllable, PerSyllable);
        return entry.IsErhua ? (bounds[3], bounds[4]) : (bounds[0], isFollowedByErhua ? bounds[3] : bounds[4]);
    }

    /// <summary>Bounds from the frames of each slot.</summary>
    public static int[] BoundsOf(ReadOnlySpan<int> slots, int lead, int hop)
    {
        var bounds = new int[slots.Length / 4 * PerSyllable];
        var at = lead * hop;
        for (var syllable = 0; syllable < slots.Length / 4; syllable++)
        {
            for (var slot = 0; slot < 4; slot++)
            {
                bounds[(syllable * PerSyllable) + slot] = at;
                at += slots[(syllable * 4) + slot] * hop;
            }

            bounds[(syllable * PerSyllable) + 4] = at;
        }

        return bounds;
    }
}
