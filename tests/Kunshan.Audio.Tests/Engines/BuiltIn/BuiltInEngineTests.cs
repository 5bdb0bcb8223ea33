using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Kunshan.Audio.Engines.BuiltIn;
using Kunshan.Audio.Engines.BuiltIn.Model;
using Kunshan.Audio.Mastering.Loudness;
using Kunshan.Audio.Speech.Ssml;
using Kunshan.Audio.Testing;

namespace Kunshan.Audio.Tests.Engines.BuiltIn;

public sealed class BuiltInEngineTests
{
    private static readonly string VoicesFolder = Path.Combine(Repository.Root, "voices");
    private static readonly BuiltInEngine Engine = BuiltInEngine.Open(VoicesFolder);

    [Fact]
    public void It_has_a_narrator_and_four_voices_a_listener_tells_apart() =>
        Assert.Equal(["lan", "he", "shan", "qing", "tan"], Engine.Voices.Select(voice => voice.Id.Value));

    [Fact]
    public async Task The_same_words_have_the_same_samples_in_any_order_and_thread()
    {
        string[] lines = ["ni3 hao3", "he2 shui3 / qing1 le5", "ni3 hao3", "deng1 liang4 qi3 lai2"];
        var forward = await Task.WhenAll(lines.Select(line => SpeakAsync(line)));
        var backward = new List<SpeechClip>();
        foreach (var line in lines.Reverse())
        {
            backward.Insert(0, await SpeakAsync(line, engine: BuiltInEngine.Open(VoicesFolder)));
        }

        Assert.Equal(forward.Select(Hash), backward.Select(Hash));
        Assert.Equal(Hash(forward[0]), Hash(forward[2]));
        Assert.Equal(forward[0].Key, forward[2].Key);
    }

    [Fact]
    public async Task Marks_ascend_one_a_syllable_and_the_clip_holds_them()
    {
        var clip = await SpeakAsync("he2 shui3 / yi2 kuai4 r5 / qing1 le5");

        Assert.Equal([(0, 0), (1, 0), (3, 0), (4, 0), (5, 0), (7, 0), (8, 0)], clip.Marks.Select(mark => (mark.Token, mark.Syllable)));
        Assert.All(clip.Marks, mark => Assert.True(mark.End > mark.Begin));
        Assert.All(clip.Marks.Zip(clip.Marks.Skip(1)), pair => Assert.True(pair.Second.Begin >= pair.First.End));
        Assert.Equal((clip.Marks[0].Begin, clip.Marks[^1].End), (clip.Onset, clip.End));
        Assert.True(clip.End <= clip.Audio.Samples.Length);
    }

    [Theory]
    [InlineData(1, 4851)]
    [InlineData(2, 2425)]
    [InlineData(3, 1617)]
    public async Task A_pause_counts_from_mark_to_mark_and_is_divided_by_the_rate(double rate, int samples)
    {
        var clip = await SpeakAsync("he2 shui3 / qing1 le5", rate: rate);

        Assert.InRange(clip.Marks[2].Begin - clip.Marks[1].End, samples - 2, samples + 2);
        Assert.All(clip.Audio.Samples.Span[(clip.Marks[1].End + 700)..(clip.Marks[2].Begin - 230)].ToArray(), sample => Assert.Equal(0, sample));
    }

    [Fact]
    public async Task A_comma_of_a_list_is_no_break()
    {
        var tokens = Tokens("he2 shui3 / qing1 le5").Select(token => token.BreakAfter > 0 ? token with { BreakAfter = 120 } : token);
        var clip = await SpeakAsync(new SpokenForm(new("u"), [.. tokens]));

        Assert.Equal(clip.Marks[1].End, clip.Marks[2].Begin);
    }

    [Fact]
    public async Task Sound_begins_at_its_mark()
    {
        foreach (var line in (string[])["ni3 hao3", "he2 shui3 qing1 le5", "zhong1 guo2", "deng1 liang4", "shi4 min2 du2 shu1"])
        {
            var clip = await SpeakAsync(line);
            var samples = clip.Audio.Samples.ToArray();
            var threshold = samples.Max(sample => Math.Abs((int)sample)) / 100;
            var onset = Array.FindIndex(samples, sample => Math.Abs((int)sample) >= threshold);
            Assert.InRange((onset - clip.Onset) / 22.05, -5, 13);
        }
    }

