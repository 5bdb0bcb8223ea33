using System.Collections.Immutable;
using Kunshan.Audio.Mastering.Loudness;

namespace Kunshan.Audio.Mastering.Assembly;

/// <summary>Joins the clips of a script, section by section, in samples; then brings the whole to its loudness and encodes it.</summary>
public sealed class MasteringSession : IDisposable
{
    private const double BeforeOnset = 10;
    private const double AfterEnd = 30;
    private const double FadeLength = 5;
    private readonly Script script;
    private readonly MasteringOptions options;
    private readonly int sampleRate;
    private readonly LoudnessMeter meter;
    private readonly ImmutableArray<(Section Section, Utterance Utterance)> order;
    private readonly List<TrackSpool> spools = [];
    private readonly List<PlacedClip> placed = [];
    private readonly List<float> floats = [];

    /// <summary>Begins a recording.</summary>
    /// <param name="script">Sections, utterances and pauses.</param>
    /// <param name="options">How it is mastered.</param>
    /// <param name="sampleRate">Samples a second of every clip, and of the master.</param>
    public MasteringSession(Script script, MasteringOptions options, int sampleRate)
    {
        ArgumentNullException.ThrowIfNull(script);
        ArgumentNullException.ThrowIfNull(options);
        this.script = script;
        this.options = options;
        this.sampleRate = sampleRate;
        meter = new(sampleRate);
        order = [.. script.Sections.SelectMany(section => section.Utterances.Select(utterance => (section, utterance)))];
    }

    /// <summary>Adds the next utterance's clip.</summary>
    /// <exception cref="ArgumentException">It is not the next one, or has another sample rate.</exception>
    public void Add(SpeechClip clip, SpokenForm form)
    {
        ArgumentNullException.ThrowIfNull(clip);
        ArgumentNullException.ThrowIfNull(form);
        var (section, utterance) = placed.Count < order.Length ? order[placed.Count] : throw new ArgumentException("The script has no further utterance.", nameof(form));
        if (form.Utterance != utterance.Id || clip.Audio.SampleRate != sampleRate)
        {
            throw new ArgumentException($"{utterance.Id} at {sampleRate} Hz was expected, not {form.Utterance} at {clip.Audio.SampleRate} Hz.", nameof(form));
        }

        var isFirst = utterance == section.Utterances[0];
        if (isFirst)
        {
            spools.Add(new(Path.Combine(options.WorkFolder, $"{section.Id}.pcm")));
        }

        var spool = spools[^1];
        var begin = spool.Samples;
        var piece = Cut(clip);

        // Where other words are said than are shown, their places in the text are unknown.
        placed.Add(new(utterance.Id, section.Id, begin, utterance.Say is null ? WordsOf(clip, form, begin - (clip.Onset - Samples(BeforeOnset))) : []));
        Append(spool, piece);

        // The pause counts from the last mark's end to the next first mark; 30 ms after the one and 10 ms before the other are the clips' own.
        var isLast = utterance == section.Utterances[^1];
        var pause = Samples(utterance.PauseAfter / options.Rate) - Samples(AfterEnd) - (isLast ? 0 : Samples(BeforeOnset));
        Append(spool, new short[Math.Max(0, pause)]);
        if (isLast)
        {
            spool.Close();
        }
    }

    /// <summary>Masters and encodes what was added.</summary>
    /// <param name="encoder">Writes the files.</param>
    /// <param name="decoder">Hears them again.</param>
    /// <param name="target">Folder of the files, and the name of the whole.</param>
    /// <param name="cancellationToken">Stops the encoders.</param>
    /// <exception cref="AudioException">The encoder failed.</exception>
    public async Task<StageResult<Recording>> FinishAsync(IAudioEncoder encoder, IAudioDecoder decoder, (string Folder, string Slug) target, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(encoder);
        ArgumentNullException.ThrowIfNull(decoder);
        if (placed.Count != order.Length)
        {
            throw new InvalidOperationException("Not every utterance of the script was added.");
        }

        var tracks = script.Sections.Select((section, i) => new AudioTrack(section.Id, section.Title, Path.Combine(target.Folder, $"{section.Id}.m4a"), encoder.MediaType, sampleRate, spools[i].Samples)).ToImmutableArray();
        var whole = options.EncodeWhole ? new AudioTrack(null, script.Title, Path.Combine(target.Folder, $"{target.Slug}.m4b"), encoder.MediaType, sampleRate, spools.Sum(spool => spool.Samples)) : null;
        var chapters = ChaptersOf(tracks);
        var encoding = new MasterEncoding(script, options, encoder, decoder) { Tracks = tracks, Whole = whole, Chapters = chapters, Spools = spools };
        var loudness = await encoding.RunAsync(meter, cancellationToken);
        return new(new(sampleRate, tracks, whole, CuesOf(tracks), chapters, loudness.Product), loudness.Diagnostics);
    }

    /// <inheritdoc/>
    public void Dispose() => spools.ForEach(spool => spool.Dispose());

    /// <summary>The clip from 10 ms before its onset to 30 ms after its end, edges faded; silence where the clip holds less.</summary>
    private short[] Cut(SpeechClip clip)
    {
        var from = clip.Onset - Samples(BeforeOnset);
        var piece = new short[clip.End + Samples(AfterEnd) - from];
        var samples = clip.Audio.Samples.Span;
        for (var i = 0; i < piece.Length; i++)
        {
            var at = from + i;
            piece[i] = at >= 0 && at < samples.Length ? samples[at] : (short)0;
        }

        var fade = Math.Min(Samples(FadeLength), piece.Length / 2);
        for (var i = 0; i < fade; i++)
        {
            var weight = (i + 0.5f) / fade;
            piece[i] = (short)MathF.Round(piece[i] * weight);
            piece[^(i + 1)] = (short)MathF.Round(piece[^(i + 1)] * weight);
        }

        return piece;
    }

    private void Append(TrackSpool spool, ReadOnlySpan<short> samples)
    {
        spool.Add(samples);
        floats.Clear();
        foreach (var sample in samples)
        {
            floats.Add(sample / 32768f);
        }

        meter.Add(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(floats));
    }

    private static ImmutableArray<WordCue> WordsOf(SpeechClip clip, SpokenForm form, long offset) =>
    [
        .. clip.Marks.GroupBy(mark => mark.Token).Select(marks => new WordCue(
            form.Tokens[marks.Key].Start,
            form.Tokens[marks.Key].Length,
            marks.First().Begin + offset,
            marks.Last().End + offset)),
    ];

    private ImmutableArray<Cue> CuesOf(ImmutableArray<AudioTrack> tracks)
    {
        var ends = tracks.ToDictionary(track => track.Section!.Value, track => track.Samples);
        return
        [
            .. placed.Select((clip, i) => new Cue(
                clip.Utterance,
                clip.Section,
                clip.Begin,
                i + 1 < placed.Count && placed[i + 1].Section == clip.Section ? placed[i + 1].Begin : ends[clip.Section],
                clip.Words)),
        ];
    }

    private static ImmutableArray<Chapter> ChaptersOf(ImmutableArray<AudioTrack> tracks)
    {
        var chapters = ImmutableArray.CreateBuilder<Chapter>(tracks.Length);
        long begin = 0;
        foreach (var track in tracks)
        {
            chapters.Add(new(track.Section!.Value, track.Title, begin));
            begin += track.Samples;
        }

        return chapters.MoveToImmutable();
    }

    private int Samples(double milliseconds) => (int)(sampleRate * milliseconds / 1000);

    private sealed record PlacedClip(UtteranceId Utterance, SectionId Section, long Begin, ImmutableArray<WordCue> Words);
}
