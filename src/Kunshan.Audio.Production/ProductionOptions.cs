using System.Collections.Immutable;

namespace Kunshan.Audio.Production;

/// <summary>Metadata that stands over what the article says of itself. Null: not given.</summary>
public sealed record MetadataOverrides
{
    /// <summary>Title of the publication.</summary>
    public string? Title { get; init; }

    /// <summary>Its author.</summary>
    public string? Author { get; init; }

    /// <summary>Its date.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Its publisher.</summary>
    public string? Publisher { get; init; }

    /// <summary>Its statement of rights.</summary>
    public string? Rights { get; init; }

    /// <summary>Its identifier.</summary>
    public string? Identifier { get; init; }
}

/// <summary>Everything that decides what a production makes.</summary>
public sealed record ProductionOptions
{
    /// <summary>The formats that are made when none are named.</summary>
    public static ImmutableArray<string> DefaultFormats { get; } = ["epub", "html", "ssml", "captions", "m4b"];

    /// <summary>The finished folder; null: <c>output/&lt;slug&gt;</c> below the current folder.</summary>
    public string? Output { get; init; }

    /// <summary>Names of the formats to make.</summary>
    public ImmutableArray<string> Formats { get; init; } = DefaultFormats;

    /// <summary>The narrator's voice; null: the engine's first.</summary>
    public VoiceId? Narrator { get; init; }

    /// <summary>Rate of speech; 1 is about 240 hanzi a minute with the built-in voice.</summary>
    public double Rate { get; init; } = 1;

    /// <summary>Whether readings of Taiwan are used.</summary>
    public bool TaiwanReadings { get; init; }

    /// <summary>Whether byline, credits, source and copyright are read in a last section.</summary>
    public bool ReadCredits { get; init; }

    /// <summary>A cast file; null for none.</summary>
    public string? CastFile { get; init; }

    /// <summary>A corrected script; null for none.</summary>
    public string? ScriptFile { get; init; }

    /// <summary>Lexicon files, the strongest first.</summary>
    public ImmutableArray<string> Lexicons { get; init; } = [];

    /// <summary>Name of the loudness profile.</summary>
    public string Loudness { get; init; } = "podcast-mono";

    /// <summary>Utterances spoken and files encoded at once.</summary>
    public int Jobs { get; init; } = Environment.ProcessorCount;

    /// <summary>Metadata over the article's own.</summary>
    public MetadataOverrides Metadata { get; init; } = new();

    /// <summary>Who evaluated the publication's conformance; null: no claim.</summary>
    public string? CertifiedBy { get; init; }

    /// <summary>The publication's moment; null: the article's date, else 2000-01-01.</summary>
    public DateTimeOffset? SourceDate { get; init; }

    /// <summary>Whether every stage's product is written under <c>stages/</c>.</summary>
    public bool Keep { get; init; }

    /// <summary>Whether a folder whose script was edited may be replaced.</summary>
    public bool Force { get; init; }

    /// <summary>Whether a format is to be made.</summary>
    public bool Makes(string format) => Formats.Contains(format, StringComparer.Ordinal);
}
