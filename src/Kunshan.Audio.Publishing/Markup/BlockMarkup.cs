using System.Collections.Immutable;
using System.Xml;
using Kunshan.Audio.Formats.Characters;

namespace Kunshan.Audio.Publishing.Markup;

/// <summary>The text of a block as XHTML: a span with its id for each utterance, inside it the author's marks, split where an utterance ends inside one.</summary>
/// <param name="writer">Where it goes.</param>
/// <param name="speakers">Names of speakers that are not the narrator, for a title on their words.</param>
internal sealed class BlockMarkup(XmlWriter writer, IReadOnlyDictionary<SpeakerId, string> speakers)
{
    /// <summary>Writes a block's text.</summary>
    /// <param name="block">The block.</param>
    /// <param name="utterances">What is read of it, in order; empty when it is only shown.</param>
    public void WriteText(Block block, IEnumerable<Utterance> utterances)
    {
        var at = 0;
        foreach (var utterance in utterances)
        {
            // Marks between two utterances are shown and belong to neither.
            WriteRange(block, at, utterance.Source.Start);
            writer.WriteStartElement("span");
            writer.WriteAttributeString("id", utterance.Id.Value);
            writer.WriteAttributeString("class", utterance.Speaker.IsNarrator ? "u" : "u voice");
            if (speakers.TryGetValue(utterance.Speaker, out var name))
            {
                writer.WriteAttributeString("title", name);
            }

            WriteRange(block, utterance.Source.Start, utterance.Source.End);
            writer.WriteFullEndElement();
            at = utterance.Source.End;
        }

        WriteRange(block, at, block.Text.Length);
    }

    private void WriteRange(Block block, int start, int end)
    {
        // Longer marks first: they enclose the shorter ones that begin with them.
        var inside = block.Inlines.Where(inline => inline.Start < end && inline.End > start).OrderBy(inline => inline.Start).ThenByDescending(inline => inline.Length).ToImmutableArray();
        WriteNested(block.Text, inside, start, end);
    }

    private void WriteNested(string text, ImmutableArray<Inline> inlines, int start, int end)
    {
        var at = start;
        for (var i = 0; i < inlines.Length;)
        {
            var inline = inlines[i];
            var (from, to) = (Math.Max(inline.Start, at), Math.Min(inline.End, end));
            var nested = inlines.Skip(i + 1).TakeWhile(other => other.Start < to).ToImmutableArray();
            i += 1 + nested.Length;
            if (from >= to)
            {
                continue;
            }

            writer.WriteString(XmlCharacters.Clean(text[at..from]));
            Open(inline);
            WriteNested(text, nested, from, to);
            Close(inline);
            at = to;
        }

        writer.WriteString(XmlCharacters.Clean(text[at..end]));
    }

    private void Open(Inline inline)
    {
        switch (inline)
        {
            case Emphasis:
                writer.WriteStartElement("em");
                break;
            case Strong:
                writer.WriteStartElement("strong");
                break;
            case Link link:
                writer.WriteStartElement("a");
                writer.WriteAttributeString("href", link.Address);
                break;
            case Ruby:
                writer.WriteStartElement("ruby");
                break;
            case Foreign foreign:
                writer.WriteStartElement("span");
                writer.WriteAttributeString("lang", foreign.Language);
                writer.WriteAttributeString("xml", "lang", null, foreign.Language);
                break;
            case Lost:
                writer.WriteStartElement("span");
                writer.WriteAttributeString("class", "lost");
                writer.WriteAttributeString("role", "img");
                writer.WriteAttributeString("aria-label", "原文缺一字");
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private void Close(Inline inline)
    {
        if (inline is Ruby ruby)
        {
            // No rp: EPUB 3.3 discourages it.
            writer.WriteElementString("rt", ruby.Reading);
        }

        writer.WriteFullEndElement();
    }
}
