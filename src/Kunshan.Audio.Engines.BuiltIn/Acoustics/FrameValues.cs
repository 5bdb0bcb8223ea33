using System.Runtime.Intrinsics;
using Kunshan.Audio.Engines.BuiltIn.Mathematics;
using Kunshan.Audio.Engines.BuiltIn.Model;
using Kunshan.Audio.Engines.BuiltIn.Networks;

namespace Kunshan.Audio.Engines.BuiltIn.Acoustics;

/// <summary>Turns the networks' output into the physical values of the wanted frames (specification, section 6).</summary>
internal sealed class FrameValues(VoiceModel model, SpeakingStyle style)
{
    private const int Bands = PhraseFrames.BandCount;
    private const int VoicingOutput = Bands + 2;
    private const double QuietLevel = -36;
    private const double MostExpansion = -20;
    private const int Lanes = 8;
    private static readonly double LowestPitch = Elementary.Log(60);
    private static readonly double HighestPitch = Elementary.Log(520);
    private static readonly double NeperPerDecibel = Elementary.Log(10) / 10;

    /// <summary>f0 of each frame in Hz.</summary>
    public double[] Pitch(FrameStretch stretch, Plane outputs)
    {
        var raw = new float[stretch.Count];
        stretch.Read(outputs, 0, raw);
        var (mean, deviation) = (model.LogPitch[style.Speaker][0], model.LogPitch[style.Speaker][1]);
        var pitch = new double[stretch.Count];
        for (var frame = 0; frame < pitch.Length; frame++)
        {
            var seconds = frame * PhraseFrames.Hop / (double)model.SampleRate;
            var melody = (raw[frame] * deviation * SpeakingStyle.PitchRange) + SpeakingStyle.Declination - (SpeakingStyle.Declination * Math.Min(seconds, SpeakingStyle.DeclinationSeconds));
            pitch[frame] = Elementary.Exp(Math.Clamp(mean + melody + style.Shift, LowestPitch, HighestPitch));
        }

        return pitch;
    }

    /// <summary>Aperiodicities and voicing.</summary>
    public Plane Sources(FrameStretch stretch, Plane outputs)
    {
        var sources = new Plane(PhraseFrames.Voicing + 1, stretch.Count);
        for (var i = 0; i < PhraseFrames.Voicing; i++)
        {
            var row = sources.Row(i);
            stretch.Read(outputs, Bands + i, row);
            foreach (ref var value in row)
            {
                value = (float)Math.Min(0, model.AperiodicityMean[i] + (model.AperiodicityDeviation[i] * value) + SpeakingStyle.Noise);
            }
        }

        var voicing = sources.Row(PhraseFrames.Voicing);
        stretch.Read(outputs, VoicingOutput, voicing);
        foreach (ref var value in voicing)
        {
            value = (float)(1 / (1 + Elementary.Exp(-value)));
        }

        return sources;
    }

    /// <summary>The bands, as the vocoder wants them.</summary>
    public Plane LogPower(FrameStretch stretch, Plane outputs)
    {
        var bands = new Plane(Bands, stretch.Count);
        var power = new float[stretch.Count + Lanes];
        for (var band = 0; band < Bands; band++)
        {
            var row = bands.Row(band);
            stretch.Read(outputs, band, row);
            for (var i = 0; i < row.Length; i++)
            {
                row[i] = (float)(model.BandMean[band] + (model.BandDeviation[band] * row[i]));
            }

            AddPower(bands, band, power);
        }

        var cut = Expander(power.AsSpan(0, stretch.Count));
        for (var band = 0; band < Bands; band++)
        {
            var row = bands.Row(band);
            var error = (float)model.LevelError[band];
            for (var i = 0; i < row.Length; i++)
            {
                row[i] = row[i] + cut[i] - error;
            }
        }

        return bands;
    }

    /// <summary>Adds a band's power to the frames', whole vectors at a time: a plane has room after its last column.</summary>
    private static void AddPower(Plane bands, int band, float[] power)
    {
        var from = (band * bands.Stride) + Plane.Lead;
        for (var i = 0; i < bands.Length; i += Lanes)
        {
            (Vector256.Create(power, i) + VectorMath.Exp(Vector256.Create(bands.Values, from + i))).CopyTo(power, i);
        }
    }

    /// <summary>An expander against hiss: what is quiet gets quieter. In natural logs of power.</summary>
    private static float[] Expander(ReadOnlySpan<float> power)
    {
        var cut = new float[power.Length];
        for (var i = 0; i < cut.Length; i++)
        {
            var level = 10 * Elementary.Log10(power[i] / Bands);
            cut[i] = level < QuietLevel ? (float)(Math.Max(MostExpansion, level - QuietLevel) * NeperPerDecibel) : 0;
        }

        return cut;
    }
}
