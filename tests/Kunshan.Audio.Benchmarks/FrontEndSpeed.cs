using System.Diagnostics;
using System.Globalization;
using Kunshan.Audio.Mandarin;

namespace Kunshan.Audio.Benchmarks;

/// <summary>The Mandarin front-end alone on one core: loading, characters a second, memory.</summary>
internal static class FrontEndSpeed
{
    private const int Seconds = 2;

    public static void Run(string article, int rounds)
    {
        var lines = File.ReadAllLines(article);
        var before = Process.GetCurrentProcess().WorkingSet64;
        var clock = Stopwatch.StartNew();
        var frontEnd = MandarinFrontEnd.Load(new MandarinOptions());
        var loading = clock.Elapsed.TotalMilliseconds;
        var rates = new List<double>();
        for (var round = 0; round < rounds; round++)
        {
            clock.Restart();
            var characters = 0L;
            while (clock.Elapsed.TotalSeconds < Seconds)
            {
                foreach (var line in lines)
                {
                    _ = frontEnd.Pronounce(line);
                    characters += line.Length;
                }
            }

            rates.Add(characters / clock.Elapsed.TotalSeconds);
        }

        using var process = Process.GetCurrentProcess();
        var line1 = $"front-end: loaded in {loading:0} ms; {rates.Order().ElementAt(rates.Count / 2):0} characters a second on one core (median of {rounds}); working set grew by {(process.WorkingSet64 - before) / 1048576.0:0} MB";
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{line1}, managed {GC.GetTotalMemory(forceFullCollection: true) / 1048576.0:0} MB"));
    }
}
