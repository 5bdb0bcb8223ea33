using System.Collections.Immutable;

namespace Kunshan.Audio.Scripting.Sections;

/// <summary>Pauses after utterances, in milliseconds at rate 1. The largest that applies counts.</summary>
internal static class Pauses
{
    private const int Section = 1200;
    private const int Heading = 900;
    private const int Paragraph = 750;
    private const int Sentence = 450;
    private const int Clause = 350;
    private const int Comma = 220;
    private const int Breathless = 120;
    private const string Closers = "”』」）》’)\" ";

    /// <summary>The utterances of a section with their pauses.</summary>
    public static ImmutableArray<Utterance> Apply(IReadOnlyList<Utterance> utterances) =>
        [.. utterances.Select((utterance, i) => utterance with { PauseAfter = After(utterance, i + 1 < utterances.Count ? utterances[i + 1] : null) })];

    private static int After(Utterance utterance, Utterance? next)
    {
        if (next is null)
        {
            return Section;
        }

        if (next.Source.Block == utterance.Source.Block)
        {
            return AfterMark(utterance.Text);
        }

        return utterance.Role is BlockRole.Title or BlockRole.Subtitle or BlockRole.Heading ? Heading : Paragraph;
    }

    private static int AfterMark(string text)
    {
        var bare = text.TrimEnd(Closers.ToCharArray());
        return (bare.Length == 0 ? '。' : bare[^1]) switch
        {
            '。' or '！' or '？' or '!' or '?' => Sentence,
            '；' or '—' or '…' or '｜' or '|' or ';' => Clause,
            '，' or '：' or ',' or ':' => Comma,
            _ => text.Length > bare.Length && text.TrimEnd()[^1] is '”' or '」' ? Comma : Breathless,
        };
    }
}
