using System.CommandLine;
using System.Globalization;
using Kunshan.Audio.Cli.Terminals;
using Kunshan.Audio.Mandarin;
using Kunshan.Audio.Mandarin.Lexicons;
using Kunshan.Audio.Mastering.Encoding;
using Kunshan.Audio.Speech.Scheduling;
using Kunshan.Audio.Speech.Ssml;

namespace Kunshan.Audio.Cli.Commands;

/// <summary>What <c>speak</c> is asked for.</summary>
/// <param name="Text">The words, lines apart.</param>
/// <param name="Voice">A voice's name; null for the narrator's.</param>
/// <param name="Rate">Rate of speech.</param>
/// <param name="Path">WAV file to write; null for standard output.</param>
internal sealed record SpokenText(string Text, string? Voice, double Rate, string? Path);

/// <summary><c>kunshan speak [TEXT]</c>: speaks a line, or standard input, into a WAV file or standard output.</summary>
internal static class SpeakCommand
{
    private const int PauseBetweenLines = 750;

    private static readonly Argument<string?> Text = new("text") { Description = "What to say (default: standard input).", Arity = ArgumentArity.ZeroOrOne };

    public static Option<string?> Output { get; } = new("--output", "-o") { Description = "The WAV file (default: standard output).", HelpName = "FILE" };

    public static Command Create()
    {
        var command = new Command("speak", "Speak a line or standard input into a WAV file.") { Text, Output, BuildOptions.Voice, BuildOptions.Rate };
        command.SetGuardedAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, Terminal terminal, CancellationToken cancellationToken)
    {
        var path = parse.GetValue(Output);
        if (path is null && !Console.IsOutputRedirected)
        {
            throw new UsageException("sound does not go to a terminal; give --output FILE, or pipe it.", "声音不能输出到终端；请给出 --output 文件，或使用管道。");
        }

        var text = parse.GetValue(Text) ?? await Console.In.ReadToEndAsync(cancellationToken);
        await SpeakAsync(new(text, parse.GetValue(BuildOptions.Voice), SpeechRate.Parse(parse.GetValue(BuildOptions.Rate)), path), terminal, cancellationToken);
        return ExitCode.Done;
    }

    /// <summary>Speaks a text.</summary>
    public static async Task SpeakAsync(SpokenText wanted, Terminal terminal, CancellationToken cancellationToken)
    {
        var engine = Engines.Open(Engines.BuiltIn);
        var voice = VoiceOf(engine, wanted.Voice);
        var frontEnd = MandarinFrontEnd.Load(new MandarinOptions { Lexicons = [.. UserLexicon.Below([]).Select(LexiconFile.Load)] });
        var forms = wanted.Text.ReplaceLineEndings("\n").Split('\n').Select(line => frontEnd.Pronounce(line).Product).Where(form => form.SyllableCount > 0).ToList();
        if (forms.Count == 0)
        {
            throw new ArticleException("text", new("has nothing that can be read aloud.", "没有可以朗读的内容。"));
        }

        var samples = new List<short>();
        var gap = new short[(int)(voice.SampleRate * PauseBetweenLines / 1000.0 / wanted.Rate)];
        var requests = forms.Select(form => new SpeechRequest(form, SsmlDocument.OfUtterance(form), voice, wanted.Rate));
        await foreach (var clip in new SpeechSchedule(engine, Environment.ProcessorCount).SpeakAsync(requests, cancellationToken))
        {
            samples.AddRange(samples.Count > 0 ? gap : []);
            samples.AddRange(clip.Audio.Samples.Span);
        }

        Write(wanted.Path, new(voice.SampleRate, samples.ToArray()));
        if (wanted.Path is { } path)
        {
            var seconds = ((double)samples.Count / voice.SampleRate).ToString("0.0", CultureInfo.InvariantCulture);
            terminal.Say(new($"{path}: {seconds} s", $"{path}：{seconds} 秒"));
        }
    }

    private static void Write(string? path, PcmAudio audio)
    {
        using var stream = path is null ? Console.OpenStandardOutput() : File.Create(path);
        WaveFile.Write(stream, audio);
    }

    private static Voice VoiceOf(ISpeechEngine engine, string? id)
    {
        var voices = engine.Voices;
        return id is null
            ? voices.First(voice => voice.CastOrder == 0)
            : voices.FirstOrDefault(voice => voice.Id.Value == id) ?? throw new UsageException($"there is no voice “{id}”; there are {string.Join(", ", voices.Select(voice => voice.Id.Value))}.", $"没有“{id}”这个声音；可用的有 {string.Join("、", voices.Select(voice => voice.Id.Value))}。");
    }
}
