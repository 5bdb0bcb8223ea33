using System.Globalization;
using Kunshan.Audio.Mandarin;
using Kunshan.Audio.Testing;

namespace Kunshan.Audio.Tests.Mandarin;

/// <summary>Tables of cases beside the tests: <c>written⇥spoken⇥pinyin⇥note</c>; an empty column is not checked.</summary>
internal static class Cases
{
    public static MandarinFrontEnd FrontEnd { get; } = MandarinFrontEnd.Load(new MandarinOptions());

    public static TheoryData<int, string, string, string> Of(string table)
    {
        var data = new TheoryData<int, string, string, string>();
        var number = 0;
        foreach (var line in File.ReadLines(Path.Combine(Repository.Root, "tests", "Kunshan.Audio.Tests", "Mandarin", $"{table}.tsv")))
        {
            number++;
            if (line.Length > 0 && !line.StartsWith("# ", StringComparison.Ordinal))
            {
                var parts = line.Split('\t');
                data.Add(number, parts[0], parts[1], parts[2]);
            }
        }

        return data;
    }

    /// <summary>Marks and blanks do not count: a case is about words.</summary>
    public static void Check(MandarinFrontEnd frontEnd, string written, string spoken, string pinyin)
    {
        var form = frontEnd.Pronounce(written).Product;
        Assert.Equal(written, string.Concat(form.Tokens.Select(token => token.Surface)));
        if (spoken.Length > 0)
        {
            Assert.Equal(Bare(spoken), Bare(string.Concat(form.Tokens.Select(token => token.Spoken))));
        }

        if (pinyin.Length > 0)
        {
            Assert.Equal(pinyin, string.Join(' ', form.Tokens.SelectMany(token => token.Syllables).Select(syllable => syllable.ToString())));
        }
    }

    private static string Bare(string text) => string.Concat(text.Where(unit => !char.IsWhiteSpace(unit) && (char.GetUnicodeCategory(unit) is not (UnicodeCategory.OtherPunctuation or UnicodeCategory.DashPunctuation or UnicodeCategory.OpenPunctuation or UnicodeCategory.ClosePunctuation or UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation))));
}
