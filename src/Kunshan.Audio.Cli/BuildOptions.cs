using System.CommandLine;
using System.Globalization;
using Kunshan.Audio.Production;

namespace Kunshan.Audio.Cli;

/// <summary>The options of <c>build</c> and of the commands that show what it would make.</summary>
internal static class BuildOptions
{
    public static Option<string?> Output { get; } = new("--output", "-o") { Description = "The finished folder (default: output/<slug>); with several articles, the folder of their folders.", HelpName = "DIR" };

    public static Option<string[]> Formats { get; } = new("--formats") { Description = "What to make: epub,html,ssml,captions,m4b or all (default: all).", HelpName = "LIST" };

    public static Option<string?> Engine { get; } = Choice("--engine", "Who speaks.", Engines.Names);

    public static Option<string?> Voice { get; } = new("--voice") { Description = "The narrator's voice (kunshan voices lists them).", HelpName = "ID" };

    public static Option<string?> Rate { get; } = new("--rate") { Description = "Hanzi a minute, 120 to 720 (default 240), or for instance +20%.", HelpName = "RATE" };

    public static Option<string?> Reading { get; } = Choice("--reading", "Readings of the mainland or of Taiwan.", "mainland", "taiwan");

    public static Option<bool> ReadCredits { get; } = new("--read-credits") { Description = "Read byline, credits, source and copyright too, in a last section." };

    public static Option<string?> Cast { get; } = new("--cast") { Description = "A cast file: speaker = voice.", HelpName = "FILE" };

    public static Option<string?> Script { get; } = new("--script") { Description = "A corrected script.", HelpName = "FILE" };

    public static Option<string[]> Lexicon { get; } = new("--lexicon") { Description = "A lexicon (.pls or .csv); repeatable, the first is the strongest; over the project's and the user's.", HelpName = "FILE" };

    public static Option<string?> Loudness { get; } = new("--loudness") { Description = "Loudness profile (default podcast-mono).", HelpName = "PROFILE" };

    public static Option<string?> Jobs { get; } = new("--jobs") { Description = "How many things to do at once (default: one a core).", HelpName = "N" };

    public static Option<string?> FailOn { get; } = Choice("--fail-on", "Exit with 3 when there are findings of this kind (default error).", "warning", "error");

    public static Option<string?> Title { get; } = new("--title") { Description = "Title of the publication.", HelpName = "TEXT" };

    public static Option<string?> Author { get; } = new("--author") { Description = "Its author.", HelpName = "TEXT" };

    public static Option<string?> Date { get; } = new("--date") { Description = "Its date.", HelpName = "YYYY-MM-DD" };

    public static Option<string?> Publisher { get; } = new("--publisher") { Description = "Its publisher.", HelpName = "TEXT" };

    public static Option<string?> Rights { get; } = new("--rights") { Description = "Its statement of rights.", HelpName = "TEXT" };

    public static Option<string?> Identifier { get; } = new("--identifier") { Description = "Its identifier, for instance urn:isbn:….", HelpName = "URI" };

    public static Option<string?> CertifiedBy { get; } = new("--certified-by") { Description = "Who evaluated the publication's accessibility; without it no claim is made.", HelpName = "NAME" };

    public static Option<string?> SourceDate { get; } = new("--source-date") { Description = "The publication's moment in seconds since 1970 (default: SOURCE_DATE_EPOCH, else the article's date).", HelpName = "EPOCH" };

    public static Option<bool> Keep { get; } = new("--keep") { Description = "Keep every stage's product as JSON under stages/." };

    public static Option<bool> Force { get; } = new("--force") { Description = "Replace a folder even if its script was edited." };

    /// <summary>What decides the script: for commands that stop there.</summary>
    public static Option[] OfScript { get; } = [Voice, Reading, ReadCredits, Cast, Script, Lexicon, Title, Author, Date];

    /// <summary>Everything.</summary>
    public static Option[] All { get; } = [Output, Formats, Engine, Voice, Rate, Reading, ReadCredits, Cast, Script, Lexicon, Loudness, Jobs, FailOn, Title, Author, Date, Publisher, Rights, Identifier, CertifiedBy, SourceDate, Keep, Force];

    /// <summary>Settings of one article from the command line, its front matter and its project file.</summary>
    public static Settings SettingsOf(ParseResult parse, ProductionInput input)
    {
        string[] known = [.. All.Select(Settings.KeyOf)];
        return new(parse, [Preparation.FrontMatterOf(input), ProjectFile.SettingsFor(input.Path, known)]);
    }

    /// <summary>The options of a production.</summary>
    /// <exception cref="UsageException">One of them cannot be.</exception>
    public static ProductionOptions Of(Settings settings) => new()
    {
        Output = settings.Text(Output),
        Formats = FormatsOf(settings.List(Formats)),
        Narrator = settings.Text(Voice) is { } voice ? new VoiceId(voice) : null,
        Rate = SpeechRate.Parse(settings.Text(Rate)),
        TaiwanReadings = settings.Text(Reading) == "taiwan",
        ReadCredits = settings.Flag(ReadCredits),
        CastFile = Inputs.ExistingFile("--cast", settings.Text(Cast)),
        ScriptFile = Inputs.ExistingFile("--script", settings.Text(Script)),
        Lexicons = [.. UserLexicon.Below(settings.AllOf(Lexicon))],
        Loudness = LoudnessOf(settings.Text(Loudness) ?? "podcast-mono"),
        Jobs = settings.Count(Jobs) ?? Environment.ProcessorCount,
        Metadata = new()
        {
            Title = settings.Text(Title),
            Author = settings.Text(Author),
            Date = settings.Day(Date),
            Publisher = settings.Text(Publisher),
            Rights = settings.Text(Rights),
            Identifier = settings.Text(Identifier),
        },
        CertifiedBy = settings.Text(CertifiedBy),
        SourceDate = Moment(settings.Text(SourceDate) ?? Environment.GetEnvironmentVariable("SOURCE_DATE_EPOCH")),
        Keep = settings.Flag(Keep),
        Force = settings.Flag(Force),
    };

    private static System.Collections.Immutable.ImmutableArray<string> FormatsOf(string[] names)
    {
        if (names.Length == 0 || names.Contains("all"))
        {
            return Producer.Formats;
        }

        foreach (var name in names)
        {
            if (!Producer.Formats.Contains(name))
            {
                throw new UsageException($"--formats {name}: there is no such format; there are {string.Join(", ", Producer.Formats)} and all.", $"--formats {name}：没有这种格式；可用的有 {string.Join("、", Producer.Formats)} 和 all。");
            }
        }

        return [.. Producer.Formats.Where(names.Contains)];
    }

    private static string LoudnessOf(string name) => Producer.LoudnessProfiles.Contains(name)
        ? name
        : throw new UsageException($"--loudness {name}: there is no such profile; there are {string.Join(", ", Producer.LoudnessProfiles)}.", $"--loudness {name}：没有这个响度标准；可用的有 {string.Join("、", Producer.LoudnessProfiles)}。");

    private static DateTimeOffset? Moment(string? seconds) => seconds switch
    {
        null or "" => null,
        _ when long.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value <= 253402300799 => DateTimeOffset.FromUnixTimeSeconds(value),
        _ => throw new UsageException($"--source-date {seconds}: give whole seconds since 1970.", $"--source-date {seconds}：请给出自 1970 年起的整秒数。"),
    };

    private static Option<string?> Choice(string name, string description, params string[] values)
    {
        var option = new Option<string?>(name) { Description = description, HelpName = string.Join('|', values) };
        option.AcceptOnlyFromAmong(values);
        return option;
    }
}
