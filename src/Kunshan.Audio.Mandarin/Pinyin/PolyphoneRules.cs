using Kunshan.Audio.Mandarin.Data;
using Kunshan.Audio.Mandarin.Words;

namespace Kunshan.Audio.Mandarin.Pinyin;

/// <summary>What stands around a character of several readings that is a word by itself.</summary>
/// <param name="Shadow">The line.</param>
/// <param name="Words">Its words.</param>
/// <param name="Index">The word to read.</param>
internal readonly record struct PolyphoneSite(string Shadow, IReadOnlyList<LineWord> Words, int Index);

/// <summary>Rules of context for characters of several readings, from a table; the first that fits decides.</summary>
internal sealed class PolyphoneRules
{
    private const int FrameReach = 24;
    private readonly WordTable table;
    private readonly Dictionary<char, Rule[]> rules;

    public PolyphoneRules(WordTable table)
    {
        this.table = table;
        rules = Table.Rows("polyphones").Select(row => new Rule(row)).GroupBy(rule => rule.Character).ToDictionary(group => group.Key, group => group.OrderBy(rule => rule.Order).ToArray());
    }

    /// <summary>The reading that a rule gives; null when none fits.</summary>
    public Syllable? Read(PolyphoneSite site)
    {
        var word = site.Words[site.Index];
        if (word.Length != 1 || word.Piece is not null || !rules.TryGetValue(site.Shadow[word.Start], out var candidates))
        {
            return null;
        }

        foreach (var rule in candidates)
        {
            if (Fits(rule, site, word))
            {
                return rule.Reading;
            }
        }

        return null;
    }

    private bool Fits(Rule rule, PolyphoneSite site, LineWord word) =>
        (rule.Left.Length == 0 || Array.Exists(rule.Left, text => FitsLeft(text, site, word)))
        && (rule.Right.Length == 0 || Array.Exists(rule.Right, text => FitsRight(text, site, word)));

    // "<v" is a word of that part of speech, "^" the head of a clause, "以…" the opening of a frame, else the text itself.
    private bool FitsLeft(string text, PolyphoneSite site, LineWord word)
    {
        if (text == "^")
        {
            return word.Start == 0 || IsMark(site.Shadow[word.Start - 1]);
        }

        if (text[0] == '<')
        {
            return site.Index > 0 && HasTag(site.Words[site.Index - 1], text[1]);
        }

        if (text[^1] == '…')
        {
            return FrameOpens(text[..^1], site.Shadow, word.Start);
        }

        return site.Shadow.AsSpan(0, word.Start).EndsWith(text, StringComparison.Ordinal);
    }

    private bool FitsRight(string text, PolyphoneSite site, LineWord word)
    {
        if (text == "$")
        {
            return word.End == site.Shadow.Length || IsMark(site.Shadow[word.End]);
        }

        if (text[0] == '<')
        {
            return site.Index + 1 < site.Words.Count && HasTag(site.Words[site.Index + 1], text[1]);
        }

        if (text[0] == '…')
        {
            return FrameCloses(text[1..], site.Shadow, word.End);
        }

        return site.Shadow.AsSpan(word.End).StartsWith(text, StringComparison.Ordinal);
    }

    private static bool FrameOpens(string text, string shadow, int end)
    {
        for (var i = end - 1; i >= Math.Max(0, end - FrameReach) && !IsStop(shadow[i]); i--)
        {
            if (shadow.AsSpan(i).StartsWith(text, StringComparison.Ordinal) && i + text.Length < end)
            {
                return true;
            }
        }

        return false;
    }

    private static bool FrameCloses(string text, string shadow, int begin)
    {
        for (var i = begin; i < Math.Min(shadow.Length, begin + FrameReach) && !IsStop(shadow[i]); i++)
        {
            if (shadow.AsSpan(i).StartsWith(text, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private bool HasTag(LineWord word, char tag)
    {
        if (word.Piece is { } piece)
        {
            return tag == 'x' && piece.Kind == WordKind.Number;
        }

        return word.IsPerson ? tag is 'h' or 'n' : word.Node != WordTable.Root && tag == Letter(table.Tag(word.Node));
    }

    private static char Letter(WordTag tag) => tag switch
    {
        WordTag.Noun or WordTag.Proper => 'n',
        WordTag.Place => 's',
        WordTag.Person => 'h',
        WordTag.Organisation => 'o',
        WordTag.Verb => 'v',
        WordTag.Adjective => 'a',
        WordTag.Adverb => 'd',
        WordTag.Numeral => 'm',
        WordTag.Measure => 'q',
        WordTag.Pronoun => 'r',
        WordTag.Preposition => 'p',
        WordTag.Particle => 'u',
        WordTag.Time => 't',
        WordTag.Idiom => 'i',
        _ => '-',
    };

    private static bool IsMark(char unit) => !Normalization.Line.IsHanzi(unit) && !char.IsAsciiLetterOrDigit(unit);

    private static bool IsStop(char unit) => unit is '，' or '。' or '；' or '！' or '？' or '：';

    private sealed class Rule(string[] row)
    {
        public char Character { get; } = row[0][0];

        public int Order { get; } = int.Parse(row[1], System.Globalization.CultureInfo.InvariantCulture);

        public Syllable Reading { get; } = new(row[2][..^1], row[2][^1] - '0');

        public string[] Left { get; } = row[3].Split('|', StringSplitOptions.RemoveEmptyEntries);

        public string[] Right { get; } = row[4].Split('|', StringSplitOptions.RemoveEmptyEntries);
    }
}
