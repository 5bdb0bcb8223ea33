namespace Kunshan.Audio;

/// <summary>A program that works on sound is missing, or failed.</summary>
/// <param name="program">Name of the program, for instance <c>ffmpeg</c>.</param>
/// <param name="isMissing">Whether it was not found at all.</param>
/// <param name="message">What happened, to which file.</param>
/// <param name="innerException">The cause.</param>
public sealed class AudioException(string program, bool isMissing, string message, Exception? innerException = null) : Exception(message, innerException)
{
    /// <summary>Name of the program.</summary>
    public string Program { get; } = program;

    /// <summary>Whether it was not found.</summary>
    public bool IsMissing { get; } = isMissing;
}
