using System.CommandLine;
using System.Text;
using Kunshan.Audio.Cli;
using Kunshan.Audio.Cli.Commands;

// Redirected text is UTF-8 whatever the locale says: transcripts are Chinese.
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
var root = new RootCommand(
    """
    Kunshan.Audio: a Mandarin article in, narration with a synchronized, accessible EPUB 3 and web page out.

    Exit codes: 0 done, 1 wrong usage, 2 the input is no article, 3 done with findings at or above --fail-on,
    4 a needed program, voice or service is missing, 5 speech failed, 6 the output cannot be written,
    7 conformance failed, 130 interrupted.
    """)
{
    BuildCommand.Create(),
    ScriptCommand.Create(),
    SsmlCommand.Create(),
    PronounceCommand.Create(),
    SpeakCommand.Create(),
    LexiconCommand.Create(),
    VoicesCommand.Create(),
    DoctorCommand.Create(),
};
CommonOptions.AddTo(root);
var parse = root.Parse(args);
if (parse.Errors is [var first, ..])
{
    await Console.Error.WriteLineAsync($"kunshan: {first.Message.ReplaceLineEndings(" ")} Type kunshan --help.");
    return ExitCode.WrongUsage;
}

return await parse.InvokeAsync(new InvocationConfiguration
{
    EnableDefaultExceptionHandler = false,
    ProcessTerminationTimeout = TimeSpan.FromSeconds(10),
});
