using System.Globalization;
using Kunshan.Audio.Mandarin;

namespace Kunshan.Audio.Tools.MandarinData.Measuring;

/// <summary>Accuracy on tables of cases: <c>written⇥spoken⇥pinyin⇥note</c>; an empty column is not asked.</summary>
internal static class CaseTables
{
    /// <summary>Whether a file is such a table.</summary>
    public static bool Is(string file) => File.ReadLines(file).FirstOrDefault()?.StartsWith("# written\t", StringComparison.Ordinal) == true;

    /// <summary>Prints the share of right cases, then the wrong ones by the rule that read them.</summary>
    public static void Print(string file)
    {
        var frontEnd = MandarinFrontEnd.Load(new MandarinOptions());
        var cases = File.ReadLines(file).Where(line => line.Length > 0 && !line.StartsWith("# ", StringComparison.Ordinal)).Select(line => line.Split('\t')).Select(fields => Read(frontEnd, fields)).ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(file)}: {100.0 * cases.Count(one => one.IsRight) / cases.Count:F2} % of {cases.Count} cases"));
        foreach (var wrong in cases.Where(one => !one.IsRight).OrderBy(one => one.Rules, StringComparer.Ordinal))
        {
            Console.WriteLine($"       {wrong.Rules}: {wrong.Written}: wanted {wrong.Wanted}, got {wrong.Got}");
        }
    }

    private static Case Read(MandarinFrontEnd frontEnd, string[] fields)
    {
        var form = frontEnd.Pronounce(fields[0]).Product;
        var spoken = Bare(string.Concat(form.Tokens.Select(token => token.Spoken)));
        var pinyin = string.Join(' ', form.Tokens.SelectMany(token => token.Syllables));
        var isRight = (fields[1].Length == 0 || Bare(fields[1]) == spoken) && (fields[2].Length == 0 || fields[2] == pinyin);
        return new(fields[0], isRight, $"{fields[1]} {fields[2]}".Trim(), $"{spoken} {pinyin}", string.Join('+', form.Tokens.Select(token => token.Reason).Where(reason => reason != "mark").Distinct()));
    }

    /// <summary>Marks and blanks do not count: a case is about words.</summary>
    private static string Bare(string text) => string.Concat(text.Where(char.IsLetterOrDigit));

    private sealed record Case(string Written, bool IsRight, string Wanted, string Got, string Rules);
}
