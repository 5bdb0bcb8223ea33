using NAudio.Effects;
using NAudio.Wave;

namespace Kunshan.Audio.Mastering.Assembly;

/// <summary>One linear gain and, where peaks demand it, a true-peak limiter. Each track runs through a chain of its own, from silence, so that tracks may be encoded side by side.</summary>
/// <param name="sampleRate">Samples a second.</param>
/// <param name="gainDb">The gain.</param>
/// <param name="ceilingDb">The limiter's ceiling in dBTP; null: no limiter.</param>
internal sealed class MasterChain(int sampleRate, double gainDb, double? ceilingDb)
{
    private readonly float gain = (float)Math.Pow(10, gainDb / 20);

    /// <summary>The mastered blocks of a track: as many samples as came in, none of them shifted.</summary>
    public IEnumerable<ReadOnlyMemory<float>> Run(IEnumerable<ReadOnlyMemory<float>> blocks) => ceilingDb is { } ceiling ? Limit(blocks, ceiling) : blocks.Select(Gain);

    private ReadOnlyMemory<float> Gain(ReadOnlyMemory<float> block)
    {
        var result = new float[block.Length];
        for (var i = 0; i < result.Length; i++)
        {
            result[i] = block.Span[i] * gain;
        }

        return result;
    }

    private IEnumerable<ReadOnlyMemory<float>> Limit(IEnumerable<ReadOnlyMemory<float>> blocks, double ceiling)
    {
        var limiter = new LimiterEffect { CeilingDb = (float)ceiling, TruePeak = true };
        limiter.Configure(WaveFormat.CreateIeeeFloatWaveFormat(sampleRate, 1));

        // The limiter looks ahead: its first samples are the delay line's and are dropped, its last are fetched with silence.
        var drop = limiter.LatencySamples;
        foreach (var block in blocks.Select(Gain).Append(new float[limiter.LatencySamples]))
        {
            var result = block.ToArray();
            limiter.Process(result);
            var from = Math.Min(drop, result.Length);
            drop -= from;
            if (from < result.Length)
            {
                yield return result.AsMemory(from);
            }
        }
    }
}
