using Kunshan.Audio.Engines.BuiltIn.Model;
using Kunshan.Audio.Engines.BuiltIn.Networks;

namespace Kunshan.Audio.Engines.BuiltIn.Acoustics;

/// <summary>Stretches the networks' output from natural to wanted frames, slot by slot, and turns it into physical values (specification, section 6).</summary>
internal sealed class FrameStretch(VoiceModel model, SpeakingStyle style, Plane bands, Plane logPitch)
{
    private const int Bands = PhraseFrames.BandCount;
    private const int HalfOutputs = Bands + 3;
    private const int VoicingRow = Bands + 2;
    private const double QuietLevel = -36;
    private const double MostExpansion = -20;
    private static readonly double LowestPitch = Math.Log(60);
    private static readonly double HighestPitch = Math.Log(520);
    private static readonly double NeperPerDecibel = Math.Log(10) / 10;

    /// <summary>The frames of the phrase.</summary>
    public PhraseFrames Run(ReadOnlySpan<SlotDuration> slots, int lead)
    {
        var natural = 0;
        var wanted = 0;
        foreach (var slot in slots)
        {
            natural += slot.Natural;
            wanted += slot.Wanted;
        }

        var inner = new int[slots.Length - (2 * TextUnits.Slots)];
        for (var i = 0; i < inner.Length; i++)
        {
            inner[i] = slots[i + TextUnits.Slots].Wanted;
        }

        var frames = new PhraseFrames(new double[wanted], new float[wanted], new float[wanted * Bands], new float[wanted * 2], inner, lead);
        var from = 0;
        var frame = 0;
        foreach (var slot in slots)
        {
            for (var i = 0; i < slot.Wanted; i++, frame++)
            {
                var position = from + ((i + 0.5) * slot.Natural / slot.Wanted) - 0.5;
                Fill(frames, frame, new(Math.Clamp(position, 0, natural - 1), natural));
            }

            from += slot.Natural;
        }

        return frames;
    }

    private void Fill(PhraseFrames frames, int frame, Sample at)
    {
        var (mean, deviation) = (model.LogPitch[style.Speaker][0], model.LogPitch[style.Speaker][1]);
        var seconds = frame * PhraseFrames.Hop / (double)model.SampleRate;
        var melody = (at.Of(logPitch, 1, 0) * deviation * SpeakingStyle.PitchRange) + SpeakingStyle.Declination - (SpeakingStyle.Declination * Math.Min(seconds, SpeakingStyle.DeclinationSeconds));
        frames.Pitch[frame] = Math.Exp(Math.Clamp(mean + melody + style.Shift, LowestPitch, HighestPitch));
        frames.Voicing[frame] = (float)(1 / (1 + Math.Exp(-at.Of(bands, HalfOutputs, VoicingRow))));
        for (var i = 0; i < 2; i++)
        {
            frames.Aperiodicity[(frame * 2) + i] = (float)Math.Min(0, model.AperiodicityMean[i] + (model.AperiodicityDeviation[i] * at.Of(bands, HalfOutputs, Bands + i)) + SpeakingStyle.Noise);
        }

        FillBands(frames.Bands.AsSpan(frame * Bands, Bands), at);
    }

    private void FillBands(Span<float> target, Sample at)
    {
        Span<double> values = stackalloc double[Bands];
        var power = 0.0;
        for (var band = 0; band < Bands; band++)
        {
            values[band] = model.BandMean[band] + (model.BandDeviation[band] * at.Of(bands, HalfOutputs, band));
            power += Math.Exp(values[band]);
        }

        // An expander against hiss: what is quiet gets quieter.
        var level = 10 * Math.Log10(power / Bands);
        var cut = level < QuietLevel ? Math.Max(MostExpansion, level - QuietLevel) * NeperPerDecibel : 0;
        for (var band = 0; band < Bands; band++)
        {
            target[band] = (float)(values[band] + cut - model.LevelError[band]);
        }
    }

    /// <summary>A place between two natural frames.</summary>
    private readonly struct Sample
    {
        private readonly int left;
        private readonly float leftWeight;
        private readonly float rightWeight;

        public Sample(double position, int natural)
        {
            left = Math.Min((int)position, natural - 2);
            rightWeight = (float)(position - left);
            leftWeight = 1 - rightWeight;
        }

        public float Of(Plane plane, int half, int row)
        {
            var right = left + 1;
            return (plane.Row(((left & 1) * half) + row)[left >> 1] * leftWeight) + (plane.Row(((right & 1) * half) + row)[right >> 1] * rightWeight);
        }
    }
}
