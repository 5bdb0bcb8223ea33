using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using Kunshan.Audio.Mastering.Loudness;

namespace Kunshan.Audio.Mastering.Assembly;

/// <summary>From the joined sound to files at the wanted loudness: one gain, a limiter where peaks demand it, encoding side by side, and a look at what a listener's decoder gives back.</summary>
internal sealed class MasterEncoding(Script script, MasteringOptions options, IAudioEncoder encoder, IAudioDecoder decoder)
{
    /// <summary>An encoder raises peaks: the limiter leaves it this much room below the ceiling, in dB.</summary>
    private const double EncoderRoom = 0.5;
    private const double LoudnessTolerance = 0.2;
    private const double ReportedTolerance = 0.5;
    private const int MostRounds = 3;

    public required ImmutableArray<AudioTrack> Tracks { get; init; }

    public required AudioTrack? Whole { get; init; }

    public required ImmutableArray<Chapter> Chapters { get; init; }

    public required IReadOnlyList<TrackSpool> Spools { get; init; }

    private int SampleRate => Tracks[0].SampleRate;

    /// <summary>Encodes every file.</summary>
    /// <param name="joined">Loudness of the joined sound.</param>
    /// <param name="cancellationToken">Stops the encoders.</param>
    public async Task<StageResult<LoudnessMeasure>> RunAsync(LoudnessMeter joined, CancellationToken cancellationToken)
    {
        var profile = options.Profile;
        var gain = double.IsFinite(joined.Integrated) ? profile.Target - joined.Integrated : 0;
        double? limit = joined.TruePeak + gain > profile.Ceiling - EncoderRoom ? profile.Ceiling - EncoderRoom : null;
        for (var round = 1; ; round++)
        {
            var integrated = double.IsFinite(joined.Integrated) ? joined.Integrated + gain : joined.Integrated;
            if (limit is not null)
            {
                (gain, integrated) = Drive(gain, limit.Value);
            }

            var chain = new MasterChain(SampleRate, gain, limit);
            var peak = await EncodeAsync(chain, cancellationToken);
            if (peak <= profile.Ceiling || round == MostRounds)
            {
                var measure = new LoudnessMeasure(profile.Name, integrated, joined.Range, peak, gain, limit is not null);
                return new(measure, Complaints(measure));
            }

            // The encoder went over the ceiling: as much lower, and a little.
            limit = (limit ?? profile.Ceiling) - (peak - profile.Ceiling) - 0.1;
        }
    }

    /// <summary>A limiter takes loudness away: the gain that makes up for it, and the loudness reached.</summary>
    private (double Gain, double Integrated) Drive(double gain, double limit)
    {
        for (var round = 1; ; round++)
        {
            var meter = new LoudnessMeter(SampleRate);
            var chain = new MasterChain(SampleRate, gain, limit);
            foreach (var block in Spools.SelectMany(spool => chain.Run(spool.Blocks())))
            {
                meter.Add(block.Span);
            }

            var missing = options.Profile.Target - meter.Integrated;
            if (round == MostRounds || !(missing > LoudnessTolerance))
            {
                return (gain, meter.Integrated);
            }

            gain += missing;
        }
    }

    /// <summary>Encodes every file, the longest first, as many at once as there are jobs, and decodes each again.</summary>
    /// <returns>Highest true peak of the decoded files in dBTP.</returns>
    private async Task<double> EncodeAsync(MasterChain chain, CancellationToken cancellationToken)
    {
        var work = Tracks.Select((track, i) => new Job(track, [], chain.Run(Spools[i].Blocks()))).ToList();
        if (Whole is not null)
        {
            work.Add(new(Whole, Chapters, Spools.SelectMany(spool => chain.Run(spool.Blocks()))));
        }

        var peaks = new ConcurrentBag<double>();
        await Parallel.ForEachAsync(
            work.OrderByDescending(job => job.Track.Samples),
            new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, options.Jobs), CancellationToken = cancellationToken },
            async (job, stop) =>
            {
                var track = job.Track;
                await encoder.EncodeAsync(new(track.Path, SampleRate, track.Title, null, script.Title, script.Language, track.Samples, job.Chapters), job.Blocks, stop);
                var meter = new TruePeakMeter();
                await decoder.DecodeAsync(track.Path, SampleRate, block => meter.Add(block.Span), stop);
                peaks.Add(20 * Math.Log10(meter.Peak));
            });
        return peaks.Max();
    }

    private ImmutableArray<Diagnostic> Complaints(LoudnessMeasure measure)
    {
        var complaints = ImmutableArray.CreateBuilder<Diagnostic>();
        if (!(Math.Abs(measure.Integrated - options.Profile.Target) <= ReportedTolerance))
        {
            complaints.Add(Warn("KA-MASTER-LOUDNESS", $"loudness is {Text(measure.Integrated)} LUFS; the profile {options.Profile.Name} asks for {Text(options.Profile.Target)}.", $"响度为 {Text(measure.Integrated)} LUFS，{options.Profile.Name} 要求 {Text(options.Profile.Target)}。"));
        }

        if (measure.TruePeak > options.Profile.Ceiling)
        {
            complaints.Add(Warn("KA-MASTER-PEAK", $"the decoded true peak is {Text(measure.TruePeak)} dBTP; the profile {options.Profile.Name} allows {Text(options.Profile.Ceiling)}.", $"解码后真峰值为 {Text(measure.TruePeak)} dBTP，{options.Profile.Name} 上限为 {Text(options.Profile.Ceiling)}。"));
        }

        return complaints.ToImmutable();
    }

    private static Diagnostic Warn(string code, string en, string zh) => new(code, Severity.Warning, new(en, zh), new(0));

    private static string Text(double value) => value.ToString("0.0", CultureInfo.InvariantCulture);

    private sealed record Job(AudioTrack Track, ImmutableArray<Chapter> Chapters, IEnumerable<ReadOnlyMemory<float>> Blocks);
}
