using Kunshan.Audio.Engines.BuiltIn.Acoustics;
using Kunshan.Audio.Engines.BuiltIn.Networks;

namespace Kunshan.Audio.Engines.BuiltIn.Vocoding;

/// <summary>From frames to sound: pulses and noise through a minimum-phase filter a frame, overlap-add (specification, section 7). Thread-safe.</summary>
internal sealed class Vocoder(double warp, int sampleRate)
{
    private const int Hop = PhraseFrames.Hop;
    private const int Overlap = SpectralEnvelope.Size / Hop;
    private readonly SpectralEnvelope envelope = new(warp, sampleRate);

    /// <summary>Speaks the frames.</summary>
    /// <param name="frames">The phrase.</param>
    /// <param name="sound">128 samples a frame, before level and edges; sample 0 is the centre of frame 0.</param>
    /// <param name="cancellationToken">Ends the work between frames.</param>
    public void Speak(PhraseFrames frames, Span<float> sound, CancellationToken cancellationToken)
    {
        using var pulses = Excitation.Pulses(frames.Pitch, sampleRate);
        using var noise = Excitation.Noise(frames.Count);
        using var phase = new Plane(SpectralEnvelope.Bins, frames.Count);
        using var sum = new Plane(Hop, frames.Count + LaneTransform.Lanes + Overlap);
        envelope.Phase.Run(frames.Bands, phase, Output.Replace);
        using var filter = new FrameFilter(envelope);
        for (var frame = 0; frame < frames.Count; frame += LaneTransform.Lanes)
        {
            cancellationToken.ThrowIfCancellationRequested();
            filter.Analyse(pulses, noise, frame);
            filter.Shape(frames, phase, frame);
            filter.AddTo(sum, frame);
        }

        // A frame's sound begins a hop before its centre: column 0 is before the phrase.
        for (var row = 0; row < Hop; row++)
        {
            var columns = sum.Row(row).Slice(1, frames.Count);
            for (var column = 0; column < columns.Length; column++)
            {
                sound[(column * Hop) + row] = columns[column];
            }
        }
    }
}
