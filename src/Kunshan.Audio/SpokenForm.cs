using System.Collections.Immutable;
using System.Globalization;

namespace Kunshan.Audio;

/// <summary>A pinyin syllable.</summary>
/// <param name="Letters">Lower-case letters, ü written <c>v</c>; <c>r</c> for erhua as an entry of its own.</param>
/// <param name="Tone">Tone as spoken, after sandhi: 1 to 4, 5 for neutral.</param>
/// <param name="CitationTone">Tone before sandhi.</param>
public readonly record struct Syllable(string Letters, int Tone, int CitationTone)
{
    /// <summary>A syllable that sandhi left alone.</summary>
    public Syllable(string letters, int tone)
        : this(letters, tone, tone)
    {
    }

    /// <summary>Letters and citation tone, for instance <c>bu4</c>.</summary>
    public string Citation => string.Create(CultureInfo.InvariantCulture, $"{Letters}{CitationTone}");

    /// <summary>Letters and spoken tone, for instance <c>bu2</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Letters}{Tone}");
}

/// <summary>A piece of an utterance with the way it is spoken.</summary>
/// <param name="Start">UTF-16 offset in the utterance's text.</param>
/// <param name="Length">UTF-16 length; tokens tile the text in order.</param>
/// <param name="Surface">The text of the token.</param>
/// <param name="Spoken">What a person says, in the script of the source; empty when silent.</param>
/// <param name="Syllables">One for each spoken syllable; empty for marks and blanks.</param>
/// <param name="Reason">Why it is read so: <c>word</c>, <c>name</c>, <c>year</c>, <c>percent</c>, <c>latin</c>, <c>mark</c> …</param>
/// <param name="BreakAfter">Pause after it inside the utterance, at rate 1; in milliseconds, 0 for none.</param>
public sealed record SpokenToken(int Start, int Length, string Surface, string Spoken, ImmutableArray<Syllable> Syllables, string Reason, int BreakAfter = 0);

/// <summary>How an utterance is spoken.</summary>
/// <param name="Utterance">The utterance.</param>
/// <param name="Tokens">Tokens that tile its text in order.</param>
public sealed record SpokenForm(UtteranceId Utterance, ImmutableArray<SpokenToken> Tokens)
{
    /// <summary>Number of syllables.</summary>
    public int SyllableCount => Tokens.Sum(token => token.Syllables.Length);
}
