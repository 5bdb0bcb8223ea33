namespace Kunshan.Audio;

/// <summary>A reading in brackets that a converter had written after a character, taken out of the text and kept as weak evidence.</summary>
/// <param name="Offset">UTF-16 offset of the glossed character in the displayed block.</param>
/// <param name="Reading">The letters as they stood, for instance <c>chuàng</c>.</param>
public readonly record struct Gloss(int Offset, string Reading);
