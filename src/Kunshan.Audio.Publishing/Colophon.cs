namespace Kunshan.Audio.Publishing;

/// <summary>What every publication says about how it was made.</summary>
internal static class Colophon
{
    private static readonly BlockRole[] Furniture = [BlockRole.Byline, BlockRole.Credit, BlockRole.Source, BlockRole.Copyright];

    /// <summary>One paragraph each: synthetic voices, who speaks for whom, attribution, what is not read, generator.</summary>
    public static IEnumerable<string> Lines(PublicationSource source, PublicationStrings strings)
    {
        var names = source.Voices.ToDictionary(voice => voice.Id, voice => voice.Name);
        yield return strings["synthetic"];
        foreach (var member in source.Cast.Members.Where(member => member.Reason != CastingReason.ReadByNarrator))
        {
            var speaker = member.Speaker.IsNarrator ? strings["narrator"] : member.Speaker.Value;
            yield return $"{speaker}{strings["colon"]}{names[member.Voice]}";
        }

        foreach (var attribution in source.Voices.Select(voice => voice.Attribution).OfType<string>().Distinct())
        {
            yield return attribution;
        }

        if (source.Article.Blocks.Any(block => source.Script.Unread.Contains(block.Id) && Furniture.Contains(block.Role)))
        {
            yield return strings["unread"];
        }

        yield return $"{strings["made"]}{source.Generator}";
    }
}
