using System.Collections.Immutable;
using Kunshan.Audio.Mandarin.Lexicons;

namespace Kunshan.Audio.Mandarin;

/// <summary>Norms of pronunciation.</summary>
public enum Reading
{
    /// <summary>Putonghua, as in Xiandai Hanyu Cidian.</summary>
    Mainland,

    /// <summary>Guoyu, as the Ministry of Education in Taipei lists it; differences from the mainland stand in a table.</summary>
    Taiwan,
}

/// <summary>How the front-end reads.</summary>
public sealed record MandarinOptions
{
    /// <summary>The norm.</summary>
    public Reading Reading { get; init; } = Reading.Mainland;

    /// <summary>Whether tones change in context; without it tones as spoken are citation tones.</summary>
    public bool Sandhi { get; init; } = true;

    /// <summary>Lexicons, the strongest first: article, project, series, user.</summary>
    public ImmutableArray<Lexicon> Lexicons { get; init; } = [];
}
