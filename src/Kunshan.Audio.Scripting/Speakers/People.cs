namespace Kunshan.Audio.Scripting.Speakers;

/// <summary>The people an article names: full names, the titles beside them, and who a title alone means.</summary>
internal sealed class People
{
    private static readonly WordTable Titles = new("titles.tsv");
    private readonly Dictionary<string, string> displayed = [];
    private readonly Dictionary<string, HashSet<string>> holdersByTitleAfter = [];
    private readonly Dictionary<string, HashSet<string>> holdersByTitleBefore = [];
    private readonly Dictionary<string, string> titleOf = [];

    /// <summary>Collects them from every block that is text of the article.</summary>
    public People(Article article, Analysis analysis)
    {
        foreach (var block in article.Blocks.Where(block => block.Role is not (BlockRole.Byline or BlockRole.Credit or BlockRole.Other or BlockRole.Source or BlockRole.Copyright)))
        {
            var words = analysis[block.Id];
            foreach (var name in words.Names.Where(name => name.Kind == NameKind.Person))
            {
                Add(block, words.Shadow, name);
            }
        }
    }

    /// <summary>The name as the article first writes it.</summary>
    public SpeakerId IdOf(string shadowName) => new(displayed.GetValueOrDefault(shadowName, shadowName));

    /// <summary>The title the article gives a person; null for none.</summary>
    public string? TitleOf(string shadowName) => titleOf.GetValueOrDefault(shadowName);

    /// <summary>The same, by the name as the article writes it.</summary>
    public string? TitleOfDisplayed(string name) => displayed.FirstOrDefault(pair => pair.Value == name) is { Key: { } key } ? TitleOf(key) : null;

    /// <summary>The one person who holds a title in this article; null where it is nobody's, or two people's. 某某局長 says it more surely than 局長某某, where the name may be no name.</summary>
    public string? HolderOf(string title) => (holdersByTitleAfter.GetValueOrDefault(title) ?? holdersByTitleBefore.GetValueOrDefault(title)) is { Count: 1 } one ? one.First() : null;

    /// <summary>Length of the title that ends at a place; 0 for none.</summary>
    public static int TitleEndingAt(string shadow, int end) => Titles.EndingAt(shadow, end);

    private void Add(Block block, string shadow, Name name)
    {
        var key = shadow.Substring(name.Start, name.Length);
        displayed.TryAdd(key, block.Text.Substring(name.Start, name.Length));
        var after = Titles.StartingAt(shadow, name.End);
        if (after > 0)
        {
            Hold(holdersByTitleAfter, key, shadow.Substring(name.End, after), block.Text.Substring(name.End, after));
        }

        var before = Titles.EndingAt(shadow, name.Start);
        if (before > 0)
        {
            Hold(holdersByTitleBefore, key, shadow.Substring(name.Start - before, before), block.Text.Substring(name.Start - before, before));
        }
    }

    private void Hold(Dictionary<string, HashSet<string>> holders, string person, string title, string displayedTitle)
    {
        titleOf.TryAdd(person, displayedTitle);
        if (!holders.TryGetValue(title, out var people))
        {
            holders[title] = people = [];
        }

        people.Add(person);
    }
}
