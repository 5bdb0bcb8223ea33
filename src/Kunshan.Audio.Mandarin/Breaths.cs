namespace Kunshan.Audio.Mandarin;

/// <summary>Places of breath in a clause that is longer than a breath: at word boundaries, as evenly as possible.</summary>
internal static class Breaths
{
    /// <summary>Most syllables of a phrase.</summary>
    public const int LongestPhrase = 25;

    private const int CostOfBreath = 400;
    private const int CostOfLength = 50_000;
    private const int CostOfBadPlace = 160;
    private const int CostOfPlace = 70;

    /// <summary>Indexes of the tokens after which to breathe.</summary>
    /// <param name="syllables">Syllables of each token of the clause.</param>
    /// <param name="mayBreak">Whether a breath may follow a token, and how well: 0 never, 1 badly, 2 well, 3 best.</param>
    public static List<int> Places(ReadOnlySpan<int> syllables, ReadOnlySpan<byte> mayBreak)
    {
        var cost = new long[syllables.Length + 1];
        var from = new int[syllables.Length + 1];
        for (var end = 1; end <= syllables.Length; end++)
        {
            cost[end] = long.MaxValue;
            Best(syllables, mayBreak, end, cost, from);
        }

        var places = new List<int>();
        for (var end = from[syllables.Length]; end > 0; end = from[end])
        {
            places.Add(end - 1);
        }

        places.Reverse();
        return places;
    }

    private static void Best(ReadOnlySpan<int> syllables, ReadOnlySpan<byte> mayBreak, int end, long[] cost, int[] from)
    {
        var length = 0;
        for (var begin = end - 1; begin >= 0; begin--)
        {
            length += syllables[begin];
            var canBegin = begin == 0 || mayBreak[begin - 1] > 0;
            if (canBegin)
            {
                var tooLong = Math.Max(0, length - LongestPhrase);
                var badPlace = begin == 0 ? 0 : mayBreak[begin - 1] switch { 1 => CostOfBadPlace, 2 => CostOfPlace, _ => 0 };
                var total = cost[begin] + CostOfBreath + ((long)length * length) + ((long)tooLong * CostOfLength) + badPlace;
                if (total < cost[end])
                {
                    cost[end] = total;
                    from[end] = begin;
                }
            }

            if (length > LongestPhrase && cost[end] < long.MaxValue)
            {
                return;
            }
        }
    }
}
