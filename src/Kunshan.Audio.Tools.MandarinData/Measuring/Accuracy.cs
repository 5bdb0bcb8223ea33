using System.Globalization;
using Kunshan.Audio.Mandarin;

namespace Kunshan.Audio.Tools.MandarinData.Measuring;

/// <summary>Accuracy of the front-end on labelled polyphones: <c>sentence with ▁c▁⇥reading</c>, citation tones.</summary>
internal static class Accuracy
{
    private const char Mark = '\u2581';

    /// <summary>Prints accuracy, the mean over characters, and errors by character and reading.</summary>
    public static void Print(string file, int worst, bool examples)
    {
        var frontEnd = MandarinFrontEnd.Load(new MandarinOptions { Sandhi = false });
        var results = File.ReadLines(file).Select(line => Read(frontEnd, line)).ToArray();
        var right = results.Count(result => result.Got == result.Wanted);
        var mean = results.GroupBy(result => result.Character, StringComparer.Ordinal).Average(group => group.Count(result => result.Got == result.Wanted) / (double)group.Count());
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(file)}: {100.0 * right / results.Length:F2} % of {results.Length}, mean over characters {100 * mean:F2} %"));
        foreach (var rule in results.GroupBy(result => result.By).OrderByDescending(group => group.Count(result => result.Got != result.Wanted)))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"       by {rule.Key}: {rule.Count(result => result.Got != result.Wanted)} wrong of {rule.Count()}"));
        }

        foreach (var group in results.Where(result => result.Got != result.Wanted).GroupBy(result => (result.Character, result.Wanted, result.Got, result.By)).OrderByDescending(group => group.Count()).ThenBy(group => group.Key.Character, StringComparer.Ordinal).Take(worst))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{group.Count(),5}  {group.Key.Character}  wanted {group.Key.Wanted,-8} got {group.Key.Got,-8} by {group.Key.By}"));
            foreach (var result in group.Take(examples ? 8 : 0))
            {
                Console.WriteLine($"         {result.Context}");
            }
        }
    }

    private static Result Read(MandarinFrontEnd frontEnd, string line)
    {
        var parts = line.Split('\t');
        var offset = parts[0].IndexOf(Mark, StringComparison.Ordinal);
        var end = parts[0].LastIndexOf(Mark);
        var character = parts[0][(offset + 1)..end];
        var text = parts[0].Replace(Mark.ToString(), "", StringComparison.Ordinal);
        var form = frontEnd.Pronounce(text).Product;
        var token = form.Tokens.Last(candidate => candidate.Start <= offset);
        var inside = token.Surface[..(offset - token.Start)].EnumerateRunes().Count();
        var aligned = token.Syllables.Length == token.Surface.EnumerateRunes().Count();
        var spoken = token.Spoken.IndexOf(character, StringComparison.Ordinal);
        var got = aligned ? token.Syllables[inside].Citation : spoken >= 0 && spoken < token.Syllables.Length ? token.Syllables[spoken].Citation : "-";
        var context = parts[0][Math.Max(0, offset - 12)..Math.Min(parts[0].Length, end + 13)];
        return new Result(character, parts[1], got, token.Length == 1 ? "character" : token.Reason, context + "  " + token.Surface);
    }

    private sealed record Result(string Character, string Wanted, string Got, string By, string Context);
}
