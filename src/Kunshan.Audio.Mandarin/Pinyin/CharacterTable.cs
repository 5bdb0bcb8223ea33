using Kunshan.Audio.Mandarin.Data;

namespace Kunshan.Audio.Mandarin.Pinyin;

/// <summary>Readings of characters, and the table of syllables that the data file numbers.</summary>
internal sealed class CharacterTable
{
    private readonly Syllable[] syllables;
    private readonly int[] characters;
    private readonly int[] offsets;
    private readonly ushort[] readings;
    private readonly int[] direct = new int[char.MaxValue + 1];
    private readonly HashSet<string> letters;

    public CharacterTable(DataFile data)
    {
        syllables = [.. data.Lines(DataSection.Syllables).Select(line => new Syllable(line[..^1], line[^1] - '0'))];
        letters = new HashSet<string>(syllables.Select(syllable => syllable.Letters), StringComparer.Ordinal);
        characters = data.Numbers<int>(DataSection.Characters);
        offsets = data.Numbers<int>(DataSection.CharacterOffsets);
        readings = data.Numbers<ushort>(DataSection.CharacterReadings);
        for (var i = 0; i < characters.Length && characters[i] <= char.MaxValue; i++)
        {
            direct[characters[i]] = i + 1;
        }
    }

    /// <summary>The syllable of a number in the data.</summary>
    public Syllable this[int number] => syllables[number];

    /// <summary>Numbers of the character's readings, the commonest first; empty when it has none.</summary>
    public ReadOnlySpan<ushort> ReadingsOf(int character)
    {
        var at = character <= char.MaxValue ? direct[character] - 1 : Array.BinarySearch(characters, character);
        return at < 0 ? [] : readings.AsSpan(offsets[at], offsets[at + 1] - offsets[at]);
    }

    /// <summary>Whether a character has a reading.</summary>
    public bool Has(int character) => !ReadingsOf(character).IsEmpty;

    /// <summary>Whether the character has this reading; a syllable without tone (5) fits every tone when <paramref name="anyTone"/>.</summary>
    public bool Has(int character, Syllable syllable, bool anyTone)
    {
        foreach (var number in ReadingsOf(character))
        {
            var reading = syllables[number];
            if (reading.Letters == syllable.Letters && (anyTone || reading.Tone == syllable.Tone))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether letters are a Mandarin syllable.</summary>
    public bool IsSyllable(string text) => letters.Contains(text);
}
