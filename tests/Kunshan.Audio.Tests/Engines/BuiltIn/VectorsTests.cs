using System.Text.Json;
using Kunshan.Audio.Engines.BuiltIn.Acoustics;
using Kunshan.Audio.Engines.BuiltIn.Model;
using Kunshan.Audio.Engines.BuiltIn.Vocoding;
using Kunshan.Audio.Testing;

namespace Kunshan.Audio.Tests.Engines.BuiltIn;

/// <summary>The reference vectors of the model file: ten phrases with default settings, at the tolerances of the specification (section 12).</summary>
public sealed class VectorsTests
{
    private const double FrameTolerance = 2e-4;
    private const double PitchTolerance = 1e-6;
    private const double WaveTolerance = 1e-5;
    private static readonly VoiceModel Model = VoiceModel.Read(File.ReadAllBytes(Path.Combine(Repository.Root, "voices", "lan", "voice.kvm")));
    private static readonly SyllableTable Table = new(Model);
    private static readonly AcousticModel Acoustics = new(Model);
    private static readonly JsonElement Vectors = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Repository.Root, "tests", "Kunshan.Audio.Tests", "Engines", "BuiltIn", "vectors.json"))).RootElement.GetProperty("vectors");

    public static TheoryData<int> Numbers => [.. Enumerable.Range(0, Vectors.GetArrayLength())];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Durations_frames_and_wave_are_the_reference_ones(int number)
    {
        var vector = Vectors[number];
        using var frames = Acoustics.Predict([.. vector.GetProperty("syllables").EnumerateArray().Select(syllable => Id(syllable.GetString()!))], new(vector.GetProperty("speaker").GetInt32(), 0, 1), 1, TestContext.Current.CancellationToken);

        Assert.Equal(vector.GetProperty("durations").EnumerateArray().Select(value => value.GetInt32()), frames.Slots);
        var every = vector.GetProperty("every").GetInt32();
        var frame = 0;
        foreach (var row in vector.GetProperty("frames").EnumerateArray())
        {
            Assert.InRange(frames.Pitch[frame] / row[0].GetDouble(), 1 - PitchTolerance, 1 + PitchTolerance);
            Assert.Equal(row[1].GetDouble(), frames.Sources.Row(PhraseFrames.Voicing)[frame], FrameTolerance);
            Assert.Equal(row[2].GetDouble(), frames.Sources.Row(0)[frame], FrameTolerance);
            Assert.Equal(row[3].GetDouble(), frames.Sources.Row(1)[frame], FrameTolerance);
            for (var band = 0; band < PhraseFrames.BandCount; band++)
            {
                Assert.Equal(row[4 + band].GetDouble(), frames.Bands.Row(band)[frame], FrameTolerance);
            }

            frame += every;
        }

        var sound = new float[frames.Count * PhraseFrames.Hop];
        new Vocoder(1, Model.SampleRate).Speak(frames, sound, TestContext.Current.CancellationToken);
        var at = vector.GetProperty("wave_from").GetInt32();
        Assert.All(vector.GetProperty("wave").EnumerateArray().Select((value, i) => (value.GetDouble(), (double)sound[at + i])), pair => Assert.Equal(pair.Item1, pair.Item2, WaveTolerance));
    }

    private static SyllableId Id(string pinyin) => Table.Resolve(pinyin[..^1].Replace("_r", "r", StringComparison.Ordinal), pinyin[^1] - '0', out _);
}
