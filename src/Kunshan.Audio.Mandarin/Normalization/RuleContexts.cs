using Kunshan.Audio.Mandarin.Data;

namespace Kunshan.Audio.Mandarin.Normalization;

/// <summary>Words around a number that decide its class.</summary>
internal sealed class RuleContexts
{
    /// <summary>Before a number of years that is no date: 近, 约.</summary>
    public string[] Quantity { get; } = Of("quantity");

    /// <summary>After such a number: 历史, 之久.</summary>
    public string[] Duration { get; } = Of("duration");

    /// <summary>Near two numbers that are a score: 比分, 胜.</summary>
    public string[] Score { get; } = Of("score");

    /// <summary>Before a telephone number: 电话, 拨打.</summary>
    public string[] Phone { get; } = Of("phone");

    private static string[] Of(string kind) => [.. Table.Rows("contexts").Where(row => row[0] == kind).Select(row => row[1])];
}
