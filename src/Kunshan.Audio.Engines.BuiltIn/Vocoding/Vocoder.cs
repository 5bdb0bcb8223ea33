using System.Runtime.Intrinsics;
using Kunshan.Audio.Engines.BuiltIn.Acoustics;

namespace Kunshan.Audio.Engines.BuiltIn.Vocoding;

/// <summary>
/// From frames to sound: pulses and noise through a minimum-phase filter a frame, overlap-add (specification, section 7).
/// The second hot loop of the voice, and so denser than the rest. Thread-safe.
/// </summary>
internal sealed unsafe class Vocoder(double warp, int sampleRate)
{
    private const int Size = FourierTransform.Size;
    private const int Hop = PhraseFrames.Hop;
    private const int WindowLength = 2 * Hop;
    private const int Bins = SpectralEnvelope.Bins;
    private const int PaddedBins = SpectralEnvelope.PaddedBins;
    private const float NeperPerDecibel = 0.230258509f;
    private static readonly float[] Window = [.. Enumerable.Range(0, WindowLength).Select(i => (float)(0.5 - (0.5 * Math.Cos(2 * Math.PI * i / WindowLength))))];
    private readonly SpectralEnvelope envelope = new(warp, sampleRate);

    /// <summary>Speaks the frames; sample 0 is the centre of frame 0. Values before level and edges.</summary>
    public float[] Speak(PhraseFrames frames, CancellationToken cancellationToken)
    {
        var count = frames.Count * Hop;
        var pulses = Excitation.Pulses(frames, sampleRate);
        var noise = Excitation.Noise(count);
        var sound = new float[count + Size + Hop];
        var scratch = new Scratch();
        for (var frame = 0; frame < frames.Count; frame++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Analyse(pulses, noise, frame, scratch);
            Shape(frames, frame, scratch);

            // Two frames share one inverse transform: the first in its real, the second in its imaginary part.
            var isSecond = (frame & 1) == 1;
            Pack(scratch, isSecond);
            if (isSecond || frame == frames.Count - 1)
            {
                FourierTransform.Run(scratch.OutReal, scratch.OutImaginary, inverse: true);
                Add(sound.AsSpan((isSecond ? frame - 1 : frame) * Hop, Size), scratch.OutReal);
                if (isSecond)
                {
                    Add(sound.AsSpan(frame * Hop, Size), scratch.OutImaginary);
                }
            }
        }

        return sound[Hop..(Hop + count)];
    }

    /// <summary>Spectra of both sources around a frame, in one transform: pulses real, noise imaginary.</summary>
    private static void Analyse(float[] pulses, float[] noise, int frame, Scratch scratch)
    {
        Array.Clear(scratch.Real);
        Array.Clear(scratch.Imaginary);
        for (var i = 0; i < WindowLength; i++)
        {
            var sample = (frame * Hop) - Hop + i;
            if (sample >= 0 && sample < noise.Length)
            {
                scratch.Real[i] = pulses[sample + Excitation.Lead] * Window[i];
                scratch.Imaginary[i] = noise[sample] * Window[i];
            }
        }

        FourierTransform.Run(scratch.Real, scratch.Imaginary, inverse: false);
        var (re, im) = (scratch.Real, scratch.Imaginary);
        for (var bin = 0; bin < Bins; bin++)
        {
            var mirror = (Size - bin) & (Size - 1);
            scratch.PulseReal[bin] = 0.5f * (re[bin] + re[mirror]);
            scratch.PulseImaginary[bin] = 0.5f * (im[bin] - im[mirror]);
            scratch.NoiseReal[bin] = 0.5f * (im[bin] + im[mirror]);
            scratch.NoiseImaginary[bin] = 0.5f * (re[mirror] - re[bin]);
        }
    }

