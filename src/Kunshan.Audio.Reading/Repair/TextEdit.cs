namespace Kunshan.Audio.Reading.Repair;

/// <summary>One change of a text.</summary>
/// <param name="Start">First UTF-16 unit that goes.</param>
/// <param name="Length">How many go.</param>
/// <param name="Replacement">What stands there instead.</param>
/// <param name="Finding">What a person is told; null when it is not worth a word.</param>
internal readonly record struct TextEdit(int Start, int Length, string Replacement, Finding? Finding = null);

/// <summary>What a repair says of itself.</summary>
/// <param name="Code">Permanent name.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Message">For a person.</param>
/// <param name="Reading">The reading that a gloss gave, else null.</param>
internal sealed record Finding(string Code, Severity Severity, Message Message, string? Reading = null);
