using System.Text.Json;
using CliWrap;
using CliWrap.Buffered;

namespace Kunshan.Audio.EndToEnd.Tests;

/// <summary>The commands beside <c>build</c>, as a user types them.</summary>
public sealed class CommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task Pronounce_prints_one_object_a_line_blank_lines_included()
    {
        var result = await RunWithInputAsync("重庆2024年增长5%\n\n行长\n", "pronounce", "--json");

        Assert.Equal(
            """
            {"text":"重庆2024年增长5%","spoken":"重庆二零二四年增长百分之五","tokens":[{"start":0,"length":2,"surface":"重庆","spoken":"重庆","pinyin":["chong2","qing4"],"reason":"word"},{"start":2,"length":5,"surface":"2024年","spoken":"二零二四年","pinyin":["er4","ling2","er4","si4","nian2"],"reason":"year"},{"start":7,"length":2,"surface":"增长","spoken":"增长","pinyin":["zeng1","zhang3"],"reason":"word"},{"start":9,"length":2,"surface":"5%","spoken":"百分之五","pinyin":["bai3","fen1","zhi1","wu3"],"reason":"percent"}]}
            {"text":"","spoken":"","tokens":[]}
            {"text":"行长","spoken":"行长","tokens":[{"start":0,"length":2,"surface":"行长","spoken":"行长","pinyin":["hang2","zhang3"],"reason":"word"}]}
            """.ReplaceLineEndings("\n"),
            result.StandardOutput.TrimEnd('\n'));
    }

    [Theory]
    [InlineData("pinyin", "", "wó yě hén hǎo， bú qù。")]
    [InlineData("pinyin", "--no-sandhi", "wǒ yě hěn hǎo， bù qù。")]
    [InlineData("built-in", "", "wo2 ye3 hen2 hao3 | bu2 qu4")]
    [InlineData("bopomofo", "", "ㄨㄛˊ ㄧㄝˇ ㄏㄣˊ ㄏㄠˇ， ㄅㄨˊ ㄑㄩˋ")]
    public async Task Pronounce_speaks_dialects(string dialect, string option, string expected)
    {
        var result = await RunWithInputAsync("我也很好，不去。\n", ["pronounce", "--dialect", dialect, .. option.Length > 0 ? [option] : Array.Empty<string>()]);

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(expected, result.StandardOutput.TrimEnd('\n'));
    }

    [Fact]
    public async Task A_lexicon_entry_is_obeyed_listed_exported_and_removed()
    {
        var lexicon = folder["names.pls"];
        await KunshanCommand.RunAsync("lexicon", "add", "曉蘭", "xiáo lān", "--lexicon", lexicon);
        await KunshanCommand.RunAsync("lexicon", "export", folder["names.csv"], "--lexicon", lexicon);

        var list = await KunshanCommand.RunAsync("lexicon", "list", "--lexicon", lexicon);
        var said = await RunWithInputAsync("記者陸曉蘭\n", "pronounce", "--dialect", "built-in", "--lexicon", folder["names.csv"]);
        await KunshanCommand.RunAsync("lexicon", "remove", "曉蘭", "--lexicon", lexicon);
        var gone = await KunshanCommand.RunAsync("lexicon", "list", "--lexicon", lexicon);

        Assert.Equal("曉蘭\txiao2 lan1", list.StandardOutput.TrimEnd('\n'));
        Assert.EndsWith("xiao2 lan1", said.StandardOutput.TrimEnd('\n'), StringComparison.Ordinal);
        Assert.Equal("", gone.StandardOutput);
    }

    [Fact]
    public async Task A_wrong_entry_is_refused_with_its_line_and_reason()
    {
        folder.File("names.csv", "曉蘭,xiao3 lan2\n張歡,zhang1\n");
        var imported = await KunshanCommand.RunAsync("lexicon", "import", folder["names.csv"], "--lexicon", folder["all.pls"]);
        var added = await KunshanCommand.RunAsync("lexicon", "add", "曉蘭", "hello", "--lexicon", folder["all.pls"]);

        Assert.Equal((1, 1), (imported.ExitCode, added.ExitCode));
        Assert.Equal($"kunshan: {folder["names.csv"]}:2: “張歡” has 2 characters, its pronunciation 1 syllables.", imported.StandardError.TrimEnd('\n'));
        Assert.Contains("is no Mandarin pronunciation", added.StandardError, StringComparison.Ordinal);
        Assert.False(File.Exists(folder["all.pls"]));
    }

    [Fact]
    public async Task A_projects_lexicon_and_defaults_are_found_above_the_article()
    {
        folder.File("names.csv", "河畔,he1 pan1\n");
        folder.File("kunshan.json", """{ "lexicon": ["names.csv"], "publisher": "臨溪日報", "rate": "300" }""");
        Directory.CreateDirectory(folder["day"]);
        var article = folder.File(Path.Combine("day", "a.txt"), "河畔夜讀\n河畔的燈亮了，人人都來讀書。\n");

        var ssml = await KunshanCommand.RunAsync("ssml", article, "--dialect", "built-in");

        Assert.Contains("""ph="he1 pan1">河畔<""", ssml.StandardOutput, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Voices_and_doctor_tell_what_is_there_and_whom_to_thank()
    {
        var voices = await KunshanCommand.RunAsync("voices", "--json");
        var doctor = await KunshanCommand.RunAsync("doctor");

        Assert.Equal(["lan", "he", "shan", "qing", "tan"], JsonDocument.Parse(voices.StandardOutput).RootElement.GetProperty("voices").EnumerateArray().Select(voice => voice.GetProperty("id").GetString()));
        Assert.Equal(0, doctor.ExitCode);
        Assert.Contains("Yue Tan", doctor.StandardOutput, StringComparison.Ordinal);
        Assert.Contains("ffmpeg version", doctor.StandardOutput, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_says_what_is_missing_and_how_to_get_it()
    {
        var result = await KunshanCommand.Of("doctor").WithEnvironmentVariables(variables => variables.Set("KUNSHAN_VOICES", folder["none"]).Set("LC_ALL", "C.UTF-8")).ExecuteBufferedAsync(TestContext.Current.CancellationToken);

        Assert.Equal(4, result.ExitCode);
        Assert.Contains("MISSING voices", result.StandardOutput, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Speak_writes_a_wave_file_to_standard_output_too()
    {
        using var sound = new MemoryStream();
        await (KunshanCommand.Of("speak", "你好，昆山。") | PipeTarget.ToStream(sound)).ExecuteAsync(TestContext.Current.CancellationToken);

        Assert.Equal("RIFF"u8, sound.ToArray().AsSpan(0, 4));
        Assert.InRange(sound.Length, 40000, 120000);
    }

    [Fact]
    public async Task An_article_from_standard_input_is_built()
    {
        var result = await RunWithInputAsync("夜讀館開館\n燈亮了，人人都來讀書。\n", "build", "-", "-o", folder["out"], "--formats", "captions", "--json");

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(2, JsonDocument.Parse(result.StandardOutput).RootElement.GetProperty("utterances").GetInt32());
    }

    public void Dispose() => folder.Dispose();

    private static async Task<BufferedCommandResult> RunWithInputAsync(string input, params string[] arguments) =>
        await KunshanCommand.Of(arguments).WithStandardInputPipe(PipeSource.FromString(input)).ExecuteBufferedAsync(TestContext.Current.CancellationToken);
}
