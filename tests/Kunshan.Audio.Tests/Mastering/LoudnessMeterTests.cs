using System.Globalization;
using Kunshan.Audio.Mastering.Loudness;

namespace Kunshan.Audio.Tests.Mastering;

/// <summary>The test signals of EBU Tech 3341 and 3342 on one channel. A stereo signal in phase measures 3.01 LU more than each of its channels, so the figures printed there are 3.01 higher.</summary>
public sealed class LoudnessMeterTests
{
    private const double OneChannel = -3.01;
    private const int Rate = 48000;

    public static TheoryData<string, double, double> Integrated => new()
    {
        { "-23 20", -23, 0.1 },
        { "-33 20", -33, 0.1 },
        { "-36 10 -23 60 -36 10", -23, 0.1 },
        { "-72 10 -36 10 -23 60 -36 10 -72 10", -23, 0.1 },
        { "-26 20 -20 20.1 -26 20", -23, 0.1 },
    };

    public static TheoryData<string, double> Ranges => new()
    {
        { "-20 20 -30 20", 10 },
        { "-20 20 -15 20", 5 },
        { "-40 20 -20 20", 20 },
        { "-50 20 -35 20 -20 20 -35 20 -50 20", 15 },
    };

    public static TheoryData<int, double, double, double> Peaks => new()
    {
        { 4, 0.5, 0, -6 },
        { 4, 0.5, 45, -6 },
        { 6, 0.5, 60, -6 },
        { 8, 0.5, 67.5, -6 },
        { 4, 1.41, 45, 3 },
    };

    [Theory]
    [MemberData(nameof(Integrated))]
    public void Integrated_loudness_is_gated_as_in_3341(string signal, double loudness, double tolerance) =>
        Assert.Equal(loudness + OneChannel, Measure(signal, Rate).Integrated, tolerance);

    [Theory]
    [MemberData(nameof(Ranges))]
    public void Loudness_range_is_that_of_3342(string signal, double range) => Assert.Equal(range, Measure(signal, Rate).Range, 1.0);

    [Theory]
    [InlineData(22050)]
    [InlineData(24000)]
    [InlineData(44100)]
    [InlineData(96000)]
    public void The_weighting_is_the_same_at_any_sample_rate(int rate) => Assert.Equal(-23 + OneChannel, Measure("-23 20", rate).Integrated, 0.1);

    [Fact]
    public void Short_term_and_momentary_follow_their_windows()
    {
        Assert.Equal(-23 + OneChannel, Measure(string.Join(' ', Enumerable.Repeat("-20 1.34 -30 1.66", 5)), Rate).ShortTerm, 0.1);
        Assert.Equal(-23 + OneChannel, Measure(string.Join(' ', Enumerable.Repeat("-20 0.18 -30 0.22", 25)), Rate).Momentary, 0.1);
    }

    [Fact]
    public void The_highest_windows_are_found_wherever_they_begin()
    {
        // Cases 10 and 13: a tone as long as the window, later by a step each time.
        for (var i = 0; i < 20; i++)
        {
            Assert.Equal(-23 + OneChannel, Measure(FormattableString.Invariant($"-120 {i * 0.15} -23 3 -120 0.5"), 8000).MaxShortTerm, 0.1);
            Assert.Equal(-23 + OneChannel, Measure(FormattableString.Invariant($"-120 {i * 0.02} -23 0.4 -120 0.5"), 8000).MaxMomentary, 0.1);
        }
    }

    [Fact]
    public void Windows_do_not_drift_at_rates_that_have_no_whole_steps() =>
        Assert.Equal(-23 + OneChannel, Measure("-120 10.03 -23 0.4 -120 1", 22050).MaxMomentary, 0.1);

    [Fact]
    public void A_copy_of_the_channel_would_add_3_LU()
    {
        // The mono trap: -19 on one channel is what two loudspeakers play at -16.
        var one = Measure("-19 5", Rate).Integrated;

        Assert.Equal(-19 + OneChannel, one, 0.1);
        Assert.Equal(-19, one + (10 * Math.Log10(2)), 0.1);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_peak_between_samples_is_found_at_any_offset(int offset)
    {
        // Cases 20 to 23: a burst of full scale at four times the rate, of which every fourth sample is kept.
        const int Over = 4;
        var fine = Enumerable.Range(0, Over * Rate).Select(i => Math.Min(1, Math.Min(i, (Over * Rate) - 1 - i) / 4000.0) * Math.Sin(2 * Math.PI * i / (6.0 * Over)));
        var meter = new LoudnessMeter(Rate);

        meter.Add([.. fine.Skip(offset).Where((_, i) => i % Over == 0).Select(value => (float)value)]);

        Assert.InRange(meter.TruePeak, -0.4, 0.2);
    }

    [Theory]
    [MemberData(nameof(Peaks))]
    public void True_peak_lies_between_the_samples(int divisor, double amplitude, double phase, double peak)
    {
        var meter = new LoudnessMeter(Rate);

        // Faded in and out: a tone that begins at once has peaks of its own.
        double Fade(int i) => Math.Min(1, Math.Min(i, Rate - 1 - i) / 480.0);
        meter.Add(Enumerable.Range(0, Rate).Select(i => (float)(amplitude * Fade(i) * Math.Sin((2 * Math.PI * i / divisor) + (phase * Math.PI / 180)))).ToArray());

        Assert.InRange(meter.TruePeak, peak - 0.4, peak + 0.2);
    }

    [Fact]
    public void Silence_has_no_loudness() => Assert.Equal(double.NegativeInfinity, Measure("-120 5", Rate).Integrated);

    [Fact]
    public void In_pieces_or_at_once_is_the_same()
    {
        var signal = Signal("-23 2 -30 2", Rate);
        var whole = new LoudnessMeter(Rate);
        var pieces = new LoudnessMeter(Rate);

        whole.Add(signal);
        foreach (var piece in signal.Chunk(997))
        {
            pieces.Add(piece);
        }

        Assert.Equal((whole.Integrated, whole.TruePeak), (pieces.Integrated, pieces.TruePeak));
    }

    private static LoudnessMeter Measure(string signal, int rate)
    {
        var meter = new LoudnessMeter(rate);
        meter.Add(Signal(signal, rate));
        return meter;
    }

    /// <summary>Pairs of level (dBFS of a 1 kHz sine's peak) and seconds.</summary>
    private static float[] Signal(string text, int rate)
    {
        var numbers = text.Split(' ').Select(number => double.Parse(number, CultureInfo.InvariantCulture)).ToArray();
        var samples = new List<float>();
        for (var i = 0; i < numbers.Length; i += 2)
        {
            var amplitude = Math.Pow(10, numbers[i] / 20);
            var count = (int)(numbers[i + 1] * rate);
            for (var n = 0; n < count; n++)
            {
                samples.Add((float)(amplitude * Math.Sin(2 * Math.PI * 1000 * samples.Count / rate)));
            }
        }

        return [.. samples];
    }
}
