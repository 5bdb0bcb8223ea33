using System.Collections.Concurrent;

namespace Kunshan.Audio.Testing;

/// <summary>An encoder that keeps what it is given, and decodes it unchanged.</summary>
public sealed class RecordingEncoder : IAudioEncoder, IAudioDecoder
{
    /// <summary>The samples of each file, by its name.</summary>
    public ConcurrentDictionary<string, float[]> Files { get; } = [];

    /// <inheritdoc/>
    public string MediaType => "audio/mp4";

    /// <inheritdoc/>
    public Task EncodeAsync(EncodingRequest request, IEnumerable<ReadOnlyMemory<float>> blocks, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        Files[Path.GetFileName(request.Path)] = [.. blocks.SelectMany(block => block.ToArray())];
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task DecodeAsync(string path, int sampleRate, Action<ReadOnlyMemory<float>> take, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(take);
        take(Files[Path.GetFileName(path)]);
        return Task.CompletedTask;
    }
}
