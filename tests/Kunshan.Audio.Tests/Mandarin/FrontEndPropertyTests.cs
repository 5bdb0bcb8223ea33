using System.Text;
using CsCheck;

namespace Kunshan.Audio.Tests.Mandarin;

public sealed class FrontEndPropertyTests
{
    private const string Alphabet = "中文新闻昆山運河長大为為以將的了一不二两兩行重银銀行0123456789.,:：/%-~—…+，。；、！？“”「」《》（）()[]#@&=×℃㎡$¥€ \t\u3000AaBbGgXxvVkKmMhH·▲□第年月日点個个万萬亿億至比IVXⅣ①\u200b\ud840\udc00\ud83d\ude00\ud800é日本のαΩ";

    private static readonly Gen<string> Lines = Gen.Char[Alphabet].Array[0, 60].Select(units => new string(units));

    [Fact]
    public void Tokens_tile_any_line_and_speak_only_syllables() =>
        Lines.Sample(Check, iter: 10_000, seed: "0000KOIPe8R3");

    [Fact]
    public void Every_unicode_scalar_has_a_reading_or_a_report_or_stands_in_the_table_of_marks()
    {
        for (var value = 0; value <= 0x10FFFF; value++)
        {
            if (Rune.IsValid(value))
            {
                Check(new Rune(value).ToString());
            }
        }
    }

    [Theory]
    [InlineData("一")]
    [InlineData("1")]
    [InlineData("1,")]
    [InlineData("-")]
    [InlineData("a.")]
    [InlineData("a@")]
    [InlineData("，")]
    [InlineData("张")]
    [InlineData("以为")]
    [InlineData("#")]
    [InlineData("(0")]
    [InlineData("3:")]
    public void A_line_of_100_000_characters_is_read_like_any_other(string piece) =>
        Check(string.Concat(Enumerable.Repeat(piece, 100_000 / piece.Length)));

    [Fact]
    public void The_same_line_is_read_the_same_by_many_threads()
    {
        const string Text = "2031年4月19日，市长任远表示，全市新增绿地86㎡。";
        var forms = new string[64];
        Parallel.For(0, forms.Length, i => forms[i] = Kunshan.Audio.Mandarin.PronounceWriter.Json(Text, Cases.FrontEnd.Pronounce(Text).Product));

        Assert.Single(forms.Distinct(StringComparer.Ordinal));
    }

    private static void Check(string line)
    {
        var (form, diagnostics) = Cases.FrontEnd.Pronounce(line);
        var at = 0;
        foreach (var token in form.Tokens)
        {
            Assert.Equal(at, token.Start);
            Assert.True(token.Length > 0);
            Assert.True(token.Surface.AsSpan().SequenceEqual(line.AsSpan(token.Start, token.Length)));
            Assert.Equal(token.Spoken.Length == 0, token.Syllables.IsEmpty);
            Assert.All(token.Syllables, syllable => Assert.True(syllable.Letters.Length > 0 && syllable.Letters.All(char.IsAsciiLetterLower) && syllable.Tone is >= 1 and <= 5));
            if (token.Syllables.IsEmpty && token.Reason == "symbol")
            {
                Assert.Contains(diagnostics, diagnostic => diagnostic.Code == "KA-MAND-SYMBOL");
            }

            Assert.False(token.Syllables.IsEmpty && token.Reason is not ("mark" or "blank" or "symbol" or "phone" or "dateline" or "hashtag"), $"{token.Surface} is silent by {token.Reason}");
            at = token.Start + token.Length;
        }

        Assert.Equal(line.Length, at);
    }
}
