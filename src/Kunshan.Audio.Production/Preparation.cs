using System.Collections.Immutable;
using Kunshan.Audio.Mandarin;
using Kunshan.Audio.Mandarin.Lexicons;
using Kunshan.Audio.Reading;
using Kunshan.Audio.Reading.Markdown;
using Kunshan.Audio.Reading.Sources;
using Kunshan.Audio.Scripting;
using Kunshan.Audio.Scripting.Casting;
using Kunshan.Audio.Scripting.ScriptFiles;

namespace Kunshan.Audio.Production;

/// <summary>The stages before sound: read → analyse → script → cast → say.</summary>
/// <param name="options">What is wanted.</param>
/// <param name="voices">The voices that may be cast.</param>
public sealed class Preparation(ProductionOptions options, ImmutableArray<Voice> voices)
{
    private readonly MandarinFrontEnd frontEnd = MandarinFrontEnd.Load(new MandarinOptions
    {
        Reading = options.TaiwanReadings ? Mandarin.Reading.Taiwan : Mandarin.Reading.Mainland,
        Lexicons = [.. options.Lexicons.Select(LexiconFile.Load)],
    });

    /// <summary>Makes an article ready to be spoken.</summary>
    /// <exception cref="ArticleException">The input is no article.</exception>
    public Manuscript Prepare(ProductionInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        var source = Take(SourceDecoder.Decode(input.Content, input.Path, null));
        var article = WithOverrides(Take(ArticleReading.Read(source, frontEnd)));
        var analysis = frontEnd.Analyse(article);
        var script = Take(new Scripter(new ScriptingOptions { ReadCredits = options.ReadCredits }).Write(article, analysis));
        if (options.ScriptFile is { } corrections)
        {
            script = Take(ScriptFile.Apply(File.ReadAllText(corrections), corrections, script));
        }

        var forms = Say(article, analysis, script, diagnostics);
        script = Take(SilentUtterances.Remove(script, forms.ToDictionary(form => form.Utterance), input.Path));
        var cast = Take(Caster.Cast(script, voices, CastingOptionsOf(options)));
        script = VoiceChanges.Apply(script, cast);
        var spoken = script.Utterances.Select(utterance => utterance.Id).ToHashSet();
        return new(source, article, analysis, script, cast, [.. forms.Where(form => spoken.Contains(form.Utterance))], diagnostics.ToImmutable());

        T Take<T>(StageResult<T> result)
        {
            diagnostics.AddRange(result.Diagnostics);
            return result.Product;
        }
    }

    private ImmutableArray<SpokenForm> Say(Article article, Analysis analysis, Script script, ImmutableArray<Diagnostic>.Builder diagnostics)
    {
        var blocks = article.Blocks.ToDictionary(block => block.Id);
        var analyses = analysis.Blocks.ToDictionary(block => block.Block);
        var forms = ImmutableArray.CreateBuilder<SpokenForm>();
        foreach (var utterance in script.Utterances)
        {
            var said = frontEnd.Say(utterance, blocks[utterance.Source.Block], analyses[utterance.Source.Block]);
            forms.Add(said.Product);
            diagnostics.AddRange(said.Diagnostics);
        }

        return forms.ToImmutable();
    }

    private Article WithOverrides(Article article)
    {
        var given = options.Metadata;
        var own = article.Metadata;
        return article with
        {
            Metadata = own with
            {
                Title = given.Title ?? own.Title,
                Authors = given.Author is { } author ? [author] : own.Authors,
                Date = given.Date ?? own.Date,
                Publisher = given.Publisher ?? own.Publisher,
                Rights = given.Rights ?? own.Rights,
                Identifier = given.Identifier ?? own.Identifier,
            },
        };
    }

    /// <summary>Settings at the head of a Markdown article, by name; empty for other formats.</summary>
    public static IReadOnlyDictionary<string, string> FrontMatterOf(ProductionInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var source = SourceDecoder.Decode(input.Content, input.Path, null).Product;
        return source.Format == SourceFormat.Markdown ? FrontMatter.Read(source.Text).Product.Values : ImmutableDictionary<string, string>.Empty;
    }

    /// <summary>Choices of the cast file, and over them those of a corrected script.</summary>
    private static CastingOptions CastingOptionsOf(ProductionOptions options)
    {
        var cast = options.CastFile is { } path ? CastFile.Parse(File.ReadAllText(path), path) : null;
        if (options.ScriptFile is { } script)
        {
            cast ??= new(script, ImmutableDictionary<SpeakerId, (VoiceId, int)>.Empty);
            cast = cast with { Voices = cast.Voices.SetItems(ScriptFile.VoicesOf(File.ReadAllText(script), script)) };
        }

        return new() { Narrator = options.Narrator, CastFile = cast };
    }
}
