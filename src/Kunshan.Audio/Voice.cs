namespace Kunshan.Audio;

/// <summary>Names a voice: the name of its folder under <c>voices/</c>.</summary>
public readonly record struct VoiceId(string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>Names an engine: <c>built-in</c>, <c>espeak-ng</c> …</summary>
public readonly record struct EngineId(string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>How a voice sounds to a listener. It says nothing about any person.</summary>
public enum VoiceGender
{
    /// <summary>Not said.</summary>
    Neutral,

    /// <summary>Heard as a woman.</summary>
    Female,

    /// <summary>Heard as a man.</summary>
    Male,
}

/// <summary>What an engine can speak with.</summary>
public sealed record Voice
{
    /// <summary>The voice's name in files and on the command line.</summary>
    public required VoiceId Id { get; init; }

    /// <summary>The engine that speaks it.</summary>
    public required EngineId Engine { get; init; }

    /// <summary>Name for a person.</summary>
    public required string Name { get; init; }

    /// <summary>BCP 47 tag of the language it speaks.</summary>
    public required string Locale { get; init; }

    /// <summary>As heard.</summary>
    public required VoiceGender Gender { get; init; }

    /// <summary>Samples a second of every clip it speaks.</summary>
    public required int SampleRate { get; init; }

    /// <summary>Short name of its licence.</summary>
    public required string Licence { get; init; }

    /// <summary>Whom to thank in every publication; null when nobody asks for it.</summary>
    public string? Attribution { get; init; }

    /// <summary>Order in which voices are cast; the narrator's default voice has 0, voices that are not cast by themselves have a negative one.</summary>
    public int CastOrder { get; init; }
}
