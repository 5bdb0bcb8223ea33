using System.Collections.Frozen;
using Kunshan.Audio.Mandarin.Data;

namespace Kunshan.Audio.Mandarin.Words;

/// <summary>Personal names: a surname and a given name of one or two characters, with evidence around it: a title or an office, a verb of speech, a full name elsewhere in the article.</summary>
internal sealed class PersonNames
{
    private const double KnownName = -9;
    private const double WithEvidence = -15;
    private const double InList = -17;
    private const double WithoutEvidence = -27;
    private const double CommonWord = -13.5;
    private readonly FrozenDictionary<string, string> surnames = Table.Map("surnames");
    private readonly FrozenSet<string> before = Table.Set("titles");
    private readonly FrozenSet<string> after = Table.Set("name-cues");
    private readonly FrozenSet<char> notInGivenNames = Table.Set("not-in-given-names").Select(text => text[0]).ToFrozenSet();

    /// <summary>The reading of a surname, syllables parted by blanks; null when it has none of its own.</summary>
    public string? ReadingOf(string surname) => surnames.GetValueOrDefault(surname) is { Length: > 0 } reading ? reading : null;

    /// <summary>Length of the surname at the head of a name; 0 when there is none.</summary>
    public int SurnameLength(ReadOnlySpan<char> name)
    {
        var lookup = surnames.GetAlternateLookup<ReadOnlySpan<char>>();
        return name.Length > 2 && lookup.ContainsKey(name[..2]) ? 2 : name.Length > 0 && lookup.ContainsKey(name[..1]) ? 1 : 0;
    }

    /// <summary>Names that may begin here, with their log score.</summary>
    public IEnumerable<(int Length, double Score)> At(NameSite site, IReadOnlySet<string> known, WordTable table)
    {
        var surname = SurnameLength(site.Shadow.AsSpan(site.Start, Math.Min(3, site.End - site.Start)));
        if (surname == 0)
        {
            yield break;
        }

        var hasTitle = EndsWithTitle(site);
        var inList = FollowsListMark(site);
        for (var length = surname + 1; length <= surname + 2 && site.Start + length <= site.End; length++)
        {
            if (notInGivenNames.Contains(site.Shadow[site.Start + length - 1]))
            {
                yield break;
            }

            var isKnown = known.Count > 0 && known.Contains(site.Shadow.Substring(site.Start, length));
            var cue = StartsWithCue(site, site.Start + length);
            var word = table.Find(site.Shadow.AsSpan(site.Start, length)) != WordTable.Root;
            var score = isKnown ? KnownName : hasTitle || cue > 0 ? WithEvidence + (hasTitle && cue > 0 ? 5 : 0) : inList ? InList : WithoutEvidence;
            if (!word || isKnown)
            {
                yield return (length, score + (length == surname + 2 ? TornWord(site, length, cue, table) : -1.5));
            }
            else if (hasTitle || cue > 0)
            {
                yield return (length, score - 6);
            }
        }
    }

    // 单霞报|道 tears 报道: a name does not end inside a common word.
    private static double TornWord(NameSite site, int length, int cue, WordTable table)
    {
        var last = site.Start + length - 1;
        if (cue > 0 || last + 2 > site.End)
        {
            return 0;
        }

        var node = table.Find(site.Shadow.AsSpan(last, 2));
        return node != WordTable.Root && table.LogFrequency(node) > CommonWord ? -6 : 0;
    }

    /// <summary>Whether the text right before the site is a title or an office.</summary>
    public bool EndsWithTitle(NameSite site)
    {
        var lookup = before.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = 1; length <= 5 && site.Start - length >= 0; length++)
        {
            if (lookup.Contains(site.Shadow.AsSpan(site.Start - length, length)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a title stands before a name, or a cue after it.</summary>
    public bool HasEvidence(string shadow, int start, int end)
    {
        var site = new NameSite(shadow, 0, start, shadow.Length);
        return EndsWithTitle(site) || StartsWithCue(site, end) > 0;
    }

    private int StartsWithCue(NameSite site, int at)
    {
        var lookup = after.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = Math.Min(4, site.Shadow.Length - at); length > 0; length--)
        {
            if (lookup.Contains(site.Shadow.AsSpan(at, length)))
            {
                return length;
            }
        }

        return 0;
    }

    private static bool FollowsListMark(NameSite site) =>
        site.Start > 0 && site.Shadow[site.Start - 1] is '、' or ' ' or '|' or '｜' or '\u3000' or '：'
        && site.Start < site.End;
}