    [Fact]
    public async Task Rates_from_half_to_three_change_the_length_alone()
    {
        var lengths = new List<int>();
        foreach (var rate in (double[])[0.5, 1, 1.5, 2, 3])
        {
            var clip = await SpeakAsync("deng1 liang4 qi3 lai2", rate: rate);
            Assert.Equal(4, clip.Marks.Length);
            lengths.Add(clip.End - clip.Onset);
        }

        Assert.Equal(lengths.OrderDescending(), lengths);
        Assert.InRange(lengths[0] / (double)lengths[1], 1.4, 2.1);
    }

    [Fact]
    public async Task Every_legal_syllable_is_audible_and_none_is_clipped()
    {
        var model = VoiceModel.Read(await File.ReadAllBytesAsync(Path.Combine(VoicesFolder, "lan", "voice.kvm"), TestContext.Current.CancellationToken));
        var table = new SyllableTable(model);
        var syllables = Tables.Read("Engines/BuiltIn/syllables.tsv").SelectMany(row => Enumerable.Range(1, 5).Select(tone => new Syllable(row[0], tone))).ToList();
        Assert.All(syllables, syllable =>
        {
            table.Resolve(syllable.Letters, syllable.Tone, out var isExact);
            Assert.True(isExact, syllable.ToString());
        });
        foreach (var chunk in syllables.Chunk(20))
        {
            var clip = await SpeakAsync(new SpokenForm(new("u"), [.. chunk.Select((syllable, i) => new SpokenToken(i, 1, "字", "字", [syllable], "word"))]));
            var samples = clip.Audio.Samples.ToArray();
            Assert.True(samples.Max(sample => Math.Abs((int)sample)) < 32000);
            Assert.All(clip.Marks, mark => Assert.True(samples[mark.Begin..mark.End].Max(sample => Math.Abs((int)sample)) > 400, chunk[mark.Token].ToString()));
        }
    }

    [Fact]
    public async Task Voices_are_level_within_1_LU()
    {
        var form = FrontEnd.Mandarin.Pronounce("傍晚六点，河畔夜读馆的灯一盏盏亮起来，市民不用押金，也不用预约，凭一张身份证就能借书、还书。").Product;
        var loudness = new List<double>();
        foreach (var voice in Engine.Voices)
        {
            var clip = await Engine.SpeakAsync(Request(form) with { Voice = voice }, TestContext.Current.CancellationToken);
            var meter = new LoudnessMeter(clip.Audio.SampleRate);
            meter.Add(clip.Audio.Samples.ToArray().Select(sample => sample / 32768f).ToArray());
            loudness.Add(meter.Integrated);
        }

        Assert.All(loudness, level => Assert.InRange(level - loudness[0], -1, 1));
        Assert.Equal(5, loudness.Distinct().Count());
    }

    [Fact]
    public async Task A_syllable_outside_the_table_is_spoken_as_the_nearest()
    {
        var model = VoiceModel.Read(await File.ReadAllBytesAsync(Path.Combine(VoicesFolder, "lan", "voice.kvm"), TestContext.Current.CancellationToken));
        var nearest = new SyllableTable(model).Resolve("xlan", 7, out var isExact);

        Assert.False(isExact);
        Assert.Equal(new SyllableTable(model).Resolve("lan", 5, out _), nearest);
    }

