namespace Kunshan.Audio;

/// <summary>What repair asks about characters.</summary>
public interface IReadingTable
{
    /// <summary>Whether letters, with tone marks or tone digits or without, are a reading of a character, in either script.</summary>
    bool IsReadingOf(char character, ReadOnlySpan<char> letters);

    /// <summary>The script a text is written in: <c>zh-Hant</c> or <c>zh-Hans</c> (also for a text that shows neither).</summary>
    string LanguageOf(ReadOnlySpan<char> text);
}
