namespace Kunshan.Audio.Mastering.Assembly;

/// <summary>One linear gain and, where peaks demand it, a true-peak limiter. Each track runs through a chain of its own, from silence, so that tracks may be encoded side by side. Away from the peaks nothing but the gain touches the sound.</summary>
/// <param name="sampleRate">Samples a second.</param>
/// <param name="gainDb">The gain.</param>
/// <param name="ceilingDb">The limiter's ceiling in dBTP; null: no limiter.</param>
internal sealed class MasterChain(int sampleRate, double gainDb, double? ceilingDb)
{
    private readonly float gain = (float)Math.Pow(10, gainDb / 20);

    /// <summary>The mastered blocks of a track: as many samples as came in, none of them shifted.</summary>
    public IEnumerable<ReadOnlyMemory<float>> Run(IEnumerable<ReadOnlyMemory<float>> blocks) => ceilingDb is { } ceiling ? new PeakLimiting(sampleRate, ceiling).Run(blocks.Select(Gain)) : blocks.Select(Gain);

    private ReadOnlyMemory<float> Gain(ReadOnlyMemory<float> block)
    {
        var result = new float[block.Length];
        for (var i = 0; i < result.Length; i++)
        {
            result[i] = block.Span[i] * gain;
        }

        return result;
    }
}
