using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Kunshan.Audio;

/// <summary>Names the content of a clip: SHA-256, in lower-case hexadecimal, of everything that decides its samples.</summary>
public readonly record struct SpeechKey(string Value)
{
    private const string FormatVersion = "1";

    /// <summary>The key of a request to one version of an engine. The utterance's id is no part of it: the same sentence twice is spoken once.</summary>
    public static SpeechKey Of(EngineId engine, string engineVersion, SpeechRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var text = string.Join('\n', FormatVersion, engine.Value, engineVersion, request.Voice.Id.Value, request.Ssml.Value, request.Rate.ToString("R", CultureInfo.InvariantCulture), request.Voice.SampleRate.ToString(CultureInfo.InvariantCulture));
        return new(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
    }

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>Mono 16-bit sound.</summary>
/// <param name="SampleRate">Samples a second.</param>
/// <param name="Samples">The samples; owned by the clip, never changed.</param>
public sealed record PcmAudio(int SampleRate, ReadOnlyMemory<short> Samples);

/// <summary>A syllable's place in a clip.</summary>
/// <param name="Token">Index of the token in the spoken form.</param>
/// <param name="Syllable">Index of the syllable in the token.</param>
/// <param name="Begin">First sample.</param>
/// <param name="End">One past the last sample.</param>
public readonly record struct SpeechMark(int Token, int Syllable, int Begin, int End);

/// <summary>The sound of one utterance, before mastering.</summary>
/// <param name="Key">Name of its content.</param>
/// <param name="Audio">The samples.</param>
/// <param name="Onset">Sample where speech begins: the first syllable's mark.</param>
/// <param name="End">Sample where speech ends: the end of the last syllable's mark.</param>
/// <param name="Marks">One for each syllable, ascending, not overlapping.</param>
public sealed record SpeechClip(SpeechKey Key, PcmAudio Audio, int Onset, int End, ImmutableArray<SpeechMark> Marks);
