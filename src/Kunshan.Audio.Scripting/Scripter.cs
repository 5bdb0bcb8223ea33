using System.Collections.Immutable;
using Kunshan.Audio.Scripting.Sections;
using Kunshan.Audio.Scripting.Speakers;

namespace Kunshan.Audio.Scripting;

/// <summary>Writes the script of an article: sections, utterances, speakers, pauses. Mints the ids that every output carries.</summary>
/// <param name="options">What decides it beside the article.</param>
public sealed class Scripter(ScriptingOptions options)
{
    /// <summary>Writes the script.</summary>
    public StageResult<Script> Write(Article article, Analysis analysis)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(analysis);
        var people = new People(article, analysis);
        var attribution = new SpeechAttribution(new SubjectFinder(people));
        var words = analysis.Blocks.ToDictionary(block => block.Block);
        var found = article.Blocks.Where(block => SectionBuilder.IsRead(block.Role)).SelectMany(block => attribution.Of(block, words[block.Id])).ToList();
        ImmutableArray<Attribution> attributions = [.. found.Select(pair => pair.Attribution)];

        var cutter = new UtteranceCutter(attributions, article.Metadata.Language);
        var creditsTitle = article.Metadata.Language == "zh-Hant" ? "製作資訊" : "制作信息";
        var sections = SectionBuilder.Plan(article, options.ReadCredits, creditsTitle).Where(plan => !plan.Read.IsEmpty).Select((plan, i) => Section(plan, SectionId.Of(i + 1), cutter)).ToImmutableArray();
        var read = sections.SelectMany(section => section.Utterances).Select(utterance => utterance.Source.Block).ToHashSet();
        var script = new Script(
            article.Metadata.Title,
            article.Metadata.Language,
            sections,
            SpeakersOf(found.Select(pair => pair.Subject).OfType<Subject>(), people),
            attributions,
            [.. article.Blocks.Where(block => !read.Contains(block.Id)).Select(block => block.Id)]);
        return new(script, [.. attributions.Where(one => one.Kind == SpeechKind.Direct && one.Confidence == Confidence.Low).Select(one => Doubt(one, article))]);
    }

    private static Section Section(SectionPlan plan, SectionId id, UtteranceCutter cutter)
    {
        var utterances = plan.Read.SelectMany(cutter.Cut).Select((utterance, i) => utterance with { Id = UtteranceId.Of(id, i + 1) }).ToList();
        return new(id, plan.Title, plan.Heading, [.. plan.Shown.Select(block => block.Id)], Pauses.Apply(utterances));
    }

    private static ImmutableArray<Speaker> SpeakersOf(IEnumerable<Subject> subjects, People people) =>
    [
        new(SpeakerId.Narrator, SpeakerKind.Narrator, [], null),
        .. subjects.DistinctBy(subject => subject.Name).Select(subject => new Speaker(subject.Name, subject.Kind, [], people.TitleOfDisplayed(subject.Name.Value))),
    ];

    private static Diagnostic Doubt(Attribution attribution, Article article)
    {
        var block = article.Blocks.First(block => block.Id == attribution.Range.Block);
        var text = block.Text.Substring(attribution.Range.Start, Math.Min(30, attribution.Range.Length));
        return new("KA-SCRIPT-DOUBT", Severity.Information, new("Nobody is surely the speaker of this quotation; the narrator reads it.", "无法确定这段引语出自谁之口，由旁白朗读。"), new(block.Source.Line, attribution.Range, text));
    }
}
