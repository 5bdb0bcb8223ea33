using System.CommandLine;

namespace Kunshan.Audio.Cli;

/// <summary>Options that every command knows.</summary>
internal static class CommonOptions
{
    public static Option<bool> Json { get; } = new("--json") { Description = "One JSON object on standard output at the end.", Recursive = true };

    public static Option<bool> Quiet { get; } = new("--quiet") { Description = "Say nothing but failures.", Recursive = true };

    public static Option<bool> Plain { get; } = new("--plain") { Description = "No colour and no redrawing: plain lines for screen readers and logs.", Recursive = true };

    public static Option<bool> Verbose { get; } = new("--verbose") { Description = "Say more; show the stack of a failure.", Recursive = true };

    public static Option<string?> Ui { get; } = UiOption();

    public static void AddTo(Command root)
    {
        root.Options.Add(Json);
        root.Options.Add(Quiet);
        root.Options.Add(Plain);
        root.Options.Add(Verbose);
        root.Options.Add(Ui);
    }

    private static Option<string?> UiOption()
    {
        var option = new Option<string?>("--ui") { Description = "Language of messages: zh or en (default: from the locale).", HelpName = "zh|en", Recursive = true };
        option.AcceptOnlyFromAmong("zh", "en");
        return option;
    }
}
