namespace Kunshan.Audio;

/// <summary>An input cannot be read as an article.</summary>
public sealed class ArticleException(string path, Message reason) : Exception($"{path}: {reason.En}")
{
    /// <summary>The input, as the user named it.</summary>
    public string Path { get; } = path;

    /// <summary>What is wrong and what to do.</summary>
    public Message Reason { get; } = reason;
}
