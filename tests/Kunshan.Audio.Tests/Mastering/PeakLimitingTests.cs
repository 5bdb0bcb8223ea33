using CsCheck;
using Kunshan.Audio.Mastering.Assembly;
using Kunshan.Audio.Mastering.Loudness;

namespace Kunshan.Audio.Tests.Mastering;

/// <summary>Peaks are held down where they are; everything else is left as it was.</summary>
public sealed class PeakLimitingTests
{
    private const int Rate = 22050;
    private const int BlockLength = 4096;
    private const double Ceiling = -1.5;

    [Fact]
    public void A_burst_is_held_at_the_ceiling_and_the_rest_is_untouched()
    {
        var sound = Tone(0.3, 10 * Rate);
        Tone(1.2, 2000).CopyTo(sound, 5 * Rate);

        var limited = Limit(sound);

        Assert.InRange(PeakOf(limited), Ceiling - 0.3, Ceiling + 0.1);
        Assert.Equal(sound[..(9 * Rate / 2)], limited[..(9 * Rate / 2)]);
        Assert.Equal(sound[(6 * Rate)..], limited[(6 * Rate)..]);
    }

    [Fact]
    public void Nothing_is_shifted_where_the_limiter_works()
    {
        var sound = Tone(0.3, 2 * Rate);
        sound[Rate] = 1.5f;

        var limited = Limit(sound);

        Assert.Equal(Rate, Array.IndexOf(limited, limited.Max()));
        Assert.True(limited[Rate] < 1);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(BlockLength - 1)]
    [InlineData(BlockLength)]
    [InlineData((2 * Rate) - 200)]
    public void A_peak_at_the_edge_of_a_block_or_of_the_track_is_held_too(int at)
    {
        var sound = Tone(0.1, 2 * Rate);
        Tone(1.2, 200).CopyTo(sound, at);

        Assert.True(PeakOf(Limit(sound)) <= Ceiling + 0.3);
    }

    [Fact]
    public void As_many_samples_come_out_as_went_in()
    {
        Gen.Select(Gen.Int[0, 3 * BlockLength], Gen.Int[1, BlockLength], Gen.Double[0.1, 2]).Sample((length, block, amplitude) =>
            Assert.Equal(length, Limit(Tone(amplitude, length), block).Length), iter: 200, threads: 1);
    }

    private static float[] Limit(float[] sound, int blockLength = BlockLength) =>
        [.. new PeakLimiting(Rate, Ceiling).Run(sound.Chunk(blockLength).Select(block => (ReadOnlyMemory<float>)block)).SelectMany(block => block.ToArray())];

    private static double PeakOf(float[] sound)
    {
        var meter = new TruePeakMeter();
        meter.Add(sound);
        return 20 * Math.Log10(meter.Peak);
    }

    private static float[] Tone(double amplitude, int length) => [.. Enumerable.Range(0, length).Select(i => (float)(amplitude * Math.Sin(i * 0.3)))];
}
