using System.Collections.Immutable;
using Kunshan.Audio.Mastering.Assembly;
using Kunshan.Audio.Mastering.Encoding;
using Kunshan.Audio.Mastering.Loudness;
using Kunshan.Audio.Publishing.Captions;
using Kunshan.Audio.Publishing.Epub;
using Kunshan.Audio.Publishing.Html;
using Kunshan.Audio.Scripting.ScriptFiles;
using Kunshan.Audio.Speech.Scheduling;
using Kunshan.Audio.Speech.Ssml;

namespace Kunshan.Audio.Production;

/// <summary>What a production made.</summary>
/// <param name="Folder">The finished folder.</param>
/// <param name="Manuscript">The products before sound.</param>
/// <param name="Recording">The sound.</param>
/// <param name="Files">Paths in the folder, in ordinal order.</param>
/// <param name="Diagnostics">What all stages had to say.</param>
public sealed record ProductionResult(string Folder, Manuscript Manuscript, Recording Recording, ImmutableArray<string> Files, ImmutableArray<Diagnostic> Diagnostics);

/// <summary>The main job: article in, finished folder out. One method shows it whole.</summary>
/// <param name="options">What is wanted.</param>
/// <param name="engine">Who speaks.</param>
/// <param name="ffmpeg">The program that encodes and decodes.</param>
public sealed class Producer(ProductionOptions options, ISpeechEngine engine, Ffmpeg ffmpeg)
{
    private static readonly ImmutableArray<IPublicationWriter> Writers = [new EpubWriter(), new HtmlWriter(), new CaptionsWriter()];

    private static readonly DateTimeOffset Undated = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Names of all formats that can be made.</summary>
    public static ImmutableArray<string> Formats { get; } = ProductionOptions.DefaultFormats;

    /// <summary>Names of all loudness profiles.</summary>
    public static ImmutableArray<string> LoudnessProfiles { get; } = [.. LoudnessProfile.All.Select(profile => profile.Name)];

    /// <summary>Name and version of this program, as it stands in what it makes.</summary>
    public static string Generator { get; } = $"Kunshan.Audio {typeof(Producer).Assembly.GetName().Version!.ToString(3)}";

    /// <summary>Produces one article.</summary>
    /// <exception cref="ArticleException">The input is no article.</exception>
    /// <exception cref="SpeechException">The engine failed.</exception>
    /// <exception cref="AudioException">The encoder is missing or failed.</exception>
    /// <exception cref="OutputException">The folder cannot be written or must not be replaced.</exception>
    public async Task<ProductionResult> ProduceAsync(ProductionInput input, IProgress<ProductionProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(input);
        progress?.Report(new(ProductionStage.Reading, 0, 1, 0));
        var manuscript = new Preparation(options, engine.Voices).Prepare(input);
        var identifier = Identifiers.OfArticle(manuscript.Article);
        var slug = Slug.Of(manuscript.Article.Metadata.Title, input.Path);
        using var folder = FinishedFolder.Open(options.Output ?? DefaultFolder(slug, identifier), options.Force || options.ScriptFile is not null);
        try
        {
            var spoken = await SpeakAsync(manuscript, folder, slug, progress, cancellationToken);
            var source = SourceOf(manuscript, spoken.Product, slug, identifier);
            progress?.Report(new(ProductionStage.Publishing, 0, 1, 0));
            var published = Publish(source, folder);
            manuscript = manuscript with { Diagnostics = [.. manuscript.Diagnostics, .. spoken.Diagnostics, .. published] };
            WriteTexts(manuscript, folder);
            Report.Write(Path.Combine(folder.Content, "report.json"), source, manuscript, folder.Content);
            cancellationToken.ThrowIfCancellationRequested();
            folder.Commit();
            progress?.Report(new(ProductionStage.Done, 1, 1, 0));
            return new(folder.Target, manuscript, spoken.Product, FilesOf(folder.Target), manuscript.Diagnostics);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw FinishedFolder.CannotWrite(folder.Target, e);
        }
    }

