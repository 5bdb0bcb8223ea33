using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Kunshan.Audio.Engines.BuiltIn.Acoustics;
using Kunshan.Audio.Engines.BuiltIn.Mathematics;
using Kunshan.Audio.Engines.BuiltIn.Networks;

namespace Kunshan.Audio.Engines.BuiltIn.Vocoding;

/// <summary>
/// Filters eight frames at a time, a frame in each lane: the second hot loop of the voice, and so denser than the rest (specification, section 7, steps 3 to 6).
/// A lane never meets another, so a frame's bits do not depend on its company. Not thread-safe: it holds the spectra it works on.
/// </summary>
internal sealed unsafe class FrameFilter(SpectralEnvelope envelope) : IDisposable
{
    private const int Size = SpectralEnvelope.Size;
    private const int Half = Size / 2;
    private const int Points = LaneTransform.Points;
    private const int Lanes = LaneTransform.Lanes;
    private const int Hop = PhraseFrames.Hop;
    private const int Block = Points * Lanes;
    private const float NeperPerDecibel = 0.230258509f;

    // Hann window; divided by the size, which the inverse transform asks for, and by two, which telling the two sources apart does.
    private static readonly float[] Window = [.. Enumerable.Range(0, Points).Select(i => (float)((0.5 - (0.5 * Elementary.Cos(2 * Math.PI * i / Points))) / (2 * Size)))];
    private static readonly float[] Cosines = [.. Enumerable.Range(0, Size).Select(i => (float)Elementary.Cos(2 * Math.PI * i / Size))];
    private static readonly float[] Sines = [.. Enumerable.Range(0, Size).Select(i => (float)Elementary.Sin(2 * Math.PI * i / Size))];
    private static readonly int[] Places = [.. Enumerable.Range(0, Size).Select(bin => ((bin & 3) * Block) + (LaneTransform.Order[bin >> 2] * Lanes))];

    private readonly float[] real = ArrayPool<float>.Shared.Rent(Size * Lanes);
    private readonly float[] imaginary = ArrayPool<float>.Shared.Rent(Size * Lanes);
    private readonly float[] spectrumReal = ArrayPool<float>.Shared.Rent((Half + 1) * Lanes);
    private readonly float[] spectrumImaginary = ArrayPool<float>.Shared.Rent((Half + 1) * Lanes);

    /// <summary>Spectra of both sources around eight frames, in one transform: pulses real, noise imaginary. Three quarters of its input are zero, so it falls into four transforms of the first quarter.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public void Analyse(Plane pulses, Plane noise, int frame)
    {
        fixed (float* re = real, im = imaginary, x = pulses.Values, y = noise.Values, cosines = Cosines, sines = Sines)
        {
            for (var i = 0; i < Points; i++)
            {
                var from = ((i % Hop) * pulses.Stride) + Plane.Lead + frame + (i / Hop);
                var pulse = Vector256.Load(x + from) * Window[i];
                var hiss = Vector256.Load(y + from) * Window[i];
                pulse.Store(re + (i * Lanes));
                hiss.Store(im + (i * Lanes));
                for (var quarter = 1; quarter < 4; quarter++)
                {
                    var at = (quarter * Block) + (i * Lanes);
                    LaneTransform.Rotate(pulse, hiss, Vector256.Create(cosines[quarter * i]), Vector256.Create(sines[quarter * i]), re + at, im + at);
                }
            }

            for (var quarter = 0; quarter < 4; quarter++)
            {
                LaneTransform.Run(re + (quarter * Block), im + (quarter * Block));
            }
        }
    }

