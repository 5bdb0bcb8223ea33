namespace Kunshan.Audio.Mastering.Loudness;

/// <summary>The mean of the last values of a stream. There is none before so many have come.</summary>
/// <param name="length">How many.</param>
internal sealed class SlidingMean(int length)
{
    private readonly double[] values = new double[length];
    private double sum;
    private int next;
    private bool isFull;

    /// <summary>Mean of the last values; 0 before the first full window.</summary>
    public double Last => isFull ? Math.Max(0, sum) / length : 0;

    /// <summary>Highest mean so far.</summary>
    public double Highest { get; private set; }

    /// <summary>Goes on by one value.</summary>
    public void Add(double value)
    {
        sum += value - values[next];
        values[next] = value;
        if (++next == length)
        {
            // Summed anew once a round: rounding does not pile up.
            (next, isFull, sum) = (0, true, values.Sum());
        }

        Highest = Math.Max(Highest, Last);
    }
}
