using System.CommandLine;
using Kunshan.Audio.Cli.Terminals;
using Kunshan.Audio.Scripting.ScriptFiles;

namespace Kunshan.Audio.Cli.Commands;

/// <summary><c>kunshan script ARTICLE</c>: the script a person can read and correct.</summary>
internal static class ScriptCommand
{
    private static readonly Argument<string> Article = Inputs.ArticleArgument<string>("An article file (.txt, .md, .html), or - for standard input.", ArgumentArity.ExactlyOne);

    public static Command Create()
    {
        var command = new Command("script", "Print who says what, one line a sentence; a build obeys the corrected file (--script).") { Article };
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
        var text = terminal.Json
            ? ScriptJson.Write(manuscript.Article, manuscript.Script, Path.GetFileNameWithoutExtension(manuscript.Source.Path))
            : ScriptFile.Write(manuscript.Script, manuscript.Cast);
        await terminal.Output.WriteAsync(text.EndsWith('\n') ? text : text + "\n");
        return ExitCode.Done;
    }
}
