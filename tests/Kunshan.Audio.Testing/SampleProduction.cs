using System.Collections.Immutable;

namespace Kunshan.Audio.Testing;

/// <summary>A small production with everything a writer of publications must bear: hostile title, marks that cross utterances, a lost character, ruby, a list, a quotation with a speaker, blocks that are not read.</summary>
public static class SampleProduction
{
    private const int Rate = 1000;
    private const string Title = "夜</script> ]]> & \"读\"";

    /// <summary>The source; its audio files are bytes in a folder.</summary>
    public static PublicationSource Source(string audioFolder, string? certifiedBy = null)
    {
        var article = Article();
        var script = Script(article);
        var cues = script.Utterances.Select((utterance, i) => new Cue(utterance.Id, new(utterance.Id.Value[..3]), BeginOf(script, utterance), BeginOf(script, utterance) + 1234, [])).ToImmutableArray();
        var tracks = script.Sections.Select(section => Track(section, audioFolder)).ToImmutableArray();
        var recording = new Recording(Rate, tracks, null, cues, [.. script.Sections.Select((section, i) => new Chapter(section.Id, section.Title, tracks.Take(i).Sum(track => track.Samples)))], new("podcast-mono", -19, 3, -2, 5, false));
        CastList cast = new([new(SpeakerId.Narrator, new("lan"), CastingReason.Narrator), new(new("林秋水"), new("he"), CastingReason.Order)]);
        return new("夜读", article, script, cast, [Voice("lan"), Voice("he")], recording, new(2031, 9, 8, 0, 0, 0, TimeSpan.Zero), "urn:uuid:5b3b1c3e-0000-5000-8000-000000000001", "Kunshan.Audio 0", certifiedBy);
    }

    private static Article Article() => new(
        new() { Title = Title, Language = "zh-Hans", Authors = ["许文"], Date = new(2031, 9, 8), Source = "http://news.example.org/1", Rights = "未经授权不得转载" },
        [
            Block("b1", BlockRole.Title, Title, 1),
            Block("b2", BlockRole.Lead, "灯亮了。市民来了。") with { Inlines = [new Strong(2, 4), new Emphasis(5, 1)] },
            Block("b3", BlockRole.Heading, "沈□的书", 2) with { Inlines = [new Lost(1, 1), new Ruby(3, 1, "shū")] },
            Block("b4", BlockRole.Paragraph, "“好书。”林秋水说。") with { Inlines = [new Link(1, 2, "https://example.org/?a=1&b=2")] },
            Block("b5", BlockRole.List, "借书", 1),
            Block("b6", BlockRole.List, "还书", 1),
            Block("b7", BlockRole.Caption, "▲一楼"),
            Block("b8", BlockRole.Byline, "记者 | 许文"),
            Block("b9", BlockRole.Other, "延伸阅读"),
        ]);

    private static Script Script(Article article)
    {
        var blocks = article.Blocks.ToDictionary(block => block.Id.Value);
        Section first = new(new("s01"), Title, new("b1"), [new("b1"), new("b2")], [Say(1, 1, blocks["b1"], 0, Title.Length), Say(1, 2, blocks["b2"], 0, 4), Say(1, 3, blocks["b2"], 4, 5)]);
        Section second = new(
            new("s02"),
            "沈□的书",
            new("b3"),
            [new("b3"), new("b4"), new("b5"), new("b6"), new("b7"), new("b8")],
            [
                Say(2, 1, blocks["b3"], 0, 4),
                Say(2, 2, blocks["b4"], 0, 5) with { Speaker = new("林秋水") },
                Say(2, 3, blocks["b4"], 5, 5),
                Say(2, 4, blocks["b5"], 0, 2),
                Say(2, 5, blocks["b6"], 0, 2),
                Say(2, 6, blocks["b7"], 0, 3) with { Skippable = true },
            ]);
        Speaker speaker = new(new("林秋水"), SpeakerKind.Person, [], "馆长");
        return new(Title, "zh-Hans", [first, second], [new(SpeakerId.Narrator, SpeakerKind.Narrator, [], null), speaker], [], [new("b8"), new("b9")]);
    }

    private static Block Block(string id, BlockRole role, string text, int level = 0) => new() { Id = new(id), Role = role, Text = text, Level = level, Source = BlockSource.Unchanged(1, text) };

    private static Utterance Say(int section, int number, Block block, int start, int length) => new()
    {
        Id = UtteranceId.Of(SectionId.Of(section), number),
        Speaker = SpeakerId.Narrator,
        Text = block.Text.Substring(start, length),
        Source = new(block.Id, start, length),
        Language = "zh-Hans",
        Role = block.Role,
        PauseAfter = 450,
    };

    private static long BeginOf(Script script, Utterance utterance) =>
        script.Sections.First(section => section.Utterances.Contains(utterance)).Utterances.TakeWhile(other => other.Id != utterance.Id).Count() * 1234L;

    private static AudioTrack Track(Section section, string folder)
    {
        var path = Path.Combine(folder, $"{section.Id}.m4a");
        File.WriteAllText(path, $"sound of {section.Id}");
        return new(section.Id, section.Title, path, "audio/mp4", Rate, section.Utterances.Length * 1234L);
    }

    private static Voice Voice(string id) => new() { Id = new(id), Engine = new("built-in"), Name = id, Locale = "zh-CN", Gender = VoiceGender.Neutral, SampleRate = 22050, Licence = "CC BY-SA 3.0", Attribution = "Voice: somebody." };
}
