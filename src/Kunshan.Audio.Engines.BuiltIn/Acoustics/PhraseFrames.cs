namespace Kunshan.Audio.Engines.BuiltIn.Acoustics;

/// <summary>A phrase as vocoder frames of 128 samples.</summary>
/// <param name="Pitch">f0 of each frame, in Hz; defined everywhere.</param>
/// <param name="Voicing">Weight of the voiced part of each frame, 0 to 1.</param>
/// <param name="Bands">64 bands of each frame, natural log of power.</param>
/// <param name="Aperiodicity">Two aperiodicities of each frame, in dB.</param>
/// <param name="Slots">Wanted frames of each slot, four a syllable.</param>
/// <param name="Lead">Quiet frames before the first syllable.</param>
internal sealed record PhraseFrames(double[] Pitch, float[] Voicing, float[] Bands, float[] Aperiodicity, int[] Slots, int Lead)
{
    /// <summary>Samples a frame.</summary>
    public const int Hop = 128;

    /// <summary>Bands a frame.</summary>
    public const int BandCount = 64;

    /// <summary>Number of frames.</summary>
    public int Count => Pitch.Length;
}
