namespace Kunshan.Audio.Scripting.Sentences;

/// <summary>An outermost quotation of a block.</summary>
/// <param name="Start">Its opening mark.</param>
/// <param name="End">One past its closing mark, or the end of the block.</param>
/// <param name="IsClosed">Whether a closing mark was found.</param>
internal readonly record struct Quotation(int Start, int End, bool IsClosed)
{
    private static readonly string[] Pairs = ["“”", "「」", "『』", "‘’"];

    /// <summary>First unit inside the marks.</summary>
    public int InnerStart => Start + 1;

    /// <summary>One past the last unit inside the marks.</summary>
    public int InnerEnd => IsClosed ? End - 1 : End;

    /// <summary>The outermost quotations of a text, in order. An open one ends with the text.</summary>
    public static IReadOnlyList<Quotation> Find(string text)
    {
        var found = new List<Quotation>();
        var open = new Stack<(int Start, char Closer)>();
        for (var i = 0; i < text.Length; i++)
        {
            if (Array.Find(Pairs, pair => pair[0] == text[i]) is { } opening && !(text[i] == '‘' && i > 0 && char.IsAsciiLetter(text[i - 1])))
            {
                open.Push((i, opening[1]));
            }
            else if (open.Any(mark => Closes(text[i], mark.Closer)))
            {
                // A closing mark closes everything that was opened after its partner.
                var start = i;
                while (open.Count > 0)
                {
                    var mark = open.Pop();
                    start = mark.Start;
                    if (Closes(text[i], mark.Closer))
                    {
                        break;
                    }
                }

                if (open.Count == 0)
                {
                    found.Add(new(start, i + 1, true));
                }
            }
        }

        if (open.Count > 0)
        {
            found.Add(new(open.Last().Start, text.Length, false));
        }

        return found;
    }

    /// <summary>A straight mark closes a curly one: such mixtures occur.</summary>
    private static bool Closes(char c, char closer) => c == closer || (c == '"' && closer == '”');
}
