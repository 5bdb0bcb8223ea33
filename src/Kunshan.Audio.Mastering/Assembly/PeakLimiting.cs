using Kunshan.Audio.Mastering.Loudness;
using NAudio.Effects;
using NAudio.Wave;

namespace Kunshan.Audio.Mastering.Assembly;

/// <summary>A true-peak limiter that works only where there are peaks. In speech they are rare (1 % of the time), and the limiter costs more than everything else in mastering but the encoder: it is woken one block before a peak and sleeps when its gain is back at 1.</summary>
/// <param name="sampleRate">Samples a second.</param>
/// <param name="ceilingDb">Ceiling in dBTP.</param>
internal sealed class PeakLimiting(int sampleRate, double ceilingDb)
{
    // The limiter's own detector may see a little more than ours.
    private const double WakeBelow = 0.5;
    private const float AsleepDb = 0.001f;
    private readonly double wakeLevel = Math.Pow(10, (ceilingDb - WakeBelow) / 20);
    private readonly TruePeakMeter detector = new();
    private LimiterEffect? limiter;
    private int toDrop;

    /// <summary>The blocks with their peaks held down: as many samples as came in, none of them shifted.</summary>
    /// <param name="blocks">Blocks of one track; they stay as they are.</param>
    public IEnumerable<ReadOnlyMemory<float>> Run(IEnumerable<ReadOnlyMemory<float>> blocks)
    {
        // The block before the current one: not yet given on, or, while the limiter works, the last it was given.
        var last = ReadOnlyMemory<float>.Empty;
        foreach (var block in blocks)
        {
            var isHot = IsHot(block);
            if (limiter is null && isHot)
            {
                Wake();
                yield return Limit(last);
            }
            else if (limiter is null)
            {
                yield return last;
            }
            else if (!isHot && limiter.GainReductionDb < AsleepDb)
            {
                yield return Sleep();
            }

            if (limiter is not null)
            {
                yield return Limit(block);
            }

            last = block;
        }

        yield return limiter is null ? last : Sleep();
    }

    private bool IsHot(ReadOnlyMemory<float> block)
    {
        detector.Peak = wakeLevel;
        detector.Add(block.Span);
        return detector.Peak > wakeLevel;
    }

    private void Wake()
    {
        limiter = new() { CeilingDb = (float)ceilingDb, TruePeak = true };
        limiter.Configure(WaveFormat.CreateIeeeFloatWaveFormat(sampleRate, 1));
        toDrop = limiter.LatencySamples;
    }

    /// <summary>Feeds a block. The limiter looks ahead: its first samples are the delay line's and are dropped.</summary>
    private ReadOnlyMemory<float> Limit(ReadOnlyMemory<float> block)
    {
        var result = block.ToArray();
        limiter!.Process(result);
        var drop = Math.Min(toDrop, result.Length);
        toDrop -= drop;
        return result.AsMemory(drop);
    }

    /// <summary>Fetches what is in the delay line.</summary>
    private ReadOnlyMemory<float> Sleep()
    {
        var rest = Limit(new float[limiter!.LatencySamples]);
        limiter = null;
        return rest;
    }
}
