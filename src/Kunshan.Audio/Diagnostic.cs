namespace Kunshan.Audio;

/// <summary>How much a diagnostic matters.</summary>
public enum Severity
{
    /// <summary>Worth knowing: a repair, a decision.</summary>
    Information,

    /// <summary>A person should look at it.</summary>
    Warning,

    /// <summary>The result is wrong there.</summary>
    Error,
}

/// <summary>A place in an article.</summary>
/// <param name="Line">Line of the file, counted from 1; 0 where there is none.</param>
/// <param name="Range">Stretch of a displayed block, where it is known.</param>
/// <param name="Excerpt">A few characters of the text there, for a person.</param>
public sealed record Where(int Line, TextRange? Range = null, string? Excerpt = null);

/// <summary>Something a stage wants a person to know. The article is odd; the work goes on.</summary>
/// <param name="Code">Permanent name, <c>KA-</c> and the room, for instance <c>KA-READ-GLOSS</c>.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Message">What happened, and what to do where something can be done.</param>
/// <param name="Where">The place.</param>
public sealed record Diagnostic(string Code, Severity Severity, Message Message, Where Where);
