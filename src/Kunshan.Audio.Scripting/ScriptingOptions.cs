namespace Kunshan.Audio.Scripting;

/// <summary>What decides a script beside the article.</summary>
public sealed record ScriptingOptions
{
    /// <summary>Whether byline, credits, source and copyright are read, in a last section of their own.</summary>
    public bool ReadCredits { get; init; }
}
