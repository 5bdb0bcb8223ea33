namespace Kunshan.Audio.Scripting.Sentences;

/// <summary>Cuts a block into sentences: after 。！？!? with the closing marks that follow, also inside a quotation; after …… before a closing quote or the end; never inside Latin or a number.</summary>
internal static class SentenceSplitter
{
    private const string Ends = "。！？!?";
    private const string Closers = "”』」）》’)\"";

    /// <summary>Ends of the sentences, ascending; the last is the text's length.</summary>
    public static IReadOnlyList<int> Split(string text)
    {
        var ends = new List<int>();
        var at = 0;
        while (at < text.Length)
        {
            if (!EndsSentence(text, at))
            {
                at++;
                continue;
            }

            while (at < text.Length && (Ends.Contains(text[at]) || text[at] == '…' || Closers.Contains(text[at])))
            {
                at++;
            }

            while (at < text.Length && char.IsWhiteSpace(text[at]))
            {
                at++;
            }

            ends.Add(at);
        }

        if (ends.Count == 0 || ends[^1] < text.Length)
        {
            ends.Add(text.Length);
        }

        return ends;
    }

    private static bool EndsSentence(string text, int at) => text[at] switch
    {
        '。' or '！' or '？' => true,
        '!' or '?' => at + 1 == text.Length || !char.IsAsciiLetterOrDigit(text[at + 1]),
        '…' => IsFinalEllipsis(text, at),
        _ => false,
    };

    private static bool IsFinalEllipsis(string text, int at)
    {
        while (at < text.Length && text[at] == '…')
        {
            at++;
        }

        return at == text.Length || Closers.Contains(text[at]);
    }
}
