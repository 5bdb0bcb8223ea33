using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Kunshan.Audio.Engines.BuiltIn.Acoustics;
using Kunshan.Audio.Engines.BuiltIn.Mathematics;
using Kunshan.Audio.Engines.BuiltIn.Model;
using Kunshan.Audio.Engines.BuiltIn.Phrasing;
using Kunshan.Audio.Engines.BuiltIn.Vocoding;

namespace Kunshan.Audio.Engines.BuiltIn;

/// <summary>The voice that ships with us: a small network and a vocoder in plain C#. Deterministic: the same request gives the same samples in any order, thread and process.</summary>
public sealed class BuiltInEngine : ISpeechEngine
{
    /// <summary>The engine's name.</summary>
    public const string Name = "built-in";

    private const double SlowestRate = 0.5;
    private const double FastestRate = 3;
    private const string RuntimeVersion = "2";
    private readonly ImmutableDictionary<VoiceId, VoiceFile> files;
    private readonly ConcurrentDictionary<string, Lazy<LoadedModel>> models = [];
    private readonly ConcurrentDictionary<VoiceId, Lazy<BuiltInVoice>> voices = [];
    private readonly ConcurrentDictionary<double, Lazy<Vocoder>> vocoders = [];

    private BuiltInEngine(ImmutableArray<VoiceFile> files)
    {
        this.files = files.ToImmutableDictionary(file => file.Voice.Id);
        Voices = [.. files.Select(file => file.Voice)];
        Version = $"{RuntimeVersion}-{Fingerprint(files)}";
    }

    /// <inheritdoc/>
    public EngineId Id { get; } = new(Name);

    /// <inheritdoc/>
    public string Version { get; }

    /// <inheritdoc/>
    public ImmutableArray<Voice> Voices { get; }

    /// <summary>Opens the voices of a folder. Models are read when a voice first speaks.</summary>
    /// <param name="voicesFolder">Holds a folder for each voice with its <c>voice.json</c>.</param>
    /// <exception cref="SpeechException">There is no such folder, no voice in it, or a description is broken.</exception>
    public static BuiltInEngine Open(string voicesFolder)
    {
        string[] folders = Directory.Exists(voicesFolder) ? Directory.GetDirectories(voicesFolder) : [];
        var paths = folders.Select(folder => Path.Combine(folder, "voice.json")).Where(File.Exists).Order(StringComparer.Ordinal);
        ImmutableArray<VoiceFile> found = [.. paths.Select(VoiceFile.Read).OfType<VoiceFile>().OrderBy(file => file.Voice.CastOrder < 0).ThenBy(file => file.Voice.CastOrder)];
        return found.IsEmpty
            ? throw new SpeechException(SpeechFailure.VoiceMissing, $"{voicesFolder}: has no voice of the built-in engine. Restore the voices folder from the repository, or name it in KUNSHAN_VOICES.")
            : new(found);
    }

    /// <inheritdoc/>
    public Task<SpeechClip> SpeakAsync(SpeechRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Task.Run(() => Speak(request, cancellationToken), cancellationToken);
    }

    /// <summary>The syllables of a form that a voice does not have, in order. A front-end that knows Mandarin leaves none; what a lexicon or a corrected script spells may.</summary>
    /// <exception cref="SpeechException">The voice's model is missing or damaged.</exception>
    public ImmutableArray<Approximation> Approximations(SpokenForm form, VoiceId voice)
    {
        ArgumentNullException.ThrowIfNull(form);
        var table = ModelOf(FileOf(voice)).Table;
        return
        [
            .. from token in form.Tokens.Index()
               from syllable in token.Item.Syllables.Index()
               where syllable.Item.Letters != "r" && !table.IsKnown(syllable.Item)
               select new Approximation(token.Index, syllable.Index, syllable.Item),
        ];
    }

    private VoiceFile FileOf(VoiceId voice) => files.TryGetValue(voice, out var file) ? file : throw new ArgumentException($"“{voice}” is no voice of this engine.", nameof(voice));

    /// <summary>A hash of all that decides samples beside the runtime: models and settings of the voices.</summary>
    private static string Fingerprint(ImmutableArray<VoiceFile> files)
    {
        var lines = files.Select(file => string.Create(CultureInfo.InvariantCulture, $"{file.Voice.Id} {file.ModelHash} {file.Speaker} {file.Semitones:R} {file.Warp:R} {file.GainDb:R}"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines.Order(StringComparer.Ordinal)))))[..16];
    }

    private SpeechClip Speak(SpeechRequest request, CancellationToken cancellationToken)
    {
        if (!(request.Rate is >= SlowestRate and <= FastestRate))
        {
            throw new SpeechException(SpeechFailure.Rejected, string.Create(CultureInfo.InvariantCulture, $"The voice speaks at rates from {SlowestRate} to {FastestRate}, not at {request.Rate}."));
        }

        var file = FileOf(request.Voice.Id);
        var voice = voices.GetOrAdd(request.Voice.Id, _ => new(() => Load(file))).Value;
        var phrases = new PhraseSplitter(ModelOf(file).Table).Split(request.Form);
        if (phrases.Count == 0)
        {
            throw new ArgumentException($"{request.Form.Utterance} has no syllable.", nameof(request));
        }

        var spoken = phrases.Select(phrase => voice.Speak(phrase.Syllables, request.Rate, cancellationToken)).ToList();
        var (samples, marks) = new ClipJoin(file.Voice.SampleRate).Join(phrases, spoken, request.Rate);
        return new(SpeechKey.Of(Id, Version, request), new(file.Voice.SampleRate, samples), marks[0].Begin, marks[^1].End, marks);
    }

    private BuiltInVoice Load(VoiceFile file)
    {
        var model = ModelOf(file);
        if (file.Speaker < 0 || file.Speaker >= model.Model.Speakers || model.Model.SampleRate != file.Voice.SampleRate)
        {
            throw new SpeechException(SpeechFailure.VoiceMissing, $"voice {file.Voice.Id}: its speaker or sample rate is not the model's. Restore the voices folder from the repository.");
        }

        var vocoder = vocoders.GetOrAdd(file.Warp, warp => new(() => new Vocoder(warp, model.Model.SampleRate))).Value;
        return new(model.Acoustics, vocoder, new(file.Speaker, file.Semitones * Elementary.Log(2) / 12, file.Warp), file.GainDb);
    }

    private LoadedModel ModelOf(VoiceFile file) => models.GetOrAdd(file.ModelPath, path => new(() => LoadedModel.Read(path, file.ModelHash))).Value;

    private sealed record LoadedModel(VoiceModel Model, SyllableTable Table, AcousticModel Acoustics)
    {
        public static LoadedModel Read(string path, string hash)
        {
            try
            {
                var model = VoiceModel.Read(File.ReadAllBytes(path));
                return model.Hash == hash ? new(model, new(model), new(model)) : throw new InvalidDataException("was changed (its checksum is not the one in voice.json)");
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw Damaged(path, e is FileNotFoundException or DirectoryNotFoundException ? "is missing" : e.Message, e);
            }
            catch (InvalidDataException e)
            {
                throw Damaged(path, e.Message, e);
            }
        }

        private static SpeechException Damaged(string path, string what, Exception cause) => new(SpeechFailure.VoiceMissing, $"{path}: {what}. Restore it from the repository.", cause);
    }
}
