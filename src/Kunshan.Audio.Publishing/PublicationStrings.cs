namespace Kunshan.Audio.Publishing;

/// <summary>Words that a publication says of itself, in the script of its text.</summary>
internal sealed class PublicationStrings
{
    private static readonly string[][] Rows = [.. Resources.Read("strings.tsv").Split('\n').Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t'))];
    private readonly Dictionary<string, string> texts;

    public PublicationStrings(string language)
    {
        var column = language.StartsWith("zh-Hant", StringComparison.Ordinal) ? 2 : 1;
        texts = Rows.ToDictionary(row => row[0], row => row[column]);
    }

    /// <summary>A text by its name.</summary>
    public string this[string name] => texts[name];

    /// <summary>All texts whose names begin with <c>ui-</c>, for the player.</summary>
    public IEnumerable<KeyValuePair<string, string>> OfPlayer => texts.Where(pair => pair.Key.StartsWith("ui-", StringComparison.Ordinal)).Select(pair => KeyValuePair.Create(pair.Key[3..], pair.Value));
}
