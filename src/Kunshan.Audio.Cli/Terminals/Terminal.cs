using System.CommandLine;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Kunshan.Audio.Cli.Terminals;

/// <summary>Where the program talks: results on standard output, everything for a person on standard error.</summary>
/// <param name="Output">Results, and nothing else.</param>
/// <param name="Error">Messages and progress.</param>
/// <param name="Language"><c>zh</c> or <c>en</c>.</param>
/// <param name="Plain">No colour and no redrawing.</param>
/// <param name="Quiet">Only failures.</param>
/// <param name="Verbose">Details, and stack traces of failures.</param>
/// <param name="Json">One JSON object on standard output at the end.</param>
internal sealed record Terminal(TextWriter Output, TextWriter Error, string Language, bool Plain, bool Quiet, bool Verbose, bool Json)
{
    /// <summary>The terminal as the options common to all commands want it.</summary>
    public static Terminal Of(ParseResult parse)
    {
        var configuration = parse.InvocationConfiguration;
        var plain = parse.GetValue(CommonOptions.Plain)
            || Console.IsErrorRedirected
            || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
            || string.Equals(Environment.GetEnvironmentVariable("TERM"), "dumb", StringComparison.Ordinal);
        return new(
            configuration.Output,
            configuration.Error,
            parse.GetValue(CommonOptions.Ui) ?? LanguageOfLocale(),
            plain,
            parse.GetValue(CommonOptions.Quiet),
            parse.GetValue(CommonOptions.Verbose),
            parse.GetValue(CommonOptions.Json));
    }

    /// <summary>Tells a person something, unless they asked for quiet.</summary>
    public void Say(Message message)
    {
        if (!Quiet)
        {
            Error.WriteLine(message.In(Language));
        }
    }

    /// <summary>Writes the command's one JSON object, on one line of standard output.</summary>
    public void WriteJson(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        Output.WriteLine(Encoding.UTF8.GetString(stream.ToArray()));
    }

    /// <summary>Tells of a failure: one line.</summary>
    public void Fail(string? path, Message message)
    {
        var text = message.In(Language).ReplaceLineEndings(" ");
        Error.WriteLine(path is null ? $"kunshan: {text}" : $"kunshan: {path.ReplaceLineEndings(" ")}: {text}");
    }

    private static string LanguageOfLocale()
    {
        foreach (var variable in (ReadOnlySpan<string>)["LC_ALL", "LC_MESSAGES", "LANG"])
        {
            if (Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value)
            {
                return value.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? "zh" : "en";
            }
        }

        return System.Globalization.CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "zh" ? "zh" : "en";
    }
}
