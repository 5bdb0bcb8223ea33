using Kunshan.Audio.Mastering.Loudness;

namespace Kunshan.Audio.Mastering.Assembly;

/// <summary>How a recording is mastered.</summary>
public sealed record MasteringOptions
{
    /// <summary>What its loudness is brought to.</summary>
    public required LoudnessProfile Profile { get; init; }

    /// <summary>Rate of speech: pauses are divided by it.</summary>
    public required double Rate { get; init; }

    /// <summary>Folder for sound that waits to be encoded.</summary>
    public required string WorkFolder { get; init; }

    /// <summary>Files encoded at once.</summary>
    public required int Jobs { get; init; }

    /// <summary>Whether the whole is encoded into one file with chapters too.</summary>
    public required bool EncodeWhole { get; init; }
}
