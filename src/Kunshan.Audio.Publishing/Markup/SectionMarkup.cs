using System.Xml;

namespace Kunshan.Audio.Publishing.Markup;

/// <summary>The blocks of a section as XHTML elements. What is shown and not read has the class <c>unread</c> and no utterance inside: a decision, not a gap.</summary>
internal sealed class SectionMarkup
{
    private readonly XmlWriter writer;
    private readonly BlockMarkup texts;
    private readonly Dictionary<BlockId, Block> blocks;
    private readonly ILookup<BlockId, Utterance> utterances;

    public SectionMarkup(XmlWriter writer, Article article, Script script)
    {
        this.writer = writer;
        blocks = article.Blocks.ToDictionary(block => block.Id);
        utterances = script.Utterances.ToLookup(utterance => utterance.Source.Block);
        texts = new(writer, script.Speakers.Where(speaker => !speaker.Id.IsNarrator).ToDictionary(speaker => speaker.Id, speaker => speaker.Id.Value));
    }

    /// <summary>Writes all shown blocks of a section.</summary>
    public void Write(Section section)
    {
        string? list = null;
        foreach (var block in section.Blocks.Select(id => blocks[id]).Where(block => block.Role != BlockRole.Other))
        {
            var wanted = block.Role != BlockRole.List ? null : block.Number > 0 ? "ol" : "ul";
            if (list != wanted)
            {
                EndList(list);
                StartList(wanted, block);
                list = wanted;
            }

            WriteBlock(block);
        }

        EndList(list);
    }

    private void StartList(string? element, Block first)
    {
        if (element is null)
        {
            return;
        }

        Line();
        writer.WriteStartElement(element);
        if (first.Number > 1)
        {
            writer.WriteAttributeString("start", first.Number.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    private void EndList(string? element)
    {
        if (element is not null)
        {
            writer.WriteFullEndElement();
        }
    }

    private void WriteBlock(Block block)
    {
        Line();
        var isRead = utterances.Contains(block.Id);
        if (block.Role == BlockRole.Quotation)
        {
            writer.WriteStartElement("blockquote");
        }

        writer.WriteStartElement(ElementOf(block));
        writer.WriteAttributeString("id", block.Id.Value);
        if (ClassOf(block.Role, isRead) is { Length: > 0 } names)
        {
            writer.WriteAttributeString("class", names);
        }

        texts.WriteText(block, utterances[block.Id]);
        writer.WriteFullEndElement();
        if (block.Role == BlockRole.Quotation)
        {
            writer.WriteFullEndElement();
        }
    }

    private static string ElementOf(Block block) => block.Role switch
    {
        BlockRole.Title => "h1",
        BlockRole.Heading => $"h{Math.Clamp(block.Level, 2, 6)}",
        BlockRole.List => "li",
        _ => "p",
    };

    private static string ClassOf(BlockRole role, bool isRead)
    {
        var name = role is BlockRole.Title or BlockRole.Heading or BlockRole.Paragraph or BlockRole.List or BlockRole.Quotation ? "" : role.ToString().ToLowerInvariant();
        return isRead ? name : $"{name} unread".TrimStart();
    }

    private void Line() => writer.WriteWhitespace("\n    ");
}