    /// <summary>Mixes pulses and noise by voicing and aperiodicity and filters them by the frame's envelope.</summary>
    private void Shape(PhraseFrames frames, int frame, Scratch s)
    {
        var bands = frames.Bands.AsSpan(frame * PhraseFrames.BandCount, PhraseFrames.BandCount);
        Array.Clear(s.Phase);
        fixed (float* phase = s.Phase, table = envelope.Phase)
        {
            for (var band = 0; band < bands.Length; band++)
            {
                var value = Vector256.Create(bands[band]);
                var row = table + (band * PaddedBins);
                for (var bin = 0; bin < PaddedBins; bin += 8)
                {
                    Vector256.FusedMultiplyAdd(value, Vector256.Load(row + bin), Vector256.Load(phase + bin)).Store(phase + bin);
                }
            }
        }

        for (var bin = 0; bin < Bins; bin++)
        {
            var band = envelope.Band[bin];
            var fraction = envelope.BandFraction[bin];
            s.LogAmplitude[bin] = 0.5f * ((bands[band] * (1 - fraction)) + (bands[band + 1] * fraction));
        }

        var first = Vector256.Create(frames.Aperiodicity[frame * 2]);
        var second = Vector256.Create(frames.Aperiodicity[(frame * 2) + 1]);
        var voicing = Vector256.Create(frames.Voicing[frame]);
        var one = Vector256.Create(1f);
        fixed (float* w1 = envelope.FirstWeight, w2 = envelope.SecondWeight, w0 = envelope.Constant)
        {
            for (var bin = 0; bin < PaddedBins; bin += 8)
            {
                var amplitude = VectorMath.Exp(Vector256.Create(s.LogAmplitude, bin));
                var (sin, cos) = VectorMath.SinCos(Vector256.Create(s.Phase, bin));
                var decibels = (Vector256.Load(w1 + bin) * first) + (Vector256.Load(w2 + bin) * second) + Vector256.Load(w0 + bin);
                var aperiodic = Vector256.Min(one, VectorMath.Exp(decibels * NeperPerDecibel));
                var weight = voicing * (one - aperiodic);
                var (voiced, noisy) = (Vector256.Sqrt(weight), Vector256.Sqrt(one - weight));
                var x = (Vector256.Create(s.PulseReal, bin) * voiced) + (Vector256.Create(s.NoiseReal, bin) * noisy);
                var y = (Vector256.Create(s.PulseImaginary, bin) * voiced) + (Vector256.Create(s.NoiseImaginary, bin) * noisy);
                (amplitude * ((x * cos) - (y * sin))).CopyTo(s.SpectrumReal, bin);
                (amplitude * ((x * sin) + (y * cos))).CopyTo(s.SpectrumImaginary, bin);
            }
        }
    }

    private static void Pack(Scratch s, bool isSecond)
    {
        for (var bin = 0; bin < Bins; bin++)
        {
            var isEdge = bin is 0 or Size / 2;
            var real = s.SpectrumReal[bin];
            var imaginary = isEdge ? 0 : s.SpectrumImaginary[bin];
            if (isSecond)
            {
                s.OutReal[bin] -= imaginary;
                s.OutImaginary[bin] += real;
            }
            else
            {
                s.OutReal[bin] = real;
                s.OutImaginary[bin] = imaginary;
            }

            if (isEdge)
            {
                continue;
            }

            if (isSecond)
            {
                s.OutReal[Size - bin] += imaginary;
                s.OutImaginary[Size - bin] += real;
            }
            else
            {
                s.OutReal[Size - bin] = real;
                s.OutImaginary[Size - bin] = -imaginary;
            }
        }
    }

    private static void Add(Span<float> sound, ReadOnlySpan<float> part)
    {
        for (var i = 0; i < Size; i++)
        {
            sound[i] += part[i] / Size;
        }
    }

    private sealed class Scratch
    {
        public float[] Real { get; } = new float[Size];

        public float[] Imaginary { get; } = new float[Size];

        public float[] OutReal { get; } = new float[Size];

        public float[] OutImaginary { get; } = new float[Size];

        public float[] PulseReal { get; } = new float[PaddedBins];

        public float[] PulseImaginary { get; } = new float[PaddedBins];

        public float[] NoiseReal { get; } = new float[PaddedBins];

        public float[] NoiseImaginary { get; } = new float[PaddedBins];

        public float[] LogAmplitude { get; } = new float[PaddedBins];

        public float[] Phase { get; } = new float[PaddedBins];

        public float[] SpectrumReal { get; } = new float[PaddedBins];

        public float[] SpectrumImaginary { get; } = new float[PaddedBins];
    }
}
