using System.Collections.Immutable;

namespace Kunshan.Audio;

/// <summary>Names a speaker of a script: <c>narrator</c>, or the person's or body's full name as the article writes it.</summary>
public readonly record struct SpeakerId(string Value)
{
    /// <summary>The default speaker.</summary>
    public static SpeakerId Narrator { get; } = new("narrator");

    /// <summary>Whether this is the narrator.</summary>
    public bool IsNarrator => this == Narrator;

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>The kind of a speaker.</summary>
public enum SpeakerKind
{
    /// <summary>The default speaker.</summary>
    Narrator,

    /// <summary>A person.</summary>
    Person,

    /// <summary>An organisation or a group of people.</summary>
    Collective,

    /// <summary>A report, a notice, a statute.</summary>
    Document,
}

/// <summary>A role in the text.</summary>
/// <param name="Id">The speaker's name.</param>
/// <param name="Kind">Person, body or document.</param>
/// <param name="Aliases">Other ways in which the article names the speaker.</param>
/// <param name="Title">Office or title as the article gives it first, where it does.</param>
public sealed record Speaker(SpeakerId Id, SpeakerKind Kind, ImmutableArray<string> Aliases, string? Title);