    /// <summary>Mixes pulses and noise by voicing and aperiodicity and filters them by the frames' envelopes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public void Shape(PhraseFrames frames, Plane phases, int frame)
    {
        // Lanes after the last frame are silent.
        var exists = Vector256.GreaterThan(Vector256.Create(frames.Count - frame), Vector256.Create(0, 1, 2, 3, 4, 5, 6, 7)).AsSingle();
        fixed (float* re = real, im = imaginary, sr = spectrumReal, si = spectrumImaginary, bands = frames.Bands.Values, phase = phases.Values, sources = frames.Sources.Values)
        {
            var first = Vector256.Load(sources + Plane.Lead + frame) * NeperPerDecibel;
            var second = Vector256.Load(sources + frames.Sources.Stride + Plane.Lead + frame) * NeperPerDecibel;
            var voicing = Vector256.Load(sources + (PhraseFrames.Voicing * frames.Sources.Stride) + Plane.Lead + frame);
            var one = Vector256<float>.One;
            for (var bin = 0; bin <= Half; bin++)
            {
                var band = bands + (envelope.Band[bin] * frames.Bands.Stride) + Plane.Lead + frame;
                var upper = 0.5f * envelope.BandFraction[bin];
                var amplitude = VectorMath.Exp((Vector256.Load(band) * (0.5f - upper)) + (Vector256.Load(band + frames.Bands.Stride) * upper)) & exists;
                var (sin, cos) = VectorMath.SinCos(Vector256.Load(phase + (bin * phases.Stride) + Plane.Lead + frame));
                var level = (first * envelope.FirstWeight[bin]) + (second * envelope.SecondWeight[bin]) + Vector256.Create(envelope.Constant[bin] * NeperPerDecibel);
                var weight = voicing * (one - Vector256.Min(one, VectorMath.Exp(level)));
                var (voiced, noisy) = (Vector256.Sqrt(weight), Vector256.Sqrt(one - weight));

                // The even part of the transform is the pulses', the odd part the noise's.
                var (at, mirror) = (Places[bin], Places[(Size - bin) & (Size - 1)]);
                var (ar, ai) = (Vector256.Load(re + at), Vector256.Load(im + at));
                var (br, bi) = (Vector256.Load(re + mirror), Vector256.Load(im + mirror));
                var x = ((ar + br) * voiced) + ((ai + bi) * noisy);
                var y = ((ai - bi) * voiced) + ((br - ar) * noisy);
                (amplitude * ((x * cos) - (y * sin))).Store(sr + (bin * Lanes));
                (amplitude * ((x * sin) + (y * cos))).Store(si + (bin * Lanes));
            }

            // A real signal has real edges.
            Vector256<float>.Zero.Store(si);
            Vector256<float>.Zero.Store(si + (Half * Lanes));
        }
    }

    /// <summary>Adds the sound of eight frames. The inverse transform to 1,024 real samples is one of 512 complex points, even samples real, odd ones imaginary; with real and imaginary part exchanged it is a forward one, and falls into two of 256.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public void AddTo(Plane sum, int frame)
    {
        fixed (float* re = real, im = imaginary, y = sum.Values, cosines = Cosines, sines = Sines)
        {
            for (var i = 0; i < Points; i++)
            {
                var (ar, ai) = Packed(i);
                var (br, bi) = Packed(i + Points);
                (ai + bi).Store(re + (i * Lanes));
                (ar + br).Store(im + (i * Lanes));
                LaneTransform.Rotate(ai - bi, ar - br, Vector256.Create(cosines[2 * i]), Vector256.Create(sines[2 * i]), re + Block + (i * Lanes), im + Block + (i * Lanes));
            }

            LaneTransform.Run(re, im);
            LaneTransform.Run(re + Block, im + Block);
            for (var i = 0; i < Half; i++)
            {
                var from = ((i & 1) * Block) + (LaneTransform.Order[i >> 1] * Lanes);
                var (row, column) = (2 * i % Hop, (2 * i / Hop) + frame);
                var even = y + (row * sum.Stride) + Plane.Lead + column;
                var odd = even + sum.Stride;
                (Vector256.Load(even) + Vector256.Load(im + from)).Store(even);
                (Vector256.Load(odd) + Vector256.Load(re + from)).Store(odd);
            }
        }
    }

    /// <summary>Gives the memory back.</summary>
    public void Dispose()
    {
        foreach (var buffer in (ReadOnlySpan<float[]>)[real, imaginary, spectrumReal, spectrumImaginary])
        {
            ArrayPool<float>.Shared.Return(buffer);
        }
    }

    /// <summary>Bin k of the half-length transform: the even samples' bin plus j times the odd samples'.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private (Vector256<float> Real, Vector256<float> Imaginary) Packed(int k)
    {
        var (ar, ai) = (Vector256.LoadUnsafe(ref spectrumReal[k * Lanes]), Vector256.LoadUnsafe(ref spectrumImaginary[k * Lanes]));
        var (br, bi) = (Vector256.LoadUnsafe(ref spectrumReal[(Half - k) * Lanes]), Vector256.LoadUnsafe(ref spectrumImaginary[(Half - k) * Lanes]));
        var (dr, di) = (ar - br, ai + bi);
        var (cosine, sine) = (Vector256.Create(Cosines[k]), Vector256.Create(Sines[k]));
        return (ar + br - ((dr * sine) + (di * cosine)), ai - bi + ((dr * cosine) - (di * sine)));
    }
}
