namespace Kunshan.Audio;

/// <summary>A sentence for a person, in the languages of the interface.</summary>
/// <param name="En">In English.</param>
/// <param name="Zh">In Chinese.</param>
public readonly record struct Message(string En, string Zh)
{
    /// <summary>The text in one language of the interface.</summary>
    /// <param name="language"><c>zh</c> for Chinese; anything else is English.</param>
    public string In(string language) => string.Equals(language, "zh", StringComparison.Ordinal) ? Zh : En;

    /// <inheritdoc/>
    public override string ToString() => En;
}
