using Kunshan.Audio.Engines.BuiltIn.Networks;

namespace Kunshan.Audio.Engines.BuiltIn.Acoustics;

/// <summary>A phrase as vocoder frames of 128 samples. Its planes hold a column a frame; who gets it disposes of it.</summary>
/// <param name="Pitch">f0 of each frame, in Hz; defined everywhere.</param>
/// <param name="Bands">64 bands, natural log of power.</param>
/// <param name="Sources">The two aperiodicities in dB, then voicing: the weight of the voiced part, 0 to 1.</param>
/// <param name="Slots">Wanted frames of each slot, four a syllable.</param>
/// <param name="Lead">Quiet frames before the first syllable.</param>
internal sealed record PhraseFrames(double[] Pitch, Plane Bands, Plane Sources, int[] Slots, int Lead) : IDisposable
{
    /// <summary>Samples a frame.</summary>
    public const int Hop = 128;

    /// <summary>Bands a frame.</summary>
    public const int BandCount = 64;

    /// <summary>Row of the voicing in <see cref="Sources"/>.</summary>
    public const int Voicing = 2;

    /// <summary>Number of frames.</summary>
    public int Count => Pitch.Length;

    /// <inheritdoc/>
    public void Dispose()
    {
        Bands.Dispose();
        Sources.Dispose();
    }
}
