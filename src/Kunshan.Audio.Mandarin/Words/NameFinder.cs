using System.Collections.Frozen;
using System.Collections.Immutable;
using Kunshan.Audio.Mandarin.Data;

namespace Kunshan.Audio.Mandarin.Words;

/// <summary>Names among the words of a line: persons, places, organisations.</summary>
internal sealed class NameFinder(WordTable table, PersonNames persons)
{
    private const int LongestOrganisation = 7;
    private readonly FrozenSet<string> heads = Table.Set("organisation-heads");

    /// <summary>The names in order, not overlapping; an organisation covers the places in it.</summary>
    public ImmutableArray<Name> Find(string shadow, IReadOnlyList<LineWord> words)
    {
        var names = ImmutableArray.CreateBuilder<Name>();
        for (var i = 0; i < words.Count; i++)
        {
            var organisation = OrganisationEnd(shadow, words, i);
            if (organisation > i)
            {
                names.Add(new Name(words[i].Start, words[organisation - 1].End - words[i].Start, NameKind.Organisation));
                i = organisation - 1;
            }
            else if (KindOf(shadow, words[i]) is { } kind)
            {
                names.Add(new Name(words[i].Start, words[i].Length, kind));
            }
        }

        return names.ToImmutable();
    }

    private NameKind? KindOf(string shadow, LineWord word)
    {
        if (word.Piece is not null)
        {
            return null;
        }

        if (word.IsPerson)
        {
            return NameKind.Person;
        }

        return word.Node == WordTable.Root ? null : table.Tag(word.Node) switch
        {
            WordTag.Person when IsPerson(shadow, word) => NameKind.Person,
            WordTag.Place when word.Length > 1 => NameKind.Place,
            WordTag.Organisation when word.Length > 1 => NameKind.Organisation,
            _ => null,
        };
    }

    // The word list calls 安全性 and 田园 persons: a listed name needs evidence too, unless its given name of two characters is no word.
    private bool IsPerson(string shadow, LineWord word)
    {
        var surname = persons.SurnameLength(shadow.AsSpan(word.Start, word.Length));
        if (word.Length is < 2 or > 4 || surname == 0 || surname == word.Length)
        {
            return false;
        }

        return persons.HasEvidence(shadow, word.Start, word.End)
            || (word.Length - surname == 2 && shadow[word.End - 1] is not ('性' or '化' or '式' or '型' or '者' or '率' or '员' or '度' or '区' or '力') && table.Find(shadow.AsSpan(word.Start + surname, 2)) == WordTable.Root);
    }

    // A place or proper name, then nouns, then a head such as 公司 or 研究院.
    private int OrganisationEnd(string shadow, IReadOnlyList<LineWord> words, int first)
    {
        if (!Opens(words[first]))
        {
            return first;
        }

        var end = first;
        for (var i = first; i < Math.Min(words.Count, first + LongestOrganisation); i++)
        {
            if (!Continues(words[i]))
            {
                break;
            }

            if (EndsWithHead(shadow, words[i]) && (i > first || table.Tag(words[i].Node) == WordTag.Organisation))
            {
                end = i + 1;
            }
        }

        return end;
    }

    private bool Opens(LineWord word) => word.Piece is null && word.Node != WordTable.Root && word.Length > 1 && table.Tag(word.Node) is WordTag.Place or WordTag.Organisation or WordTag.Proper;

    private bool Continues(LineWord word) => word.Piece is null && !word.IsPerson && word.Node != WordTable.Root
        && table.Tag(word.Node) is WordTag.Place or WordTag.Organisation or WordTag.Proper or WordTag.Noun or WordTag.Adjective or WordTag.Verb && (word.Length > 1 || table.Tag(word.Node) == WordTag.Noun);

    private bool EndsWithHead(string shadow, LineWord word)
    {
        var lookup = heads.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = 1; length <= Math.Min(4, word.Length); length++)
        {
            if (lookup.Contains(shadow.AsSpan(word.End - length, length)) && (length > 1 || word.Length > 1))
            {
                return true;
            }
        }

        return false;
    }
}
