using System.Collections.Immutable;

namespace Kunshan.Audio.Mandarin.Lexicons;

/// <summary>How one written form is pronounced.</summary>
/// <param name="Grapheme">The written form, in either script.</param>
/// <param name="Syllables">Syllables with citation tones; empty when there is an alias.</param>
/// <param name="Alias">Text to read instead; null when syllables are given.</param>
/// <param name="Line">Line in its file, counted from 1; 0 when it was made in memory.</param>
public sealed record LexiconEntry(string Grapheme, ImmutableArray<Syllable> Syllables, string? Alias, int Line = 0)
{
    /// <summary>The syllables in pinyin with tone digits, or the alias.</summary>
    public override string ToString() => Alias ?? string.Join(' ', Syllables.Select(syllable => syllable.Citation));
}

/// <summary>Pronunciations by written form. The longest written form decides, then the first.</summary>
/// <param name="Path">Where it came from, as the user named it.</param>
/// <param name="Entries">The entries in the file's order.</param>
public sealed record Lexicon(string Path, ImmutableArray<LexiconEntry> Entries)
{
    /// <summary>A lexicon with one entry more, or with the entry of the same written form replaced.</summary>
    public Lexicon With(LexiconEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return Without(entry.Grapheme) is var rest ? rest with { Entries = rest.Entries.Add(entry) } : this;
    }

    /// <summary>A lexicon without a written form.</summary>
    public Lexicon Without(string grapheme) => this with { Entries = Entries.RemoveAll(entry => entry.Grapheme == grapheme) };
}

/// <summary>A lexicon holds an entry that cannot be used.</summary>
/// <param name="path">The file.</param>
/// <param name="line">Line, counted from 1; 0 when unknown.</param>
/// <param name="reason">What is wrong.</param>
public sealed class LexiconException(string path, int line, Message reason) : Exception($"{path}({line}): {reason.En}")
{
    /// <summary>The file.</summary>
    public string Path { get; } = path;

    /// <summary>Line, counted from 1; 0 when unknown.</summary>
    public int Line { get; } = line;

    /// <summary>What is wrong.</summary>
    public Message Reason { get; } = reason;
}
