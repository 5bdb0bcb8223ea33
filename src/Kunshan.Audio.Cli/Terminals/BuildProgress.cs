using System.Diagnostics;
using System.Globalization;
using Kunshan.Audio.Production;
using Spectre.Console;

namespace Kunshan.Audio.Cli.Terminals;

/// <summary>Shows how far a build is: a bar where a person watches a terminal, else a plain line now and then.</summary>
internal sealed class BuildProgress : IProgress<ProductionProgress>
{
    private const int PlainSteps = 5;
    private readonly Terminal terminal;
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly Lock gate = new();
    private readonly ProgressTask? bar;
    private ProductionStage? stage;
    private int plainStep;

    private BuildProgress(Terminal terminal, ProgressTask? bar)
    {
        this.terminal = terminal;
        this.bar = bar;
    }

    /// <summary>Runs work under a progress display.</summary>
    public static Task<T> RunAsync<T>(Terminal terminal, Func<IProgress<ProductionProgress>?, Task<T>> work)
    {
        if (terminal.Quiet)
        {
            return work(null);
        }

        if (terminal.Plain)
        {
            return work(new BuildProgress(terminal, null));
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return console.Progress()
            .AutoClear(true)
            .Columns(new SpinnerColumn(), new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn())
            .StartAsync(context => work(new BuildProgress(terminal, context.AddTask("…"))));
    }

    /// <inheritdoc/>
    public void Report(ProductionProgress value)
    {
        lock (gate)
        {
            var text = Describe(value);
            if (bar is not null)
            {
                bar.Description = text.In(terminal.Language).EscapeMarkup();
                bar.MaxValue = Math.Max(1, value.Total);
                bar.Value = value.Done;
            }
            else if (IsWorthALine(value))
            {
                terminal.Say(text);
            }
        }
    }

    private bool IsWorthALine(ProductionProgress value)
    {
        var step = value.Total == 0 ? 0 : value.Done * PlainSteps / value.Total;
        if (value.Stage == stage && step == plainStep)
        {
            return false;
        }

        (stage, plainStep) = (value.Stage, step);
        return true;
    }

    private Message Describe(ProductionProgress value) => value.Stage switch
    {
        ProductionStage.Reading => new("reading the article", "正在阅读文章"),
        ProductionStage.Speaking => Speaking(value),
        ProductionStage.Mastering => new("loudness and encoding", "正在调整响度并编码"),
        ProductionStage.Publishing => new("writing EPUB, page and captions", "正在写出 EPUB、网页和字幕"),
        ProductionStage.Done => new("in place", "已就绪"),
        _ => throw new UnreachableException(),
    };

    private Message Speaking(ProductionProgress value)
    {
        var elapsed = Math.Max(0.001, clock.Elapsed.TotalSeconds);
        var left = value.Done == 0 ? 0 : elapsed * (value.Total - value.Done) / value.Done;
        return new(
            string.Create(CultureInfo.InvariantCulture, $"speaking: {value.Done} of {value.Total} sentences, {value.AudioSeconds:0} s of sound, {value.AudioSeconds / elapsed:0} x real time, about {Math.Ceiling(left):0} s left"),
            string.Create(CultureInfo.InvariantCulture, $"正在朗读：{value.Done}/{value.Total} 句，{value.AudioSeconds:0} 秒声音，{value.AudioSeconds / elapsed:0} 倍实时速度，约剩 {Math.Ceiling(left):0} 秒"));
    }
}
