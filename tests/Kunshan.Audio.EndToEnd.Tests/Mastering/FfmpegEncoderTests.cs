using System.Security.Cryptography;
using Kunshan.Audio.Mastering.Encoding;

namespace Kunshan.Audio.EndToEnd.Tests.Mastering;

/// <summary>The real encoder: same samples, same bytes; the file's time is the master's; nothing is left behind.</summary>
public sealed class FfmpegEncoderTests : IDisposable
{
    private const int Length = (3 * Sound.Rate) + 77;
    private readonly TemporaryFolder folder = new();
    private readonly FfmpegEncoder encoder = new(Ffmpeg.Find());

    [Fact]
    public async Task The_same_samples_give_the_same_bytes_alone_and_side_by_side()
    {
        await Encode("first.m4a", Tone());
        await Task.WhenAll(Encode("second.m4a", Tone()), Encode("third.m4a", Tone()));

        Assert.Equal(Hash("first.m4a"), Hash("second.m4a"));
        Assert.Equal(Hash("first.m4a"), Hash("third.m4a"));
        Assert.Equal(["first.m4a", "second.m4a", "third.m4a"], Directory.EnumerateFiles(folder.Root).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_sound_stands_in_the_file_where_it_stood_in_the_master()
    {
        var sound = new float[Length];
        Tone()[..2000].CopyTo(sound, Sound.Rate);

        await Encode("a.m4a", sound);
        var decoded = await Decode("a.m4a");

        Assert.InRange(decoded.Length, Length, Length + 1023);
        Assert.Equal(0, LagOf(sound, decoded));
    }

    [Fact]
    public async Task Chapters_begin_at_their_millisecond_under_any_title()
    {
        string[] titles = ["一=二;三#四\\五", "两\n行", "末尾\\", new('昆', 100), "last"];
        var chapters = titles.Select((title, i) => new Chapter(SectionId.Of(i + 1), title, i * 11_025L)).ToArray();

        await Encode("all.m4b", Tone(), chapters);
        var read = await Sound.ChaptersAsync(folder["all.m4b"]);

        Assert.Equal([(0, "一=二;三#四\\五"), (500, "两 行"), (1000, "末尾"), (1500, new string('昆', 84) + "…"), (2000, "last")], read);
    }

    [Fact]
    public async Task A_cancelled_encoder_leaves_nothing()
    {
        using var stop = new CancellationTokenSource();
        IEnumerable<ReadOnlyMemory<float>> Endless()
        {
            for (var i = 0; ; i++)
            {
                if (i == 20)
                {
                    stop.Cancel();
                }

                yield return Tone();
            }
        }

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => encoder.EncodeAsync(Request("a.m4a", []), Endless(), stop.Token));

        Assert.Empty(Directory.GetFileSystemEntries(folder.Root));
    }

    [Fact]
    public async Task A_failing_ffmpeg_is_quoted_and_leaves_nothing()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("The failing program is a shell script.");
            return;
        }

        var script = folder.File("ffmpeg", "#!/bin/sh\necho first >&2\necho no room on the disk >&2\nexit 3\n");
        File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        var failure = await Assert.ThrowsAsync<AudioException>(() => new FfmpegEncoder(Ffmpeg.Find(script)).EncodeAsync(Request("a.m4a", []), [Tone()], TestContext.Current.CancellationToken));

        Assert.Equal((false, $"{folder["a.m4a"]}: ffmpeg failed with 3: no room on the disk"), (failure.IsMissing, failure.Message));
        Assert.Equal([script], Directory.GetFileSystemEntries(folder.Root));
    }

    [Fact]
    public void A_missing_ffmpeg_is_said() => Assert.True(Assert.Throws<AudioException>(() => Ffmpeg.Find(folder["ffmpeg"])).IsMissing);

    public void Dispose() => folder.Dispose();

    private static float[] Tone() => [.. Enumerable.Range(0, Length).Select(i => (float)(0.3 * Math.Sin(i * 0.11) * Math.Sin(i * 0.0007)))];

    /// <summary>The shift, within 60 ms, at which two sounds are most alike.</summary>
    private static int LagOf(float[] sound, float[] decoded) =>
        Enumerable.Range(-1300, 2600).MaxBy(lag => Enumerable.Range(Sound.Rate - 2000, 6000).Sum(i => (double)sound[i] * decoded[i + lag]));

    private Task Encode(string name, float[] sound, params Chapter[] chapters) =>
        encoder.EncodeAsync(Request(name, chapters), sound.Chunk(4096).Select(block => (ReadOnlyMemory<float>)block), TestContext.Current.CancellationToken);

    private EncodingRequest Request(string name, Chapter[] chapters) => new(folder[name], Sound.Rate, "新闻", null, "新闻", "zh-Hans", Length, [.. chapters]);

    private async Task<float[]> Decode(string name)
    {
        var samples = new List<float>();
        await new FfmpegDecoder(Ffmpeg.Find()).DecodeAsync(folder[name], Sound.Rate, block => samples.AddRange(block.Span), TestContext.Current.CancellationToken);
        return [.. samples];
    }

    private string Hash(string name) => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(folder[name])));
}
