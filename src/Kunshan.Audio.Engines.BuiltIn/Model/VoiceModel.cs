using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;

namespace Kunshan.Audio.Engines.BuiltIn.Model;

/// <summary>A voice model file (KVM1): a JSON header and half-precision tensors. Immutable; shared by all voices that speak with it.</summary>
internal sealed class VoiceModel
{
    private static ReadOnlySpan<byte> Magic => "KVM1"u8;

    private readonly Dictionary<string, float[]> tensors = [];

    private VoiceModel(JsonElement header, string hash)
    {
        Hash = hash;
        Initials = Strings(header.GetProperty("initials"));
        Finals = Strings(header.GetProperty("finals"));
        SampleRate = header.GetProperty("sampleRate").GetInt32();
        SpectrumBlocks = header.GetProperty("blocks").GetInt32();
        PitchBlocks = header.GetProperty("pitchBlocks").GetInt32();
        var stats = header.GetProperty("stats");
        BandMean = Numbers(stats.GetProperty("mu"));
        BandDeviation = Numbers(stats.GetProperty("sd"));
        AperiodicityMean = Numbers(stats.GetProperty("bmu"));
        AperiodicityDeviation = Numbers(stats.GetProperty("bsd"));
        LevelError = Numbers(stats.GetProperty("eq"));
        LogPitch = [.. stats.GetProperty("f0").EnumerateArray().Select(Numbers)];
    }

    /// <summary>SHA-256 of the file, lower-case hexadecimal.</summary>
    public string Hash { get; }

    /// <summary>Initials; id 0 is none, the first of these is 1.</summary>
    public ImmutableArray<string> Initials { get; }

    /// <summary>Finals; ids 0 and 1 are outside and silence, the first of these is 2.</summary>
    public ImmutableArray<string> Finals { get; }

    /// <summary>Samples a second.</summary>
    public int SampleRate { get; }

    /// <summary>Blocks of the network of bands.</summary>
    public int SpectrumBlocks { get; }

    /// <summary>Blocks of the network of pitch.</summary>
    public int PitchBlocks { get; }

    /// <summary>Mean of each band, natural log of power.</summary>
    public double[] BandMean { get; }

    /// <summary>Standard deviation of each band.</summary>
    public double[] BandDeviation { get; }

    /// <summary>Mean of the two aperiodicities, in dB.</summary>
    public double[] AperiodicityMean { get; }

    /// <summary>Standard deviation of the two aperiodicities.</summary>
    public double[] AperiodicityDeviation { get; }

    /// <summary>Measured level error of the vocoder in each band.</summary>
    public double[] LevelError { get; }

    /// <summary>Mean and deviation of log f0, for each speaker.</summary>
    public ImmutableArray<double[]> LogPitch { get; }

    /// <summary>Number of speakers.</summary>
    public int Speakers => LogPitch.Length;

    /// <summary>A tensor by name, row-major.</summary>
    public float[] this[string name] => tensors[name];

    /// <summary>A tensor that may be absent.</summary>
    public float[]? Find(string name) => tensors.GetValueOrDefault(name);

    /// <summary>Reads a model.</summary>
    /// <exception cref="InvalidDataException">The bytes are no model, or are cut short.</exception>
    public static VoiceModel Read(byte[] bytes)
    {
        if (bytes.Length < 8 || !bytes.AsSpan(0, 4).SequenceEqual(Magic))
        {
            throw new InvalidDataException("is no voice model (KVM1)");
        }

        var headerLength = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(4));
        if (headerLength <= 0 || headerLength > bytes.Length - 8)
        {
            throw new InvalidDataException("is cut short");
        }

        try
        {
            using var document = JsonDocument.Parse(bytes.AsMemory(8, headerLength));
            var model = new VoiceModel(document.RootElement, Convert.ToHexStringLower(SHA256.HashData(bytes)));
            model.ReadTensors(document.RootElement.GetProperty("tensors"), bytes.AsSpan(8 + headerLength));
            return model;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new InvalidDataException("has a broken header", e);
        }
    }

    private void ReadTensors(JsonElement list, ReadOnlySpan<byte> halves)
    {
        foreach (var entry in list.EnumerateArray())
        {
            var count = 1;
            foreach (var side in entry.GetProperty("shape").EnumerateArray())
            {
                count *= side.GetInt32();
            }

            if (halves.Length < count * 2)
            {
                throw new InvalidDataException("is cut short");
            }

            var values = new float[count];
            HalfFloats.Read(halves, values);
            tensors[entry.GetProperty("name").GetString()!] = values;
            halves = halves[(count * 2)..];
        }
    }

    private static ImmutableArray<string> Strings(JsonElement array) => [.. array.EnumerateArray().Select(element => element.GetString()!)];

    private static double[] Numbers(JsonElement array) => [.. array.EnumerateArray().Select(element => element.GetDouble())];
}
