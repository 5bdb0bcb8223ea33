using System.Collections.Immutable;
using System.Text;

namespace Kunshan.Audio.Reading.Repair;

/// <summary>A text with the way back to the raw text it was made from.</summary>
/// <param name="Text">The text.</param>
/// <param name="Offsets">For each unit and for the end, the offset in the raw text; never descending.</param>
internal sealed record MappedText(string Text, ImmutableArray<int> Offsets)
{
    /// <summary>A text that nothing was done to.</summary>
    public static MappedText Of(string text) => new(text, [.. Enumerable.Range(0, text.Length + 1)]);

    /// <summary>The text after edits, which ascend and do not overlap.</summary>
    public MappedText Apply(IReadOnlyList<TextEdit> edits)
    {
        if (edits.Count == 0)
        {
            return this;
        }

        var text = new StringBuilder(Text.Length);
        var offsets = ImmutableArray.CreateBuilder<int>(Offsets.Length);
        var at = 0;
        foreach (var edit in edits)
        {
            text.Append(Text, at, edit.Start - at);
            offsets.AddRange(Offsets.AsSpan(at, edit.Start - at));
            text.Append(edit.Replacement);
            for (var i = 0; i < edit.Replacement.Length; i++)
            {
                offsets.Add(Offsets[edit.Start + Math.Min(i, Math.Max(0, edit.Length - 1))]);
            }

            at = edit.Start + edit.Length;
        }

        text.Append(Text, at, Text.Length - at);
        offsets.AddRange(Offsets.AsSpan()[at..]);
        return new(text.ToString(), offsets.ToImmutable());
    }

    /// <summary>The first displayed offset at or after a raw offset.</summary>
    public int FromRaw(int rawOffset)
    {
        var at = Offsets.AsSpan().BinarySearch(rawOffset);
        if (at < 0)
        {
            return Math.Min(~at, Text.Length);
        }

        while (at > 0 && Offsets[at - 1] == rawOffset)
        {
            at--;
        }

        return at;
    }
}
