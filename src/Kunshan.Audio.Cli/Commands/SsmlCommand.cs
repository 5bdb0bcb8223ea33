using System.CommandLine;
using Kunshan.Audio.Cli.Terminals;
using Kunshan.Audio.Production;
using Kunshan.Audio.Speech.Ssml;

namespace Kunshan.Audio.Cli.Commands;

/// <summary><c>kunshan ssml ARTICLE -o DIR</c>: one SSML 1.1 document per section.</summary>
internal static class SsmlCommand
{
    private static readonly Argument<string> Article = Inputs.ArticleArgument<string>("An article file (.txt, .md, .html), or - for standard input.", ArgumentArity.ExactlyOne);

    private static readonly Option<string?> Folder = new("--output", "-o") { Description = "Where the documents go (default: standard output, one after the other).", HelpName = "DIR" };

    private static readonly Option<string?> Dialect = DialectOption();

    public static Command Create()
    {
        var command = new Command("ssml", "Write one SSML 1.1 document per section, voices by speaker.") { Article, Folder, Dialect };
        foreach (var option in BuildOptions.OfScript)
        {
            command.Options.Add(option);
        }

        command.SetGuardedAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, Terminal terminal, CancellationToken cancellationToken)
    {
        var manuscript = await Manuscripts.PrepareAsync(parse, parse.GetRequiredValue(Article), cancellationToken);
        var dialect = SsmlDocument.Dialects.First(dialect => dialect.Name == (parse.GetValue(Dialect) ?? "neutral"));
        var folder = parse.GetValue(Folder);
        var number = 0;
        foreach (var section in manuscript.Script.Sections)
        {
            number++;
            var text = SsmlDocument.OfSection(section, manuscript.FormsById, manuscript.Cast, dialect).Value;
            if (folder is null)
            {
                await terminal.Output.WriteAsync(text);
                continue;
            }

            Directory.CreateDirectory(folder);
            var path = Path.Combine(folder, Producer.SsmlFileName(number, section));
            await File.WriteAllTextAsync(path, text, cancellationToken);
            terminal.Say(new(path, path));
        }

        return ExitCode.Done;
    }

    private static Option<string?> DialectOption()
    {
        string[] names = [.. SsmlDocument.Dialects.Select(dialect => dialect.Name)];
        var option = new Option<string?>("--dialect") { Description = "For whom (default neutral).", HelpName = string.Join('|', names) };
        option.AcceptOnlyFromAmong(names);
        return option;
    }
}
