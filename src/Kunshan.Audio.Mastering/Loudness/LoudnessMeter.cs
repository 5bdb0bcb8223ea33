namespace Kunshan.Audio.Mastering.Loudness;

/// <summary>Loudness of mono sound as it streams by: ITU-R BS.1770-4 (momentary, integrated, true peak), EBU Tech 3341 (short-term) and 3342 (range). A single channel counts once: the same sound on two channels measures 3 LU more.</summary>
/// <param name="sampleRate">Samples a second.</param>
public sealed class LoudnessMeter(int sampleRate)
{
    private const double Offset = -0.691;
    private const double AbsoluteGate = -70;
    private const double RelativeGate = -10;
    private const double RangeGate = -20;
    private const int TicksPerSecond = 100;
    private const int TicksPerStep = 10;
    private const int StepsPerBlock = 4;
    private const int StepsPerWindow = 30;
    private readonly TruePeakMeter truePeak = new();
    private readonly SlidingMean block = new(StepsPerBlock * TicksPerStep);
    private readonly SlidingMean window = new(StepsPerWindow * TicksPerStep);
    private readonly double samplesPerTick = (double)sampleRate / TicksPerSecond;
    private readonly List<double> steps = [];
    private Biquad shelf = KWeighting.Shelf(sampleRate);
    private Biquad highPass = KWeighting.HighPass(sampleRate);
    private long ticks;
    private int left = sampleRate / TicksPerSecond;
    private double tickEnergy;
    private double stepPower;

    /// <summary>Measures samples in −1…1; called again, it goes on.</summary>
    public void Add(ReadOnlySpan<float> samples)
    {
        truePeak.Add(samples);
        while (!samples.IsEmpty)
        {
            var part = samples[..Math.Min(left, samples.Length)];
            tickEnergy += Energy(part);
            samples = samples[part.Length..];
            left -= part.Length;
            if (left == 0)
            {
                EndTick();
            }
        }
    }

    /// <summary>True peak in dBTP.</summary>
    public double TruePeak => 20 * Math.Log10(truePeak.Peak);

    /// <summary>Loudness of the whole in LUFS: blocks of 400 ms, three quarters overlapping, absolute and relative gate. Minus infinity where nothing is loud enough.</summary>
    public double Integrated
    {
        get
        {
            var blocks = Windows(StepsPerBlock).Where(block => LoudnessOf(block) > AbsoluteGate).ToList();
            if (blocks.Count == 0)
            {
                return double.NegativeInfinity;
            }

            var gate = LoudnessOf(blocks.Average()) + RelativeGate;
            return LoudnessOf(blocks.Where(block => LoudnessOf(block) > gate).Average());
        }
    }

    /// <summary>Loudness of the last 400 ms in LUFS, renewed every 10 ms.</summary>
    public double Momentary => LoudnessOf(block.Last);

    /// <summary>Highest momentary loudness in LUFS.</summary>
    public double MaxMomentary => LoudnessOf(block.Highest);

    /// <summary>Loudness of the last 3 s in LUFS, renewed every 10 ms.</summary>
    public double ShortTerm => LoudnessOf(window.Last);

    /// <summary>Highest short-term loudness in LUFS.</summary>
    public double MaxShortTerm => LoudnessOf(window.Highest);

    /// <summary>Loudness range in LU (EBU Tech 3342): from the 10th to the 95th percentile of short-term loudness above both gates.</summary>
    public double Range
    {
        get
        {
            var windows = Windows(StepsPerWindow).Where(window => LoudnessOf(window) > AbsoluteGate).ToList();
            if (windows.Count == 0)
            {
                return 0;
            }

            var gate = LoudnessOf(windows.Average()) + RangeGate;
            var sorted = windows.Select(LoudnessOf).Where(loudness => loudness > gate).Order().ToList();
            return Percentile(sorted, 0.95) - Percentile(sorted, 0.10);
        }
    }

    private static double LoudnessOf(double power) => Offset + (10 * Math.Log10(power));

    private static double Percentile(List<double> sorted, double part) => sorted[(int)Math.Round((sorted.Count - 1) * part, MidpointRounding.AwayFromZero)];

    private double Energy(ReadOnlySpan<float> samples)
    {
        // The filters' state stays in registers while it runs.
        var (first, second) = (shelf, highPass);
        var sum = 0.0;
        foreach (var sample in samples)
        {
            var weighted = second.Next(first.Next(sample));
            sum += weighted * weighted;
        }

        (shelf, highPass) = (first, second);
        return sum;
    }

    /// <summary>Ticks of 10 ms begin at the nearest sample below, so that none of them drifts at rates that 100 does not divide.</summary>
    private void EndTick()
    {
        var power = tickEnergy / samplesPerTick;
        tickEnergy = 0;
        block.Add(power);
        window.Add(power);
        stepPower += power / TicksPerStep;
        ticks++;
        left = (int)(((ticks + 1) * sampleRate / TicksPerSecond) - (ticks * sampleRate / TicksPerSecond));
        if (ticks % TicksPerStep == 0)
        {
            steps.Add(stepPower);
            stepPower = 0;
        }
    }

    /// <summary>Mean power of every window of so many steps of 100 ms.</summary>
    private IEnumerable<double> Windows(int length)
    {
        for (var end = length; end <= steps.Count; end++)
        {
            var sum = 0.0;
            for (var i = end - length; i < end; i++)
            {
                sum += steps[i];
            }

            yield return sum / length;
        }
    }
}
