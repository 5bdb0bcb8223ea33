using System.Diagnostics;
using System.Globalization;
using Kunshan.Audio.Testing;

namespace Kunshan.Audio.Benchmarks;

/// <summary>What a run of the program took.</summary>
/// <param name="Wall">Seconds from start to end.</param>
/// <param name="Cpu">CPU seconds of the program and the encoders it waited for.</param>
/// <param name="PeakMegabytes">Highest resident memory of the program itself.</param>
/// <param name="Stages">Seconds of its stages, as it says them.</param>
internal sealed record ProcessFigures(double Wall, double Cpu, double PeakMegabytes, string Stages)
{
    public static async Task<ProcessFigures> OfBuildAsync(string article, string work)
    {
        var launched = Path.Combine(Repository.Root, "src", "Kunshan.Audio.Cli", "bin", "launch", "kunshan.dll");
        var program = File.Exists(launched) ? launched : Path.Combine(AppContext.BaseDirectory, "kunshan.dll");
        var start = new ProcessStartInfo("dotnet") { RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in (string[])[program, "build", article, "-o", Path.Combine(work, "out"), "--verbose", "--plain", "--ui", "en"])
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["KUNSHAN_VOICES"] = Path.Combine(Repository.Root, "voices");
        var before = ChildrenCpu();
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var peak = 0L;
        while (!process.WaitForExit(20))
        {
            peak = Math.Max(peak, PeakOf(process.Id));
        }

        var wall = clock.Elapsed.TotalSeconds;
        var stages = (await errors).Split('\n').LastOrDefault(line => line.StartsWith("stages: ", StringComparison.Ordinal)) ?? "";
        return process.ExitCode == 0 ? new(wall, ChildrenCpu() - before, peak / 1024.0, stages.Replace("stages: ", "", StringComparison.Ordinal)) : throw new InvalidOperationException(await errors);
    }

    /// <summary>VmHWM of a process in KB; 0 when it is gone.</summary>
    private static long PeakOf(int id)
    {
        try
        {
            var line = File.ReadLines($"/proc/{id}/status").FirstOrDefault(one => one.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }

    /// <summary>CPU seconds of all ended children, from <c>/proc/self/stat</c> (fields 16 and 17).</summary>
    private static double ChildrenCpu()
    {
        var stat = File.ReadAllText("/proc/self/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return (long.Parse(fields[13], CultureInfo.InvariantCulture) + long.Parse(fields[14], CultureInfo.InvariantCulture)) / 100.0;
    }
}

/// <summary>A folder that is gone when the benchmark is.</summary>
internal sealed class WorkFolder : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("kunshan-bench-").FullName;

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
