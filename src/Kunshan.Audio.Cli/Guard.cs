using System.CommandLine;
using Kunshan.Audio.Cli.Terminals;
using Kunshan.Audio.Mandarin.Lexicons;
using Kunshan.Audio.Production;
using Kunshan.Audio.Scripting;

namespace Kunshan.Audio.Cli;

/// <summary>Runs a command and turns every failure into one line and its exit code.</summary>
internal static class Guard
{
    /// <summary>Makes <paramref name="action"/> the command's action.</summary>
    public static void SetGuardedAction(this Command command, Func<ParseResult, Terminal, CancellationToken, Task<int>> action) =>
        command.SetAction(async (parse, cancellationToken) =>
        {
            var terminal = Terminal.Of(parse);
            try
            {
                return await action(parse, terminal, cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                terminal.Fail(null, new("interrupted; nothing was changed.", "已中断，未作任何改动。"));
                return ExitCode.Interrupted;
            }
            catch (Exception e) when (CodeOf(e) is not null)
            {
                Tell(terminal, e);
                return CodeOf(e)!.Value;
            }
        });

    private static int? CodeOf(Exception exception) => exception switch
    {
        UsageException or ScriptFileException or LexiconException => ExitCode.WrongUsage,
        ArticleException => ExitCode.NoArticle,
        AudioException { IsMissing: true } => ExitCode.Missing,
        SpeechException { Failure: SpeechFailure.VoiceMissing or SpeechFailure.Unavailable } => ExitCode.Missing,
        SpeechException => ExitCode.SpeechFailed,
        OutputException or AudioException or IOException or UnauthorizedAccessException => ExitCode.CannotWrite,
        _ => null,
    };

    private static void Tell(Terminal terminal, Exception exception)
    {
        var (path, message) = exception switch
        {
            UsageException usage => (null, usage.Reason),
            ArticleException article => (article.Path, article.Reason),
            ScriptFileException { Line: > 0 } script => ($"{script.Path}:{script.Line}", script.Reason),
            ScriptFileException script => (script.Path, script.Reason),
            LexiconException { Line: > 0 } lexicon => ($"{lexicon.Path}:{lexicon.Line}", lexicon.Reason),
            LexiconException lexicon => (lexicon.Path, lexicon.Reason),
            OutputException output => (output.Path, output.Reason),
            _ => ((string?)null, new Message(exception.Message, exception.Message)),
        };
        terminal.Fail(path, message);
        if (terminal.Verbose)
        {
            terminal.Error.WriteLine(exception.ToString());
        }
    }
}
