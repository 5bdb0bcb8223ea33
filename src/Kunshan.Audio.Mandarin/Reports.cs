using System.Collections.Immutable;
using Kunshan.Audio.Mandarin.Pinyin;

namespace Kunshan.Audio.Mandarin;

/// <summary>What the front-end has to say about a line: silent symbols, Latin words, lost characters, glosses that disagree.</summary>
internal static class Reports
{
    private const int ExcerptReach = 8;

    /// <summary>The diagnostics of a line.</summary>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="lost">Offsets of marks for lost characters.</param>
    /// <param name="place">Makes a place of an offset and a length.</param>
    public static ImmutableArray<Diagnostic> Of(ImmutableArray<SpokenToken> tokens, IReadOnlySet<int> lost, Func<int, int, Where> place)
    {
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var token in tokens)
        {
            if (lost.Contains(token.Start))
            {
                diagnostics.Add(new Diagnostic("KA-MAND-LOST", Severity.Warning, new Message("A character that the source had lost is not read.", "原文丢失的字不读。"), place(token.Start, token.Length)));
            }
            else if (token is { Syllables.IsEmpty: true, Reason: "symbol" })
            {
                diagnostics.Add(new Diagnostic("KA-MAND-SYMBOL", Severity.Information, new Message($"The symbol {Name(token.Surface)} is not read.", $"符号 {Name(token.Surface)} 不读。"), place(token.Start, token.Length)));
            }
            else if (token.Reason == "latin")
            {
                diagnostics.Add(new Diagnostic("KA-MAND-LATIN", Severity.Information, new Message($"The word {token.Surface} is read by an approximation; a lexicon entry would decide it.", $"“{token.Surface}”按近似音读出，可在词典中指定读音。"), place(token.Start, token.Length)));
            }
        }

        return diagnostics.ToImmutable();
    }

    /// <summary>Glosses of a converter that name another reading than the one chosen.</summary>
    public static IEnumerable<Diagnostic> Glosses(ImmutableArray<SpokenToken> tokens, Block block, Utterance utterance)
    {
        foreach (var gloss in block.Glosses)
        {
            var offset = gloss.Offset - utterance.Source.Start;
            if (offset < 0 || gloss.Offset >= utterance.Source.End || !SyllableText.TryParse(gloss.Reading, out var reading))
            {
                continue;
            }

            var token = tokens.LastOrDefault(candidate => candidate.Start <= offset);
            if (token is null || token.Syllables.Length != token.Length || token.Syllables[offset - token.Start].Citation == reading.Citation || token.Surface[offset - token.Start] is '一' or '不')
            {
                continue;
            }

            var chosen = token.Syllables[offset - token.Start].Citation;
            var range = new TextRange(block.Id, gloss.Offset, 1);
            yield return new Diagnostic("KA-MAND-GLOSS", Severity.Information, new Message($"The text glosses {token.Surface[offset - token.Start]} as {gloss.Reading}; {token.Surface} is read {chosen}.", $"原文注音“{token.Surface[offset - token.Start]}”为 {gloss.Reading}，此处“{token.Surface}”读作 {chosen}。"), new Where(block.Source.Line, range, Excerpt(block.Text, gloss.Offset, 1)));
        }
    }

    /// <summary>A few characters of a text around a place, for a person; never half of a surrogate pair.</summary>
    public static string Excerpt(string text, int start, int length)
    {
        var begin = Math.Max(0, start - ExcerptReach);
        var end = Math.Min(text.Length, start + length + ExcerptReach);
        begin -= begin > 0 && char.IsLowSurrogate(text[begin]) ? 1 : 0;
        end += end < text.Length && char.IsLowSurrogate(text[end]) ? 1 : 0;
        return text[begin..end];
    }

    private static string Name(string surface) => string.Join(' ', surface.EnumerateRunes().Select(rune => $"U+{rune.Value:X4}"));
}
