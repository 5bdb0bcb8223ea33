namespace Kunshan.Audio;

/// <summary>Why an engine could not speak.</summary>
public enum SpeechFailure
{
    /// <summary>May go through when asked again.</summary>
    Transient,

    /// <summary>Too many requests; wait.</summary>
    Throttled,

    /// <summary>The request itself is refused.</summary>
    Rejected,

    /// <summary>The voice, or its data, is missing or damaged.</summary>
    VoiceMissing,

    /// <summary>The engine cannot be reached.</summary>
    Unavailable,
}

/// <summary>An engine could not speak.</summary>
public sealed class SpeechException(SpeechFailure failure, string message, Exception? innerException = null) : Exception(message, innerException)
{
    /// <summary>Why.</summary>
    public SpeechFailure Failure { get; } = failure;

    /// <summary>Whether asking again may help.</summary>
    public bool IsTransient => Failure is SpeechFailure.Transient or SpeechFailure.Throttled;
}
