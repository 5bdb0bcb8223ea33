namespace Kunshan.Audio.Mandarin.Lexicons;

/// <summary>Pronunciations by written form.</summary>
public sealed record Lexicon;
