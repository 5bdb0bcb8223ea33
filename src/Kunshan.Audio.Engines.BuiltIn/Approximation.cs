namespace Kunshan.Audio.Engines.BuiltIn;

/// <summary>A syllable the voice does not have: it speaks the nearest one instead, never silence.</summary>
/// <param name="Token">Index of the token in the spoken form.</param>
/// <param name="Syllable">Index of the syllable in the token.</param>
/// <param name="Asked">What was asked for.</param>
public readonly record struct Approximation(int Token, int Syllable, Syllable Asked);