    [Theory]
    [InlineData("cut", "is cut short")]
    [InlineData("changed", "was changed")]
    [InlineData("other", "is no voice model")]
    [InlineData("missing", "is missing")]
    public async Task A_damaged_model_is_refused_with_its_name(string damage, string reason)
    {
        var folder = Directory.CreateTempSubdirectory("kunshan-").FullName;
        try
        {
            Directory.CreateDirectory(Path.Combine(folder, "lan"));
            File.Copy(Path.Combine(VoicesFolder, "lan", "voice.json"), Path.Combine(folder, "lan", "voice.json"));
            var bytes = await File.ReadAllBytesAsync(Path.Combine(VoicesFolder, "lan", "voice.kvm"), TestContext.Current.CancellationToken);
            bytes[^1] ^= damage == "changed" ? (byte)1 : (byte)0;
            var path = Path.Combine(folder, "lan", "voice.kvm");
            if (damage != "missing")
            {
                await File.WriteAllBytesAsync(path, damage == "cut" ? bytes[..100000] : damage == "other" ? [1, 2, 3, 4, 5, 6, 7, 8, 9] : bytes, TestContext.Current.CancellationToken);
            }

            var failure = await Assert.ThrowsAsync<SpeechException>(() => SpeakAsync("ni3 hao3", engine: BuiltInEngine.Open(folder)));

            Assert.Equal(SpeechFailure.VoiceMissing, failure.Failure);
            Assert.StartsWith($"{path}: {reason}", failure.Message, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void A_broken_description_is_refused_with_its_name()
    {
        var folder = Directory.CreateTempSubdirectory("kunshan-").FullName;
        try
        {
            Directory.CreateDirectory(Path.Combine(folder, "x"));
            File.WriteAllText(Path.Combine(folder, "x", "voice.json"), "{\"engine\":\"built-in\"}");

            Assert.StartsWith(Path.Combine(folder, "x", "voice.json"), Assert.Throws<SpeechException>(() => BuiltInEngine.Open(folder)).Message, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task A_cancelled_request_ends()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Engine.SpeakAsync(Request(new SpokenForm(new("u"), [.. Tokens("ni3 hao3")])), stop.Token));
    }

    [Fact]
    public async Task A_request_that_is_cancelled_while_it_is_spoken_ends()
    {
        // Twenty thousand syllables are more than an hour of speech: without a look at the token the task would end well.
        var hour = new SpokenForm(new("u"), [.. Enumerable.Range(0, 20_000).Select(i => new SpokenToken(i, 1, "字", "字", [new Syllable("ma", 1)], "word"))]);
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Engine.SpeakAsync(Request(hour), stop.Token));
    }

    [Theory]
    [InlineData(0.49)]
    [InlineData(3.01)]
    [InlineData(double.NaN)]
    public async Task A_rate_that_nobody_could_follow_is_refused(double rate)
    {
        var failure = await Assert.ThrowsAsync<SpeechException>(() => SpeakAsync("ni3 hao3", rate));

        Assert.Equal(SpeechFailure.Rejected, failure.Failure);
    }

    [Fact]
    public void Syllables_the_voice_does_not_have_are_named()
    {
        SpokenForm form = new(new("u"), [.. Tokens("ni3 xlan2 wan2 r5 / hng5 ma7 biang2")]);

        Assert.Equal([(1, "xlan2"), (6, "ma7")], Engine.Approximations(form, Engine.Voices[0].Id).Select(found => (found.Token, found.Asked.ToString())));
    }

    [Fact]
    public void The_version_changes_with_any_setting_of_a_voice()
    {
        var folder = Directory.CreateTempSubdirectory("kunshan-").FullName;
        try
        {
            var description = File.ReadAllText(Path.Combine(VoicesFolder, "lan", "voice.json"));
            Directory.CreateDirectory(Path.Combine(folder, "lan"));
            string VersionOf(string text)
            {
                File.WriteAllText(Path.Combine(folder, "lan", "voice.json"), text);
                return BuiltInEngine.Open(folder).Version;
            }

            string[] versions = [VersionOf(description), VersionOf(description.Replace("\"gainDb\": 0.0", "\"gainDb\": 0.1", StringComparison.Ordinal)), VersionOf(description.Replace("\"warp\": 1,", "\"warp\": 1.1,", StringComparison.Ordinal))];

            Assert.Equal(3, versions.Distinct().Count());
            Assert.Equal(versions[0], VersionOf(description));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Task<SpeechClip> SpeakAsync(string line, double rate = 1, BuiltInEngine? engine = null) => SpeakAsync(new SpokenForm(new("u"), [.. Tokens(line)]), rate, engine);

    private static Task<SpeechClip> SpeakAsync(SpokenForm form, double rate = 1, BuiltInEngine? engine = null) => (engine ?? Engine).SpeakAsync(Request(form, rate), TestContext.Current.CancellationToken);

    private static SpeechRequest Request(SpokenForm form, double rate = 1) => new(form, SsmlDocument.OfUtterance(form), Engine.Voices[0], rate);

    /// <summary>A token a syllable; a stroke is a mark with a pause of 220 ms.</summary>
    private static IEnumerable<SpokenToken> Tokens(string line) => line.Split(' ').Select((part, i) => part == "/"
        ? new SpokenToken(i, 1, "，", "", [], "mark", 220)
        : new SpokenToken(i, 1, "字", "字", [new Syllable(part[..^1], part[^1] - '0')], "word"));

    private static string Hash(SpeechClip clip) => Convert.ToHexString(SHA256.HashData(MemoryMarshal.AsBytes(clip.Audio.Samples.Span)));
}
