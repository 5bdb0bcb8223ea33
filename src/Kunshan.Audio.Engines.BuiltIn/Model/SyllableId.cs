namespace Kunshan.Audio.Engines.BuiltIn.Model;

/// <summary>A syllable as the networks know it.</summary>
/// <param name="Initial">0 for none, else index of the initial plus 1.</param>
/// <param name="Final">Index of the final plus 2; 0 is outside the phrase, 1 silence.</param>
/// <param name="Tone">1 to 5; 0 for silence and outside.</param>
/// <param name="Erhua">Whether an r closes it.</param>
/// <param name="IsStop">Whether the initial begins with a closure.</param>
internal readonly record struct SyllableId(int Initial, int Final, int Tone, bool Erhua, bool IsStop)
{
    /// <summary>Beyond the silences around a phrase.</summary>
    public static SyllableId Outside => default;

    /// <summary>The silence before and after a phrase.</summary>
    public static SyllableId Silence => new(0, 1, 0, false, false);
}
