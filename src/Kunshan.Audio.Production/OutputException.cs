namespace Kunshan.Audio.Production;

/// <summary>The finished folder cannot be written, or must not be replaced.</summary>
/// <param name="path">The file or folder.</param>
/// <param name="reason">What is wrong and what to do.</param>
/// <param name="innerException">The cause.</param>
public sealed class OutputException(string path, Message reason, Exception? innerException = null) : Exception($"{path}: {reason.En}", innerException)
{
    /// <summary>The file or folder.</summary>
    public string Path { get; } = path;

    /// <summary>What is wrong and what to do.</summary>
    public Message Reason { get; } = reason;
}
