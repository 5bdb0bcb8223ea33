using Kunshan.Audio.Engines.BuiltIn.Model;
using Kunshan.Audio.Engines.BuiltIn.Phrasing;
using Kunshan.Audio.Testing;

namespace Kunshan.Audio.Tests.Engines.BuiltIn;

public sealed class PhraseSplitterTests
{
    private static readonly PhraseSplitter Splitter = new(new(VoiceModel.Read(File.ReadAllBytes(Path.Combine(Repository.Root, "voices", "lan", "voice.kvm")))));

    [Theory]
    [InlineData("he2 shui3 120 qing1 le5", "4")]
    [InlineData("he2 shui3 165 qing1 le5", "2 165 2")]
    [InlineData("he2 shui3 220 350 qing1 le5 450", "2 350 2")]
    [InlineData("220 he2 shui3", "2")]
    [InlineData("wan2 r5 shui3", "2")]
    [InlineData("wan2 220 r5 shui3", "1 220 2")]
    [InlineData("er2 r5", "1")]
    public void Pauses_from_165_milliseconds_cut_and_an_r_joins_the_syllable_before_it(string form, string phrases) => Assert.Equal(phrases, Split(Tokens(form)));

    [Theory]
    [InlineData(25, 1, "25")]
    [InlineData(26, 1, "13 165 13")]
    [InlineData(51, 2, "18 165 18 165 15")]
    [InlineData(60, 4, "20 165 20 165 20")]
    [InlineData(30, 30, "15 165 15")]
    [InlineData(40, 11, "22 165 18")]
    public void A_long_clause_is_spoken_in_even_breaths_between_tokens_where_they_allow_it(int syllables, int inToken, string phrases)
    {
        var tokens = Enumerable.Repeat(new Syllable("ma", 1), syllables).Chunk(inToken).Select((chunk, i) => new SpokenToken(i, 1, "字", "字", [.. chunk], "word"));

        Assert.Equal(phrases, Split(tokens));
    }

    [Fact]
    public void Every_syllable_of_the_form_has_its_entry()
    {
        var phrases = Splitter.Split(new(new("u"), [.. Tokens("yi2 kuai4 r5 220 qing1 le5")]));

        Assert.Equal([(0, 0, false), (1, 1, false), (2, 1, true)], phrases[0].Sources.Select(entry => (entry.Token, entry.Position, entry.IsErhua)));
        Assert.Equal([(4, 0, false), (5, 1, false)], phrases[1].Sources.Select(entry => (entry.Token, entry.Position, entry.IsErhua)));
        Assert.Equal([false, true], phrases[0].Syllables.Select(syllable => syllable.Erhua));
    }

    /// <summary>Syllables of each phrase, and the pauses between.</summary>
    private static string Split(IEnumerable<SpokenToken> tokens) =>
        string.Join(' ', Splitter.Split(new(new("u"), [.. tokens])).Select(phrase => phrase.PauseAfter == 0 ? $"{phrase.Syllables.Count}" : $"{phrase.Syllables.Count} {phrase.PauseAfter}"));

    /// <summary>A token a syllable; a number is a mark with that pause.</summary>
    private static IEnumerable<SpokenToken> Tokens(string form) => form.Split(' ').Select((part, i) => char.IsAsciiDigit(part[0])
        ? new SpokenToken(i, 1, "，", "", [], "mark", int.Parse(part))
        : new SpokenToken(i, 1, "字", "字", [new Syllable(part[..^1], part[^1] - '0')], "word"));
}
