using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Kunshan.Audio.Engines.BuiltIn;
using Kunshan.Audio.Mastering.Encoding;
using Kunshan.Audio.Mastering.Loudness;
using Kunshan.Audio.Production;
using Kunshan.Audio.Speech.Scheduling;
using Kunshan.Audio.Speech.Ssml;
using Kunshan.Audio.Testing;

namespace Kunshan.Audio.Benchmarks;

/// <summary>The program from start to finished folder, beside its raw bound: the same utterances spoken, their sound measured once and encoded as often as the job does, and nothing else, with as many jobs.</summary>
internal static class WholeJob
{
    private static readonly int Jobs = Environment.ProcessorCount;

    public static async Task RunAsync(string article, int rounds)
    {
        using var work = new WorkFolder();
        var engine = BuiltInEngine.Open(Path.Combine(Repository.Root, "voices"));
        var manuscript = new Preparation(new(), engine.Voices).Prepare(new(article, await File.ReadAllBytesAsync(article)));
        var bounds = new List<Bound>();
        var jobs = new List<ProcessFigures>();
        for (var round = 0; round < rounds; round++)
        {
            jobs.Add(await ProcessFigures.OfBuildAsync(article, work.Root));
            bounds.Add(await BoundAsync(manuscript, engine, work.Root));
        }

        Print(article, rounds, bounds, jobs);
    }

    private static async Task<Bound> BoundAsync(Manuscript manuscript, BuiltInEngine engine, string work)
    {
        var voices = engine.Voices.ToDictionary(voice => voice.Id);
        var utterances = manuscript.Script.Utterances.ToImmutableArray();
        var clock = Stopwatch.StartNew();
        var sections = new Dictionary<SectionId, List<float>>();
        var at = 0;
        var requests = utterances.Select(utterance => new SpeechRequest(manuscript.FormsById[utterance.Id], SsmlDocument.OfUtterance(manuscript.FormsById[utterance.Id]), voices[manuscript.Cast.VoiceOf(utterance.Speaker)], 1));
        await foreach (var clip in new SpeechSchedule(engine, Jobs).SpeakAsync(requests, CancellationToken.None))
        {
            var id = new SectionId(utterances[at++].Id.Value[..3]);
            sections.TryAdd(id, []);
            foreach (var sample in clip.Audio.Samples.Span)
            {
                sections[id].Add(sample / 32768f);
            }

            sections[id].AddRange(new float[clip.Audio.SampleRate * utterances[at - 1].PauseAfter / 1000]);
        }

        var speaking = clock.Elapsed.TotalSeconds;
        clock.Restart();
        var rate = engine.Voices[0].SampleRate;
        var meter = new LoudnessMeter(rate);
        foreach (var section in sections.Values)
        {
            meter.Add(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(section));
        }

        var measuring = clock.Elapsed.TotalSeconds;
        clock.Restart();
        var encoder = new FfmpegEncoder(Ffmpeg.Find());
        var tracks = sections.Values.Select((section, i) => (Path.Combine(work, $"{i}.m4a"), section.ToArray())).Prepend((Path.Combine(work, "all.m4b"), sections.Values.SelectMany(section => section).ToArray()));
        await Parallel.ForEachAsync(tracks, new ParallelOptions { MaxDegreeOfParallelism = Jobs }, async (track, stop) =>
            await encoder.EncodeAsync(new(track.Item1, rate, "t", null, null, "zh", track.Item2.Length, []), track.Item2.Chunk(1 << 14).Select(block => (ReadOnlyMemory<float>)block), stop));
        return new(speaking, measuring, clock.Elapsed.TotalSeconds, sections.Values.Sum(section => section.Count) / (double)rate);
    }

    private static void Print(string article, int rounds, List<Bound> bounds, List<ProcessFigures> jobs)
    {
        var bound = Median(bounds.Select(one => one.Total));
        var whole = Median(jobs.Select(one => one.Wall));
        var sound = bounds[0].AudioSeconds;
        Line($"{Path.GetFileName(article)}: {sound:0} s of sound, {Jobs} jobs, {rounds} rounds, medians; {DateTime.UtcNow:yyyy-MM-dd}");
        Line($"whole job, start to finished folder   {whole,7:0.00} s wall {Median(jobs.Select(one => one.Cpu)),7:0.00} s CPU {jobs.Max(one => one.PeakMegabytes),5:0} MB peak of the CLI");
        Line($"raw bound: engine + meter + encoder   {bound,7:0.00} s  ({Median(bounds.Select(one => one.Speaking)):0.00} + {Median(bounds.Select(one => one.Measuring)):0.00} + {Median(bounds.Select(one => one.Encoding)):0.00})");
        Line($"ratio                                 {whole / bound,7:0.00}");
        Line($"engine                                {sound / Median(bounds.Select(one => one.Speaking)),7:0} x real time with {Jobs} jobs");
        Line($"stages of the job (last round): {jobs[^1].Stages}");
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    private static void Line(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));

    private sealed record Bound(double Speaking, double Measuring, double Encoding, double AudioSeconds)
    {
        public double Total => Speaking + Measuring + Encoding;
    }
}