    private async Task<StageResult<Recording>> SpeakAsync(Manuscript manuscript, FinishedFolder folder, string slug, IProgress<ProductionProgress>? progress, CancellationToken cancellationToken)
    {
        var voices = engine.Voices.ToDictionary(voice => voice.Id);
        var utterances = manuscript.Script.Utterances.ToImmutableArray();
        var requests = utterances.Select(utterance => RequestOf(manuscript.FormsById[utterance.Id], voices[manuscript.Cast.VoiceOf(utterance.Speaker)]));
        using var session = new MasteringSession(manuscript.Script, MasteringOptionsOf(folder), voices[manuscript.Cast.VoiceOf(SpeakerId.Narrator)].SampleRate);
        var clips = ImmutableArray.CreateBuilder<SpokenClip>(utterances.Length);
        var seconds = 0.0;
        await foreach (var clip in new SpeechSchedule(engine, options.Jobs).SpeakAsync(requests, cancellationToken))
        {
            var id = utterances[clips.Count].Id;
            session.Add(clip, manuscript.FormsById[id]);
            clips.Add(new(id, clip.Key.Value, clip.Audio.Samples.Length, clip.Onset, clip.End, clip.Marks));
            seconds += (double)(clip.End - clip.Onset) / clip.Audio.SampleRate;
            progress?.Report(new(ProductionStage.Speaking, clips.Count, utterances.Length, seconds));
        }

        progress?.Report(new(ProductionStage.Mastering, 0, 1, seconds));
        var recording = await session.FinishAsync(new FfmpegEncoder(ffmpeg), new FfmpegDecoder(ffmpeg), (folder.Work, slug), cancellationToken);
        if (options.Keep)
        {
            StageFiles.Write(StagesFolder(folder), manuscript);
            StageFiles.Write(StagesFolder(folder), clips.ToImmutable(), recording.Product);
        }

        return recording;
    }

    private SpeechRequest RequestOf(SpokenForm form, Voice voice) => new(form, SsmlDocument.OfUtterance(form), voice, options.Rate);

    private MasteringOptions MasteringOptionsOf(FinishedFolder folder) => new()
    {
        Profile = LoudnessProfile.Find(options.Loudness) ?? throw new InvalidOperationException($"There is no loudness profile “{options.Loudness}”."),
        Rate = options.Rate,
        WorkFolder = folder.Work,
        Jobs = options.Jobs,
        EncodeWhole = options.Makes("m4b"),
    };

    private PublicationSource SourceOf(Manuscript manuscript, Recording recording, string slug, string identifier)
    {
        var article = manuscript.Article;
        var used = manuscript.Cast.Members.Select(member => member.Voice).Distinct().Select(id => engine.Voices.First(voice => voice.Id == id));
        var dated = article.Metadata.Date is { } date ? new DateTimeOffset(date.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero) : Undated;
        return new(slug, article, manuscript.Script, manuscript.Cast, [.. used], recording, options.SourceDate ?? dated, identifier, Generator, options.CertifiedBy);
    }

    private ImmutableArray<Diagnostic> Publish(PublicationSource source, FinishedFolder folder)
    {
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var writer in Writers.Where(writer => options.Makes(writer.Format)))
        {
            var publication = writer.Write(source);
            diagnostics.AddRange(publication.Diagnostics);
            foreach (var file in publication.Product.Files)
            {
                Place(file, folder.Content);
            }
        }

        if (source.Recording.Whole is { } whole)
        {
            Place(new($"audio/{source.Slug}.m4b", whole.MediaType, default, whole.Path), folder.Content);
        }

        return diagnostics.ToImmutable();
    }

    private void WriteTexts(Manuscript manuscript, FinishedFolder folder)
    {
        var number = 0;
        foreach (var section in options.Makes("ssml") ? manuscript.Script.Sections : [])
        {
            number++;
            var ssml = SsmlDocument.OfSection(section, manuscript.FormsById, manuscript.Cast, new NeutralDialect());
            WriteText(folder, $"ssml/{SsmlFileName(number, section)}", ssml.Value);
        }

        WriteText(folder, "script.txt", ScriptFile.Write(manuscript.Script, manuscript.Cast));
    }

    /// <summary>Name of a section's SSML file: its number and the letters of its title.</summary>
    public static string SsmlFileName(int number, Section section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{number:00}-{Slug.Of(section.Title, section.Id.Value)}.ssml");
    }

    private static void WriteText(FinishedFolder folder, string relative, string text)
    {
        var path = Path.Combine(folder.Content, relative);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private static void Place(PublicationFile file, string root)
    {
        var path = Path.Combine(root, file.Path);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        if (file.SourcePath is { } source)
        {
            File.Copy(source, path);
            return;
        }

        using var stream = File.Create(path);
        stream.Write(file.Content.Span);
    }

    /// <summary><c>output/&lt;slug&gt;</c>; another article that already has that folder keeps it, and this one gets a number.</summary>
    private static string DefaultFolder(string slug, string identifier)
    {
        var folder = Path.Combine("output", slug);
        for (var number = 2; !FinishedFolder.IsFreeFor(folder, identifier); number++)
        {
            folder = Path.Combine("output", string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{slug}-{number}"));
        }

        return folder;
    }

    private static string StagesFolder(FinishedFolder folder) => Path.Combine(folder.Content, "stages");

    private static ImmutableArray<string> FilesOf(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/')).Order(StringComparer.Ordinal)];
}
