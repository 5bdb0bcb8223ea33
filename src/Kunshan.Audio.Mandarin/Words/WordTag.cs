namespace Kunshan.Audio.Mandarin.Words;

/// <summary>Part of speech of a word in the word data. The numbers stand in the data file.</summary>
public enum WordTag : byte
{
    /// <summary>Not known.</summary>
    None = 0,

    /// <summary>Noun.</summary>
    Noun = 1,

    /// <summary>Verb.</summary>
    Verb = 2,

    /// <summary>Adjective.</summary>
    Adjective = 3,

    /// <summary>Adverb.</summary>
    Adverb = 4,

    /// <summary>Numeral.</summary>
    Numeral = 5,

    /// <summary>Measure word.</summary>
    Measure = 6,

    /// <summary>Pronoun.</summary>
    Pronoun = 7,

    /// <summary>Preposition.</summary>
    Preposition = 8,

    /// <summary>Conjunction.</summary>
    Conjunction = 9,

    /// <summary>Particle.</summary>
    Particle = 10,

    /// <summary>Time word.</summary>
    Time = 11,

    /// <summary>Idiom or fixed phrase.</summary>
    Idiom = 12,

    /// <summary>Place name.</summary>
    Place = 13,

    /// <summary>Person's name.</summary>
    Person = 14,

    /// <summary>Organisation.</summary>
    Organisation = 15,

    /// <summary>Other proper name.</summary>
    Proper = 16,
}
