using System.Collections.Immutable;
using Kunshan.Audio.Speech.Scheduling;

namespace Kunshan.Audio.Tests.Speech;

public sealed class SpeechScheduleTests
{
    [Fact]
    public async Task Clips_come_in_the_order_of_the_requests_though_later_ones_are_ready_first()
    {
        var engine = new SlowFirstEngine();

        var clips = await new SpeechSchedule(engine, 3).SpeakAsync(Requests(8), CancellationToken.None).ToListAsync(TestContext.Current.CancellationToken);

        Assert.Equal(["1", "2", "3", "4", "5", "6", "7", "8"], clips.Select(clip => clip.Key.Value));
        Assert.True(engine.FinishedBeforeFirst >= 2);
    }

    [Fact]
    public async Task No_more_than_the_wanted_number_is_spoken_at_once()
    {
        var engine = new SlowFirstEngine();

        await new SpeechSchedule(engine, 2).SpeakAsync(Requests(12), CancellationToken.None).ToListAsync(TestContext.Current.CancellationToken);

        Assert.Equal(2, engine.MostAtOnce);
    }

    [Fact]
    public async Task A_failure_ends_the_schedule_and_stops_what_is_under_way()
    {
        var engine = new SlowFirstEngine { FailAt = "2" };

        var failure = await Assert.ThrowsAsync<SpeechException>(async () => await new SpeechSchedule(engine, 2).SpeakAsync(Requests(50), CancellationToken.None).ToListAsync(TestContext.Current.CancellationToken));

        Assert.Equal("refused", failure.Message);
        Assert.True(engine.Started < 50);
    }

    private static IEnumerable<SpeechRequest> Requests(int count)
    {
        var voice = new Voice { Id = new("v"), Engine = new("e"), Name = "v", Locale = "zh-CN", Gender = VoiceGender.Neutral, SampleRate = 8000, Licence = "CC0" };
        return Enumerable.Range(1, count).Select(number => new SpeechRequest(new(new($"{number}"), []), new("<s/>"), voice, 1));
    }

    /// <summary>The first request ends only when two others have ended, so order is not an accident.</summary>
    private sealed class SlowFirstEngine : ISpeechEngine
    {
        private readonly TaskCompletionSource twoOthers = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int now;
        private int others;
        private int most;
        private int started;

        public string? FailAt { get; init; }

        public int FinishedBeforeFirst { get; private set; }

        public int MostAtOnce => most;

        public int Started => started;

        public EngineId Id => new("e");

        public string Version => "1";

        public ImmutableArray<Voice> Voices => [];

        public async Task<SpeechClip> SpeakAsync(SpeechRequest request, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref started);
            var running = Interlocked.Increment(ref now);
            InterlockedMax(ref most, running);
            await Task.Yield();
            var id = request.Form.Utterance.Value;
            if (id == FailAt)
            {
                throw new SpeechException(SpeechFailure.Rejected, "refused");
            }

            if (id == "1" && FailAt is null)
            {
                await twoOthers.Task.WaitAsync(cancellationToken);
                FinishedBeforeFirst = others;
            }
            else if (Interlocked.Increment(ref others) == 2)
            {
                twoOthers.SetResult();
            }

            Interlocked.Decrement(ref now);
            return new(new(id), new(8000, default), 0, 0, []);
        }

        private static void InterlockedMax(ref int target, int value)
        {
            int seen;
            while ((seen = Volatile.Read(ref target)) < value && Interlocked.CompareExchange(ref target, value, seen) != seen)
            {
            }
        }
    }
}
