using System.CommandLine;
using System.Globalization;

namespace Kunshan.Audio.Cli;

/// <summary>The options of a build: command line over article front matter over project file over built in.</summary>
/// <param name="parse">The command line.</param>
/// <param name="layers">Further settings by name (<c>readCredits</c>), the strongest first.</param>
internal sealed class Settings(ParseResult parse, IReadOnlyList<IReadOnlyDictionary<string, string>> layers)
{
    /// <summary>The value of an option; null where nobody gave one.</summary>
    public string? Text(Option<string?> option) => parse.GetValue(option) ?? Layered(option);

    /// <summary>Whether a switch is on.</summary>
    /// <exception cref="UsageException">A file of settings holds something else than true or false.</exception>
    public bool Flag(Option<bool> option)
    {
        if (parse.GetValue(option))
        {
            return true;
        }

        return Layered(option) switch
        {
            null or "false" => false,
            "true" => true,
            var other => throw new UsageException($"{KeyOf(option)}: “{other}” is neither true nor false.", $"{KeyOf(option)}：“{other}”既不是 true 也不是 false。"),
        };
    }

    /// <summary>The values of a repeatable option, also separated by commas.</summary>
    public string[] List(Option<string[]> option)
    {
        var given = parse.GetValue(option) is { Length: > 0 } values ? values : Layered(option) is { } layered ? [layered] : [];
        return [.. given.SelectMany(value => value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];
    }

    /// <summary>The values of a repeatable option from everywhere, the strongest first.</summary>
    public IEnumerable<string> AllOf(Option<string[]> option) =>
        (parse.GetValue(option) ?? []).Concat(layers.Select(layer => layer.GetValueOrDefault(KeyOf(option))).OfType<string>().SelectMany(values => values.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)));

    /// <summary>A whole number above zero.</summary>
    /// <exception cref="UsageException">It is none.</exception>
    public int? Count(Option<string?> option) => Text(option) switch
    {
        null => null,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0 => count,
        var text => throw new UsageException($"{option.Name} {text}: give a whole number above 0.", $"{option.Name} {text}：请给出大于 0 的整数。"),
    };

    /// <summary>A day, <c>yyyy-MM-dd</c>.</summary>
    /// <exception cref="UsageException">It is none.</exception>
    public DateOnly? Day(Option<string?> option) => Text(option) switch
    {
        null => null,
        var text when DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => day,
        var text => throw new UsageException($"{option.Name} {text}: give a day as 2026-03-05.", $"{option.Name} {text}：请按 2026-03-05 的形式给出日期。"),
    };

    private string? Layered(Option option)
    {
        var key = KeyOf(option);
        return layers.Select(layer => layer.GetValueOrDefault(key)).FirstOrDefault(value => value is not null);
    }

    /// <summary>An option's name in files of settings: <c>--read-credits</c> is <c>readCredits</c>.</summary>
    internal static string KeyOf(Option option)
    {
        var words = option.Name.TrimStart('-').Split('-');
        return words[0] + string.Concat(words.Skip(1).Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
    }
}
