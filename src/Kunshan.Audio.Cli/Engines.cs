using Kunshan.Audio.Engines.BuiltIn;

namespace Kunshan.Audio.Cli;

/// <summary>Opens engines by their names, and finds the voices that came with the program.</summary>
internal static class Engines
{
    public const string BuiltIn = "built-in";

    /// <summary>The engines that work.</summary>
    public static string[] Names { get; } = [BuiltIn];

    /// <summary>Opens an engine.</summary>
    /// <exception cref="SpeechException">Its voices are missing or damaged.</exception>
    public static ISpeechEngine Open(string name) => name switch
    {
        BuiltIn => BuiltInEngine.Open(VoicesFolder),
        _ => throw new UsageException($"There is no engine “{name}”; there is {string.Join(", ", Names)}.", $"没有引擎“{name}”；可用的有 {string.Join("、", Names)}。"),
    };

    /// <summary>The folder of the voices: <c>KUNSHAN_VOICES</c>, else the nearest <c>voices</c> folder at or above the program.</summary>
    public static string VoicesFolder
    {
        get
        {
            if (Environment.GetEnvironmentVariable("KUNSHAN_VOICES") is { Length: > 0 } chosen)
            {
                return chosen;
            }

            for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            {
                var voices = Path.Combine(folder.FullName, "voices");
                if (Directory.Exists(voices))
                {
                    return voices;
                }
            }

            return Path.Combine(AppContext.BaseDirectory, "voices");
        }
    }
}
