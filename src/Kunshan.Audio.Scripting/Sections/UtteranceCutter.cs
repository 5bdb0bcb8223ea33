using System.Collections.Immutable;
using Kunshan.Audio.Scripting.Sentences;

namespace Kunshan.Audio.Scripting.Sections;

/// <summary>Cuts a block into utterances: at the ends of its sentences and where a voice changes. They tile the block.</summary>
internal sealed class UtteranceCutter(ImmutableArray<Attribution> attributions, string language)
{
    private readonly ILookup<BlockId, Attribution> voiced = attributions
        .Where(attribution => attribution.Kind == SpeechKind.Direct && attribution.Speaker is not null && attribution.Confidence >= Confidence.Medium)
        .ToLookup(attribution => attribution.Range.Block);

    /// <summary>The utterances of a block without ids and pauses.</summary>
    public IEnumerable<Utterance> Cut(Block block)
    {
        var speech = voiced[block.Id].ToList();
        var cuts = SentenceSplitter.Split(block.Text)
            .Where(end => !IsInsideShort(speech, end))
            .Concat(speech.SelectMany(attribution => (int[])[attribution.Range.Start, attribution.Range.End]))
            .Append(block.Text.Length)
            .Distinct().Order();
        var start = 0;
        foreach (var end in cuts.Where(end => end > 0))
        {
            // Marks alone belong to the utterance before them.
            var length = end - start;
            if (length > 0)
            {
                yield return Of(block, start, length, speech);
                start = end;
            }
        }
    }

    /// <summary>A sentence's end just before the closing mark is the quotation's own end.</summary>
    private static bool IsInsideShort(List<Attribution> speech, int end) => speech.Exists(attribution => end == attribution.Range.End - 1);

    private Utterance Of(Block block, int start, int length, List<Attribution> speech) => new()
    {
        Id = default,
        Speaker = speech.Find(attribution => start >= attribution.Range.Start && start < attribution.Range.End)?.Speaker ?? SpeakerId.Narrator,
        Text = block.Text.Substring(start, length),
        Source = new(block.Id, start, length),
        Language = language,
        Role = block.Role,
        PauseAfter = 0,
        Skippable = block.Role == BlockRole.Caption,
    };
}
