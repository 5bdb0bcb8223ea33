using System.CommandLine;
using Kunshan.Audio.Cli.Terminals;
using Kunshan.Audio.Mandarin;
using Kunshan.Audio.Mandarin.Dialects;
using Kunshan.Audio.Mandarin.Lexicons;

namespace Kunshan.Audio.Cli.Commands;

/// <summary><c>kunshan pronounce [FILE]</c>: how each line is read, one line at a time.</summary>
internal static class PronounceCommand
{
    private static readonly SortedDictionary<string, Func<SpokenForm, string>> Dialects = new(StringComparer.Ordinal)
    {
        ["bopomofo"] = BopomofoDialect.Write,
        ["built-in"] = BuiltInDialect.Write,
        ["espeak"] = EspeakDialect.Write,
        ["pinyin"] = PinyinDialect.Write,
        ["sapi"] = SapiDialect.Write,
    };

    private static readonly Argument<string?> File = new("file") { Description = "A text file, or - for standard input (the default).", Arity = ArgumentArity.ZeroOrOne };

    private static readonly Option<bool> NoSandhi = new("--no-sandhi") { Description = "Citation tones." };

    private static readonly Option<string?> Dialect = DialectOption();

    public static Command Create()
    {
        var command = new Command("pronounce", "Print how each line is read.") { File, NoSandhi, Dialect, BuildOptions.Reading, BuildOptions.Lexicon };
        command.SetGuardedAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, Terminal terminal, CancellationToken cancellationToken)
    {
        var frontEnd = MandarinFrontEnd.Load(new MandarinOptions
        {
            Reading = parse.GetValue(BuildOptions.Reading) == "taiwan" ? Mandarin.Reading.Taiwan : Mandarin.Reading.Mainland,
            Sandhi = !parse.GetValue(NoSandhi),
            Lexicons = [.. UserLexicon.Below(parse.GetValue(BuildOptions.Lexicon) ?? []).Select(LexiconFile.Load)],
        });
        var write = Dialects[parse.GetValue(Dialect) ?? "pinyin"];
        using var reader = OpenText(parse.GetValue(File) ?? "-");
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            var said = frontEnd.Pronounce(line);
            await terminal.Output.WriteLineAsync(terminal.Json ? PronounceWriter.Json(line, said.Product) : write(said.Product));
            await terminal.Output.FlushAsync(cancellationToken);
            foreach (var diagnostic in terminal.Verbose ? said.Diagnostics : [])
            {
                terminal.Say(diagnostic.Message);
            }
        }

        return ExitCode.Done;
    }

    /// <summary>Opens UTF-8 text line by line.</summary>
    /// <exception cref="ArticleException">There is no such file.</exception>
    internal static TextReader OpenText(string path)
    {
        if (path == "-")
        {
            return new StreamReader(Console.OpenStandardInput(), System.Text.Encoding.UTF8);
        }

        return System.IO.File.Exists(path)
            ? new StreamReader(path, System.Text.Encoding.UTF8)
            : throw new ArticleException(path, new("no such file; name a text file, or - for standard input.", "没有这个文件；请指定文本文件，或用 - 表示标准输入。"));
    }

    private static Option<string?> DialectOption()
    {
        string[] names = [.. Dialects.Keys];
        var option = new Option<string?>("--dialect") { Description = "In whose notation (default pinyin).", HelpName = string.Join('|', names) };
        option.AcceptOnlyFromAmong(names);
        return option;
    }
}
