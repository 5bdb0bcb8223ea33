using System.CommandLine;
using System.Text.Json;
using Kunshan.Audio.Cli.Terminals;

namespace Kunshan.Audio.Cli.Commands;

/// <summary><c>kunshan voices</c>: who can speak; <c>voices test ID</c> lets one speak.</summary>
internal static class VoicesCommand
{
    private const string SampleText = "你好，我是昆山语音的一个声音。今天的新闻，由我读给你听。";

    private static readonly Argument<string> Id = new("id") { Description = "A voice's name." };

    public static Command Create()
    {
        var test = new Command("test", "Speak a sample sentence into a WAV file.") { Id, SpeakCommand.Output };
        test.SetGuardedAction(TestAsync);
        var command = new Command("voices", "List the voices with engine, language and licence.") { test };
        command.SetGuardedAction((_, terminal, _) => Task.FromResult(List(terminal)));
        return command;
    }

    private static int List(Terminal terminal)
    {
        var voices = Engines.Names.SelectMany(name => Engines.Open(name).Voices).OrderBy(voice => voice.CastOrder < 0).ThenBy(voice => voice.CastOrder).ThenBy(voice => voice.Id.Value, StringComparer.Ordinal).ToList();
        if (terminal.Json)
        {
            terminal.WriteJson(json => WriteJson(json, voices));
            return ExitCode.Done;
        }

        foreach (var voice in voices)
        {
            terminal.Output.WriteLine($"{voice.Id.Value,-6} {voice.Engine.Value,-9} {voice.Locale,-6} {voice.Gender,-8} {voice.Licence,-13} {voice.Name}");
        }

        return ExitCode.Done;
    }

    private static async Task<int> TestAsync(ParseResult parse, Terminal terminal, CancellationToken cancellationToken)
    {
        var id = parse.GetRequiredValue(Id);
        var path = parse.GetValue(SpeakCommand.Output) ?? $"{id}.wav";
        await SpeakCommand.SpeakAsync(new(SampleText, id, 1, path), terminal, cancellationToken);
        return ExitCode.Done;
    }

    private static void WriteJson(Utf8JsonWriter json, IEnumerable<Voice> voices)
    {
        json.WriteStartArray("voices");
        foreach (var voice in voices)
        {
            json.WriteStartObject();
            json.WriteString("id", voice.Id.Value);
            json.WriteString("engine", voice.Engine.Value);
            json.WriteString("name", voice.Name);
            json.WriteString("locale", voice.Locale);
            json.WriteString("gender", voice.Gender.ToString().ToLowerInvariant());
            json.WriteNumber("sampleRate", voice.SampleRate);
            json.WriteString("licence", voice.Licence);
            json.WriteString("attribution", voice.Attribution);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
