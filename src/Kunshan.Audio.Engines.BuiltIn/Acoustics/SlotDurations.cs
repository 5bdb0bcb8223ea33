using Kunshan.Audio.Engines.BuiltIn.Mathematics;
using Kunshan.Audio.Engines.BuiltIn.Model;

namespace Kunshan.Audio.Engines.BuiltIn.Acoustics;

/// <summary>Frames of a slot: as the networks were trained, and as they are wanted at a rate (specification, section 4).</summary>
/// <param name="Natural">Frames at dictionary tempo; 0 where the slot does not exist.</param>
/// <param name="Wanted">Frames at the wanted rate.</param>
internal readonly record struct SlotDuration(int Natural, int Wanted);

/// <summary>Decides how long each slot of a syllable lasts.</summary>
internal static class SlotDurations
{
    private const int Closure = 0;
    private const int Release = 1;
    private const int Rime = 2;
    private const double ConsonantExponent = 0.6;
    private static readonly int[] Floors = [1, 3, 6, 4];

    /// <summary>The frames of one slot.</summary>
    public static SlotDuration Of(SyllableId syllable, int slot, SyllablePlace place, float logDuration)
    {
        if (!Exists(syllable, slot, place.IsFirst))
        {
            return default;
        }

        var natural = Elementary.Exp(logDuration) - 1;
        return new(Frames(slot, natural), Frames(slot, natural * Factor(slot, place)));
    }

    private static int Frames(int slot, double frames) => Math.Max(Floors[slot], (int)Math.Round(frames, MidpointRounding.ToEven));

    private static bool Exists(SyllableId syllable, int slot, bool isFirst) => slot switch
    {
        Closure => syllable.IsStop && !isFirst,
        Release => syllable.Initial > 0,
        Rime => true,
        _ => syllable.Erhua,
    };

    private static double Factor(int slot, SyllablePlace place) => slot switch
    {
        Closure => 0.9 / Elementary.Pow(place.Rate, ConsonantExponent),
        Release => 0.80 / Elementary.Pow(place.Rate, ConsonantExponent),
        _ => (place.IsLast ? 0.78 : 0.62) / place.Rate,
    };
}

/// <summary>A syllable's place in its phrase.</summary>
internal readonly record struct SyllablePlace(bool IsFirst, bool IsLast, double Rate);
