using System.CommandLine;
using System.Text.Json;
using Kunshan.Audio.Cli.Terminals;
using Kunshan.Audio.Mandarin.Lexicons;

namespace Kunshan.Audio.Cli.Commands;

/// <summary><c>kunshan lexicon …</c>: pronunciations by written form, in the user's lexicon or in a file of a project.</summary>
internal static class LexiconCommand
{
    private static readonly Argument<string> Grapheme = new("word") { Description = "The written form, for instance 曉蘭." };

    private static readonly Argument<string> Pronunciation = new("reading") { Description = "How it is said: \"xiǎo lán\", \"xiao3 lan2\", Bopomofo, or =另一写法 for an alias." };

    private static readonly Argument<string> File = new("file") { Description = "A PLS (.pls) or CSV (.csv) file." };

    private static readonly Option<string?> Target = new("--lexicon") { Description = "The lexicon to work on (default: the user's).", HelpName = "FILE" };

    private static readonly Option<string?> Alphabet = AlphabetOption();

    public static Command Create() => new("lexicon", "Pronunciations: add, remove, list, import, export.")
    {
        Sub("add", "Say how a word is read.", Add, Grapheme, Pronunciation, Alphabet),
        Sub("remove", "Take a word out.", Remove, Grapheme),
        Sub("list", "Print all words with their readings.", List),
        Sub("import", "Take over the entries of a file.", Import, File),
        Sub("export", "Write the lexicon to a file.", Export, File),
    };

    private static Command Sub(string name, string description, Func<ParseResult, Terminal, string, int> run, params Symbol[] symbols)
    {
        var command = new Command(name, description) { Target };
        foreach (var symbol in symbols)
        {
            if (symbol is Argument argument)
            {
                command.Arguments.Add(argument);
            }
            else
            {
                command.Options.Add((Option)symbol);
            }
        }

        command.SetGuardedAction((parse, terminal, _) => Task.FromResult(run(parse, terminal, parse.GetValue(Target) ?? UserLexicon.Path)));
        return command;
    }

    private static int Add(ParseResult parse, Terminal terminal, string path)
    {
        var (word, reading) = (parse.GetRequiredValue(Grapheme), parse.GetRequiredValue(Pronunciation));
        var entry = reading.StartsWith('=') ? new LexiconEntry(word, [], reading[1..]) : LexiconPronunciation.Entry(path, 0, word, reading, parse.GetValue(Alphabet) ?? "x-pinyin");
        LexiconFile.Save(UserLexicon.LoadOrEmpty(path).With(entry), path);
        terminal.Say(new($"{path}: {word} is read {entry}.", $"{path}：{word} 读作 {entry}。"));
        return ExitCode.Done;
    }

    private static int Remove(ParseResult parse, Terminal terminal, string path)
    {
        var word = parse.GetRequiredValue(Grapheme);
        var before = UserLexicon.LoadOrEmpty(path);
        var after = before.Without(word);
        if (after.Entries.Length == before.Entries.Length)
        {
            throw new UsageException($"{path}: has no entry “{word}”; kunshan lexicon list shows all.", $"{path}：没有“{word}”；用 kunshan lexicon list 查看全部。");
        }

        LexiconFile.Save(after, path);
        terminal.Say(new($"{path}: {word} is out.", $"{path}：已删去 {word}。"));
        return ExitCode.Done;
    }

    private static int List(ParseResult parse, Terminal terminal, string path)
    {
        var lexicon = UserLexicon.LoadOrEmpty(path);
        if (terminal.Json)
        {
            terminal.WriteJson(json => WriteJson(json, lexicon));
            return ExitCode.Done;
        }

        foreach (var entry in lexicon.Entries)
        {
            terminal.Output.WriteLine($"{entry.Grapheme}\t{(entry.Alias is null ? entry.ToString() : "=" + entry.Alias)}");
        }

        return ExitCode.Done;
    }

    private static int Import(ParseResult parse, Terminal terminal, string path)
    {
        var source = LexiconFile.Load(Inputs.ExistingFile("import", parse.GetRequiredValue(File))!);
        var lexicon = source.Entries.Aggregate(UserLexicon.LoadOrEmpty(path), (all, entry) => all.With(entry));
        LexiconFile.Save(lexicon, path);
        terminal.Say(new($"{path}: {source.Entries.Length} entries taken over, {lexicon.Entries.Length} in all.", $"{path}：导入 {source.Entries.Length} 条，共 {lexicon.Entries.Length} 条。"));
        return ExitCode.Done;
    }

    private static int Export(ParseResult parse, Terminal terminal, string path)
    {
        var target = parse.GetRequiredValue(File);
        var lexicon = UserLexicon.LoadOrEmpty(path);
        LexiconFile.Save(lexicon, target);
        terminal.Say(new($"{target}: {lexicon.Entries.Length} entries.", $"{target}：{lexicon.Entries.Length} 条。"));
        return ExitCode.Done;
    }

    private static void WriteJson(Utf8JsonWriter json, Lexicon lexicon)
    {
        json.WriteString("lexicon", lexicon.Path);
        json.WriteStartArray("entries");
        foreach (var entry in lexicon.Entries)
        {
            json.WriteStartObject();
            json.WriteString("grapheme", entry.Grapheme);
            json.WriteString(entry.Alias is null ? "phoneme" : "alias", entry.ToString());
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static Option<string?> AlphabetOption()
    {
        var option = new Option<string?>("--alphabet") { Description = "Notation of the reading (default x-pinyin).", HelpName = "x-pinyin|x-bopomofo|ipa" };
        option.AcceptOnlyFromAmong("x-pinyin", "x-bopomofo", "ipa");
        return option;
    }
}
