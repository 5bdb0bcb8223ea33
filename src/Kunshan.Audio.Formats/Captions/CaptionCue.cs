namespace Kunshan.Audio.Formats.Captions;

/// <summary>A caption: what is said, by whom, from when to when.</summary>
/// <param name="Id">Name of the cue; no line break and no <c>--&gt;</c>.</param>
/// <param name="Begin">First millisecond.</param>
/// <param name="End">One past the last millisecond; greater than the first.</param>
/// <param name="Text">What is said.</param>
/// <param name="Speaker">Who says it; null for the narrator.</param>
public sealed record CaptionCue(string Id, long Begin, long End, string Text, string? Speaker);
