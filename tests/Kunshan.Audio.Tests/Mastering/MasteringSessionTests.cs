using CsCheck;
using Kunshan.Audio.Mastering.Assembly;
using Kunshan.Audio.Mastering.Loudness;
using Kunshan.Audio.Testing;

namespace Kunshan.Audio.Tests.Mastering;

/// <summary>Clips become tracks: cut at their marks, joined by the script's pauses, counted in samples. At 10,000 samples a second ten of them are a millisecond.</summary>
public sealed class MasteringSessionTests : IDisposable
{
    private const int Rate = 10000;
    private const int PerMillisecond = 10;
    private readonly string folder = Directory.CreateTempSubdirectory("kunshan-").FullName;

    [Fact]
    public async Task A_cue_begins_10_ms_before_its_sound_and_ends_where_the_next_begins()
    {
        var recording = await Master(1, [(200, 450), (300, 750)], [(100, 1200)]);

        // 10 + 200 of the first clip, then 450 to the next mark: 10 of them before it are the next clip's.
        Assert.Equal([("s01-u001", 0L, 6500L), ("s01-u002", 6500L, 17100L), ("s02-u001", 0L, 13100L)], recording.Cues.Select(cue => (cue.Utterance.Value, cue.Begin, cue.End)));
        Assert.Equal([17100L, 13100L], recording.Tracks.Select(track => track.Samples));
        Assert.Equal([0L, 17100L], recording.Chapters.Select(chapter => chapter.Begin));
        Assert.Equal([(0, 1, 100L, 2100L)], recording.Cues[0].Words.Select(word => (word.Start, word.Length, word.Begin, word.End)));
    }

    [Fact]
    public async Task Pauses_are_divided_by_the_rate()
    {
        var recording = await Master(2, [(200, 450), (300, 750)], [(100, 1200)]);

        Assert.Equal([(0L, 4250L), (4250L, 11100L), (0L, 7100L)], recording.Cues.Select(cue => (cue.Begin, cue.End)));
    }

    [Fact]
    public async Task Between_clips_there_is_digital_silence_and_edges_are_faded()
    {
        var sound = new RecordingEncoder();
        await Master(1, [(200, 450), (300, 750)], [(100, 1200)], sound);

        var track = sound.Files["s01.m4a"];
        Assert.All(track[2400..6500], sample => Assert.Equal(0, sample));
        Assert.Equal(0, track[0]);
        Assert.NotEqual(0, track[60]);
        Assert.True(track[1000..1100].Max() > 0.1);
    }

    [Fact]
    public async Task The_whole_is_brought_to_its_loudness()
    {
        var sound = new RecordingEncoder();
        var recording = await Master(1, [(9000, 450), (9000, 750)], [(9000, 1200)], sound);
        var meter = new LoudnessMeter(Rate);
        meter.Add(sound.Files["all.m4b"]);

        Assert.Equal(-19, meter.Integrated, 0.1);
        Assert.Equal(meter.Integrated, recording.Loudness.Integrated, 0.1);
        Assert.False(recording.Loudness.Limited);
        Assert.Equal(sound.Files["s01.m4a"].Concat(sound.Files["s02.m4a"]), sound.Files["all.m4b"]);
    }

    [Fact]
    public async Task Where_other_words_are_said_than_are_shown_no_word_is_marked()
    {
        var script = Script([[(100, 1200)]]);
        var section = script.Sections[0];
        script = script with { Sections = [section with { Utterances = [section.Utterances[0] with { Say = "你好" }] }] };
        using var session = new MasteringSession(script, Options(1), Rate);
        session.Add(Clip(100), Form(script.Utterances.Single().Id));

        var sink = new RecordingEncoder();
        var recording = (await session.FinishAsync(sink, sink, (folder, "all"), CancellationToken.None)).Product;

        Assert.Empty(recording.Cues.Single().Words);
    }

    [Fact]
    public void Clips_out_of_order_are_refused()
    {
        var script = Script([[(100, 450), (100, 1200)]]);
        using var session = new MasteringSession(script, Options(1), Rate);

        Assert.Throws<ArgumentException>(() => session.Add(Clip(100), Form(script.Utterances.Last().Id)));
    }

    [Fact]
    public void Cues_ascend_and_fill_their_tracks_whatever_lengths_pauses_and_rate()
    {
        Gen.Select(Gen.Select(Gen.Int[1, 500], Gen.Int[0, 1500]).Array[1, 6].Array[1, 4], Gen.Double[0.5, 3]).Sample((sections, rate) =>
        {
            var recording = Master(rate, sections).GetAwaiter().GetResult();
            foreach (var track in recording.Tracks)
            {
                var cues = recording.Cues.Where(cue => cue.Section == track.Section).ToList();
                Assert.Equal(0, cues[0].Begin);
                Assert.Equal(track.Samples, cues[^1].End);
                Assert.All(cues, cue => Assert.True(cue.End > cue.Begin));
                Assert.All(cues.Zip(cues.Skip(1)), pair => Assert.Equal(pair.First.End, pair.Second.Begin));
            }
        }, iter: 60, threads: 1);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private Task<Recording> Master(double rate, (int, int)[] first, (int, int)[] second, RecordingEncoder? encoder = null) => Master(rate, [first, second], encoder);

    private async Task<Recording> Master(double rate, (int Length, int Pause)[][] sections, RecordingEncoder? encoder = null)
    {
        var script = Script(sections);
        using var session = new MasteringSession(script, Options(rate), Rate);
        foreach (var (utterance, length) in script.Utterances.Zip(sections.SelectMany(section => section.Select(one => one.Length))))
        {
            session.Add(Clip(length), Form(utterance.Id));
        }

        var sink = encoder ?? new RecordingEncoder();
        return (await session.FinishAsync(sink, sink, (folder, "all"), CancellationToken.None)).Product;
    }

    private MasteringOptions Options(double rate) => new() { Profile = LoudnessProfile.Find("podcast-mono")!, Rate = rate, WorkFolder = folder, Jobs = 2, EncodeWhole = true };

    private static Script Script((int Length, int Pause)[][] sections) => new(
        "题",
        "zh-Hans",
        [
            .. sections.Select((section, s) => new Section(SectionId.Of(s + 1), $"题{s}", null, [], [.. section.Select((one, u) => new Utterance
            {
                Id = UtteranceId.Of(SectionId.Of(s + 1), u + 1),
                Speaker = SpeakerId.Narrator,
                Text = "好",
                Source = default,
                Language = "zh-Hans",
                Role = BlockRole.Paragraph,
                PauseAfter = one.Pause,
            })])),
        ],
        [],
        [],
        []);

    /// <summary>A tone of so many milliseconds, with 50 ms of noise floor around it.</summary>
    private static SpeechClip Clip(int length)
    {
        const int Floor = 50 * PerMillisecond;
        var end = Floor + (length * PerMillisecond);
        var samples = Enumerable.Range(0, end + Floor).Select(i => (short)(i < Floor || i >= end ? 20 : 4000 * Math.Sin(i * 0.7))).ToArray();
        return new(new("key"), new(Rate, samples), Floor, end, [new(0, 0, Floor, end)]);
    }

    private static SpokenForm Form(UtteranceId id) => new(id, [new(0, 1, "好", "好", [new("hao", 3)], "word")]);
}
