namespace Kunshan.Audio.Reading.Repair;

/// <summary>Pairs straight quotation marks in Chinese text where their number leaves no doubt.</summary>
internal static class QuoteRepair
{
    public static IEnumerable<TextEdit> Find(string text)
    {
        var count = text.Count(c => c == '"');
        if (count == 0 || count % 2 != 0 || text.AsSpan().IndexOfAny("“”") >= 0 || !text.Any(Chars.IsHan))
        {
            yield break;
        }

        var isOpen = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '"')
            {
                yield return new(i, 1, isOpen ? "”" : "“", new("KA-READ-QUOTE", Severity.Information, new("Straight quotation marks were paired.", "直引号已配对。")));
                isOpen = !isOpen;
            }
        }
    }
}
