using System.Diagnostics;
using System.Globalization;
using Kunshan.Audio.Production;

namespace Kunshan.Audio.Cli.Terminals;

/// <summary>How long each stage of a build took, for <c>--verbose</c>.</summary>
internal sealed class StageTimes : IProgress<ProductionProgress>
{
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly List<(ProductionStage Stage, double Begin)> stages = [];
    private IProgress<ProductionProgress>? inner;

    /// <summary>Time since the build began.</summary>
    public TimeSpan Elapsed => clock.Elapsed;

    /// <summary>Listens, and passes on.</summary>
    public IProgress<ProductionProgress> Around(IProgress<ProductionProgress>? progress)
    {
        inner = progress;
        return this;
    }

    /// <inheritdoc/>
    public void Report(ProductionProgress value)
    {
        if (stages.Count == 0 || stages[^1].Stage != value.Stage)
        {
            stages.Add((value.Stage, clock.Elapsed.TotalSeconds));
        }

        inner?.Report(value);
    }

    /// <summary>One line: <c>stages: reading 0.40 s, speaking 3.51 s …</c>.</summary>
    public override string ToString() => "stages: " + string.Join(", ", stages.SkipLast(1).Select((one, i) =>
        string.Create(CultureInfo.InvariantCulture, $"{one.Stage.ToString().ToLowerInvariant()} {stages[i + 1].Begin - one.Begin:0.00} s")));
}
