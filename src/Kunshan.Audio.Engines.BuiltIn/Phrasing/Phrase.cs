using Kunshan.Audio.Engines.BuiltIn.Model;

namespace Kunshan.Audio.Engines.BuiltIn.Phrasing;

/// <summary>A stretch between two pauses, spoken at once.</summary>
/// <param name="Syllables">Its syllables; an r5 entry is merged into the one before it.</param>
/// <param name="Sources">Token and syllable of each entry; an erhua entry has its own.</param>
/// <param name="PauseAfter">Pause to the next phrase, at rate 1, in milliseconds; 0 for the last.</param>
internal sealed record Phrase(IReadOnlyList<SyllableId> Syllables, IReadOnlyList<PhraseEntry> Sources, int PauseAfter);

/// <summary>One syllable of the spoken form.</summary>
/// <param name="Token">Its token.</param>
/// <param name="Syllable">Its index in the token.</param>
/// <param name="Position">Index of the phrase's syllable that speaks it.</param>
/// <param name="IsErhua">Whether it is the r that was merged into that syllable.</param>
internal readonly record struct PhraseEntry(int Token, int Syllable, int Position, bool IsErhua);
