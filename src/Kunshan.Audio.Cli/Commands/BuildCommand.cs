using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Kunshan.Audio.Cli.Terminals;
using Kunshan.Audio.Mastering.Encoding;
using Kunshan.Audio.Production;

namespace Kunshan.Audio.Cli.Commands;

/// <summary><c>kunshan build ARTICLE…</c>: the main job.</summary>
internal static class BuildCommand
{
    private static readonly Argument<string[]> Articles = Inputs.ArticleArgument<string[]>("Article files (.txt, .md, .html), or - for standard input.", ArgumentArity.OneOrMore);

    public static Command Create()
    {
        var command = new Command("build", "Turn an article into a finished folder: EPUB, page, captions, SSML, one audio file with chapters.") { Articles };
        foreach (var option in BuildOptions.All)
        {
            command.Options.Add(option);
        }

        command.SetGuardedAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, Terminal terminal, CancellationToken cancellationToken)
    {
        var paths = parse.GetRequiredValue(Articles);
        var worst = ExitCode.Done;
        foreach (var path in paths)
        {
            var input = await Inputs.ReadArticleAsync(path, cancellationToken);
            var settings = BuildOptions.SettingsOf(parse, input);
            var options = BuildOptions.Of(settings);
            if (paths.Length > 1 && options.Output is { } parent)
            {
                options = options with { Output = Path.Combine(parent, Slug.Of(Path.GetFileNameWithoutExtension(path), path)) };
            }

            var times = new StageTimes();
            var producer = new Producer(options, Engines.Open(settings.Text(BuildOptions.Engine) ?? Engines.BuiltIn), Ffmpeg.Find());
            var result = await BuildProgress.RunAsync(terminal, progress => producer.ProduceAsync(input, times.Around(progress), cancellationToken));
            Tell(terminal, result, times.Elapsed);
            if (terminal.Verbose)
            {
                terminal.Say(new(times.ToString(), times.ToString()));
            }

            var failOn = settings.Text(BuildOptions.FailOn) == "warning" ? Severity.Warning : Severity.Error;
            if (result.Diagnostics.Any(diagnostic => diagnostic.Severity >= failOn))
            {
                worst = ExitCode.Findings;
            }
        }

        return worst;
    }

    private static void Tell(Terminal terminal, ProductionResult result, TimeSpan elapsed)
    {
        foreach (var diagnostic in result.Diagnostics.Where(diagnostic => terminal.Verbose || diagnostic.Severity > Severity.Information))
        {
            terminal.Say(new(Line(diagnostic, "line", diagnostic.Message.En), Line(diagnostic, "行", diagnostic.Message.Zh)));
        }

        var recording = result.Recording;
        var seconds = recording.Tracks.Sum(track => track.Samples) / (double)recording.SampleRate;
        var repairs = result.Diagnostics.Count(diagnostic => diagnostic.Severity == Severity.Information);
        terminal.Say(new(
            string.Create(CultureInfo.InvariantCulture, $"{result.Folder}: {recording.Chapters.Length} chapters, {recording.Cues.Length} sentences, {seconds / 60:0.0} minutes of sound at {recording.Loudness.Integrated:0.0} LUFS, {repairs} notes in report.json; took {elapsed.TotalSeconds:0.0} s."),
            string.Create(CultureInfo.InvariantCulture, $"{result.Folder}：{recording.Chapters.Length} 章，{recording.Cues.Length} 句，{seconds / 60:0.0} 分钟声音，响度 {recording.Loudness.Integrated:0.0} LUFS，report.json 中有 {repairs} 条记录；用时 {elapsed.TotalSeconds:0.0} 秒。")));
        if (terminal.Json)
        {
            terminal.WriteJson(json => WriteJson(json, result, seconds));
        }
    }

    private static string Line(Diagnostic diagnostic, string lineWord, string message) =>
        diagnostic.Where.Line > 0 ? string.Create(CultureInfo.InvariantCulture, $"{diagnostic.Code} ({lineWord} {diagnostic.Where.Line}): {message}") : $"{diagnostic.Code}: {message}";

    private static void WriteJson(Utf8JsonWriter json, ProductionResult result, double seconds)
    {
        json.WriteString("folder", result.Folder);
        json.WriteString("title", result.Manuscript.Article.Metadata.Title);
        json.WriteNumber("seconds", decimal.Round((decimal)seconds, 3));
        json.WriteNumber("chapters", result.Recording.Chapters.Length);
        json.WriteNumber("utterances", result.Recording.Cues.Length);
        WriteFindings(json, result.Diagnostics);
        json.WriteStartArray("files");
        foreach (var file in result.Files)
        {
            json.WriteStringValue(file);
        }

        json.WriteEndArray();
    }

    private static void WriteFindings(Utf8JsonWriter json, ImmutableArray<Diagnostic> diagnostics)
    {
        json.WriteStartObject("findings");
        json.WriteNumber("error", diagnostics.Count(diagnostic => diagnostic.Severity == Severity.Error));
        json.WriteNumber("warning", diagnostics.Count(diagnostic => diagnostic.Severity == Severity.Warning));
        json.WriteNumber("information", diagnostics.Count(diagnostic => diagnostic.Severity == Severity.Information));
        json.WriteEndObject();
    }
}
