using System.Collections.Immutable;

namespace Kunshan.Audio.Mandarin.Normalization;

/// <summary>A stretch of a line that is not read by its characters alone.</summary>
/// <param name="Start">First UTF-16 unit.</param>
/// <param name="Length">Length in UTF-16 units.</param>
/// <param name="Spoken">What a person says, in Simplified script; blanks part letters and words; empty when silent.</param>
/// <param name="Reason">Name of the rule.</param>
/// <param name="Kind">Kind of word it becomes.</param>
/// <param name="Pause">Pause after it inside an utterance; in milliseconds.</param>
internal sealed record Piece(int Start, int Length, string Spoken, string Reason, WordKind Kind, int Pause = 0)
{
    /// <summary>Syllables that a lexicon gives; empty when the spoken text decides.</summary>
    public ImmutableArray<Syllable> Syllables { get; init; } = [];

    /// <summary>One past the last unit.</summary>
    public int End => Start + Length;
}

/// <summary>A line as the rules see it.</summary>
/// <param name="Shadow">Simplified script, half-width letters and digits.</param>
/// <param name="IsHead">Whether the line begins its block.</param>
internal readonly record struct Line(string Shadow, bool IsHead)
{
    /// <summary>The unit at an offset; NUL outside.</summary>
    public char At(int offset) => (uint)offset < (uint)Shadow.Length ? Shadow[offset] : '\0';

    /// <summary>Whether the text before an offset ends so.</summary>
    public bool EndsWith(int offset, string text) => offset >= text.Length && Shadow.AsSpan(offset - text.Length, text.Length).SequenceEqual(text);

    /// <summary>Whether the text at an offset begins so.</summary>
    public bool StartsWith(int offset, string text) => Shadow.AsSpan(Math.Min(offset, Shadow.Length)).StartsWith(text, StringComparison.Ordinal);

    /// <summary>The few units before an offset.</summary>
    public ReadOnlySpan<char> Before(int offset, int units) => Shadow.AsSpan(Math.Max(0, offset - units), Math.Min(units, offset));

    /// <summary>Whether the unit is a hanzi of the basic plane.</summary>
    public static bool IsHanzi(char unit) => unit is (>= '\u3400' and <= '\u9fff') or (>= '\uf900' and <= '\ufaff') or '〇';
}
