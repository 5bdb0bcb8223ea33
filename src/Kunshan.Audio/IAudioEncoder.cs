using System.Collections.Immutable;

namespace Kunshan.Audio;

/// <summary>What a file's encoder is asked for.</summary>
/// <param name="Path">The file to write.</param>
/// <param name="SampleRate">Samples a second of the mono input.</param>
/// <param name="Title">Title in the file's metadata.</param>
/// <param name="Artist">Artist in the file's metadata; null for none.</param>
/// <param name="Album">Album in the file's metadata; null for none.</param>
/// <param name="Language">BCP 47 tag of the speech.</param>
/// <param name="Samples">Length of the input in samples.</param>
/// <param name="Chapters">Chapter markers; empty for none.</param>
public sealed record EncodingRequest(string Path, int SampleRate, string Title, string? Artist, string? Album, string Language, long Samples, ImmutableArray<Chapter> Chapters);

/// <summary>Writes compressed audio files. The same samples and request give the same bytes. Safe to call from several threads, one file each.</summary>
public interface IAudioEncoder
{
    /// <summary>Media type of its files.</summary>
    string MediaType { get; }

    /// <summary>Encodes one file.</summary>
    /// <param name="request">File, format and metadata.</param>
    /// <param name="blocks">Blocks of mono samples in −1…1, in order; a block is free for reuse when the next is asked for.</param>
    /// <param name="cancellationToken">Stops the encoder and removes the unfinished file.</param>
    /// <exception cref="AudioException">The encoder is missing or failed.</exception>
    Task EncodeAsync(EncodingRequest request, IEnumerable<ReadOnlyMemory<float>> blocks, CancellationToken cancellationToken);
}

/// <summary>Hears a finished file as a listener's player will.</summary>
public interface IAudioDecoder
{
    /// <summary>Decodes a file to mono samples in −1…1.</summary>
    /// <param name="path">The file.</param>
    /// <param name="sampleRate">Samples a second wanted.</param>
    /// <param name="take">Given block after block; a block is only good during the call.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="AudioException">The file cannot be decoded.</exception>
    Task DecodeAsync(string path, int sampleRate, Action<ReadOnlyMemory<float>> take, CancellationToken cancellationToken);
}
