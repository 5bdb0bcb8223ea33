using System.Xml.Linq;
using Kunshan.Audio.Speech.Ssml;

namespace Kunshan.Audio.Tests.Speech;

public sealed class SsmlDocumentTests
{
    private static readonly SpeakerId Mayor = new("林秋水");

    [Fact]
    public Task Neutral_section_has_paragraphs_marks_voices_and_breaks() =>
        Verify(SsmlDocument.OfSection(Section(), Forms(), Cast(), new NeutralDialect()).Value, "xml");

    [Fact]
    public Task Built_in_section_says_every_token_in_pinyin() =>
        Verify(SsmlDocument.OfSection(Section(), Forms(), Cast(), new BuiltInDialect()).Value, "xml");

    [Fact]
    public void A_section_is_well_formed_whatever_its_text_holds()
    {
        var form = new SpokenForm(new("s01-u001"), [new(0, 12, "a<b>&\"]]>\u0001\uD800c", "", [], "mark")]);
        var utterance = Utterance("s01-u001", "b1", SpeakerId.Narrator, "a<b>&\"]]>\u0001\uD800c", 450);
        var section = new Section(new("s01"), "题", null, [new("b1")], [utterance]);

        var text = SsmlDocument.OfSection(section, new Dictionary<UtteranceId, SpokenForm> { [form.Utterance] = form }, Cast(), new NeutralDialect()).Value;

        Assert.Equal("a<b>&\"]]>c", XDocument.Parse(text).Descendants(XName.Get("s", SsmlDocument.Namespace)).Single().Value);
    }

    [Fact]
    public void The_canonical_utterance_is_one_line_with_syllables_and_breaks()
    {
        var form = Forms()[new("s01-u002")];

        Assert.Equal(
            "<s xmlns=\"http://www.w3.org/2001/10/synthesis\"><phoneme alphabet=\"x-pinyin\" ph=\"zeng1 zhang3\">增长</phoneme><phoneme alphabet=\"x-pinyin\" ph=\"bai3 fen1 zhi1 wu3\">5%</phoneme>，<break time=\"220ms\" /></s>",
            SsmlDocument.OfUtterance(form).Value);
    }

    [Fact]
    public void The_key_of_a_clip_depends_on_its_content_and_not_on_the_utterance()
    {
        var voice = new Voice { Id = new("lan"), Engine = new("built-in"), Name = "lan", Locale = "zh-CN", Gender = VoiceGender.Female, SampleRate = 22050, Licence = "CC0" };
        var form = Forms()[new("s01-u002")];
        SpeechKey Key(SpokenForm spoken, double rate = 1) => SpeechKey.Of(voice.Engine, "1", new(spoken, SsmlDocument.OfUtterance(spoken), voice, rate));

        Assert.Equal(Key(form), Key(form with { Utterance = new("s09-u009") }));
        Assert.NotEqual(Key(form), Key(form, 1.5));
        Assert.NotEqual(Key(form), Key(form with { Tokens = form.Tokens.RemoveAt(2) }));
    }

    private static Section Section() => new(
        new("s01"),
        "河水变清",
        new("b1"),
        [new("b1"), new("b2")],
        [
            Utterance("s01-u001", "b1", SpeakerId.Narrator, "河水", 900),
            Utterance("s01-u002", "b2", SpeakerId.Narrator, "增长5%，", 450),
            Utterance("s01-u003", "b2", Mayor, "“好。”", 750),
        ]);

    private static Utterance Utterance(string id, string block, SpeakerId speaker, string text, int pause) => new()
    {
        Id = new(id),
        Speaker = speaker,
        Text = text,
        Source = new(new(block), 0, text.Length),
        Language = "zh-Hans",
        Role = BlockRole.Paragraph,
        PauseAfter = pause,
    };

    private static Dictionary<UtteranceId, SpokenForm> Forms() => new[]
    {
        new SpokenForm(new("s01-u001"), [new(0, 2, "河水", "河水", [new("he", 2), new("shui", 3)], "word")]),
        new SpokenForm(
            new("s01-u002"),
            [
                new(0, 2, "增长", "增长", [new("zeng", 1), new("zhang", 3)], "word"),
                new(2, 2, "5%", "百分之五", [new("bai", 3), new("fen", 1), new("zhi", 1), new("wu", 3)], "percent"),
                new(4, 1, "，", "", [], "mark", 220),
            ]),
        new SpokenForm(new("s01-u003"), [new(0, 1, "“", "", [], "mark"), new(1, 1, "好", "好", [new("hao", 3)], "word"), new(2, 2, "。”", "", [], "mark")]),
    }.ToDictionary(form => form.Utterance);

    private static CastList Cast() => new([
        new(SpeakerId.Narrator, new("lan"), CastingReason.Narrator),
        new(Mayor, new("he"), CastingReason.Order),
    ]);
}
