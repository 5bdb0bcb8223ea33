namespace Kunshan.Audio.Mandarin.Pinyin;

/// <summary>One syllable on its way to the spoken form.</summary>
/// <param name="Character">The spoken character in Simplified script; NUL for letters and Latin words.</param>
/// <param name="Source">UTF-16 offset of its character in the line; the token's start where it has none of its own.</param>
/// <param name="Word">Index of its word in the line.</param>
/// <param name="Group">Number of its innermost word; a token of the normalizer may hold several.</param>
/// <param name="Letters">Pinyin letters.</param>
/// <param name="Citation">Tone before sandhi.</param>
/// <param name="Tone">Tone as spoken.</param>
internal record struct SpokenUnit(char Character, int Source, int Word, int Group, string Letters, int Citation, int Tone)
{
    /// <summary>The syllable as the model has it.</summary>
    public readonly Syllable Syllable => new(Letters, Tone, Citation);

    /// <summary>Gives it another citation reading.</summary>
    public void Read(Syllable syllable)
    {
        Letters = syllable.Letters;
        Citation = syllable.CitationTone;
        Tone = syllable.CitationTone;
    }
}
