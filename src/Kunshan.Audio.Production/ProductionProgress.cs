namespace Kunshan.Audio.Production;

/// <summary>The stages a person sees.</summary>
public enum ProductionStage
{
    /// <summary>Reading and repairing the article, finding words and speakers.</summary>
    Reading,

    /// <summary>Speaking, one step an utterance.</summary>
    Speaking,

    /// <summary>Loudness and encoding.</summary>
    Mastering,

    /// <summary>Writing the publications.</summary>
    Publishing,

    /// <summary>The folder is in place.</summary>
    Done,
}

/// <summary>How far a production is.</summary>
/// <param name="Stage">What is being done.</param>
/// <param name="Done">Steps done.</param>
/// <param name="Total">Steps in all.</param>
/// <param name="AudioSeconds">Seconds of sound spoken so far.</param>
public readonly record struct ProductionProgress(ProductionStage Stage, int Done, int Total, double AudioSeconds);
