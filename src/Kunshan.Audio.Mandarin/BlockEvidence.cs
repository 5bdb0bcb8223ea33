using System.Collections.Immutable;
using Kunshan.Audio.Mandarin.Pinyin;

namespace Kunshan.Audio.Mandarin;

/// <summary>What a block says about the reading of one of its utterances, by offset in the utterance.</summary>
/// <param name="Ruby">Syllables that the author printed over single characters.</param>
/// <param name="Glosses">Syllables that a converter had left after single characters.</param>
/// <param name="Lost">Marks that stand for lost characters.</param>
internal sealed record BlockEvidence(ImmutableDictionary<int, Syllable> Ruby, ImmutableDictionary<int, Syllable> Glosses, ImmutableHashSet<int> Lost)
{
    /// <summary>Collects the evidence inside the utterance's range.</summary>
    public static BlockEvidence Of(Utterance utterance, Block block, CharacterTable characters)
    {
        var ruby = ImmutableDictionary.CreateBuilder<int, Syllable>();
        var lost = ImmutableHashSet.CreateBuilder<int>();
        var offset = utterance.Source.Start;
        foreach (var inline in block.Inlines)
        {
            if (inline.Start < offset || inline.End > utterance.Source.End)
            {
                continue;
            }

            switch (inline)
            {
                case Kunshan.Audio.Ruby reading when SyllableText.ParseAll(reading.Reading) is { } syllables && syllables.Count == inline.Length && syllables.All(syllable => characters.IsSyllable(syllable.Letters)):
                    for (var i = 0; i < inline.Length; i++)
                    {
                        ruby[inline.Start - offset + i] = syllables[i];
                    }

                    break;
                case Kunshan.Audio.Lost:
                    lost.Add(inline.Start - offset);
                    break;
                default:
                    break;
            }
        }

        return new(ruby.ToImmutable(), GlossesOf(utterance, block), lost.ToImmutable());
    }

    private static ImmutableDictionary<int, Syllable> GlossesOf(Utterance utterance, Block block)
    {
        var glosses = ImmutableDictionary.CreateBuilder<int, Syllable>();
        foreach (var gloss in block.Glosses)
        {
            if (gloss.Offset >= utterance.Source.Start && gloss.Offset < utterance.Source.End && SyllableText.TryParse(gloss.Reading, out var reading))
            {
                glosses[gloss.Offset - utterance.Source.Start] = reading;
            }
        }

        return glosses.ToImmutable();
    }
}
