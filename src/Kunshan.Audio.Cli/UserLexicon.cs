using Kunshan.Audio.Mandarin.Lexicons;

namespace Kunshan.Audio.Cli;

/// <summary>The user's own lexicon, and the order in which lexicons stand: command line, project, user.</summary>
internal static class UserLexicon
{
    /// <summary>Its file: <c>kunshan/lexicon.pls</c> in the folder for settings (<c>XDG_CONFIG_HOME</c>, <c>~/.config</c>).</summary>
    public static string Path { get; } = System.IO.Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData, Environment.SpecialFolderOption.DoNotVerify), "kunshan", "lexicon.pls");

    /// <summary>A lexicon, empty where there is no file yet.</summary>
    public static Lexicon LoadOrEmpty(string path) => File.Exists(path) ? LexiconFile.Load(path) : new(path, []);

    /// <summary>Files that are given, the strongest first, and after them the user's where there is one.</summary>
    public static IEnumerable<string> Below(IEnumerable<string> given)
    {
        var files = given.Select(path => Inputs.ExistingFile("--lexicon", path)!);
        return File.Exists(Path) ? files.Append(Path) : files;
    }
}
