using System.Collections.Immutable;
using System.Text;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Kunshan.Audio.Reading.Markdown;

/// <summary>CommonMark with tables and front matter, by Markdig. Marks become stand-off inlines; <c>字{zì}</c> is a reading the author gave.</summary>
/// <param name="table">Readings, for repair.</param>
public sealed class MarkdownReader(IReadingTable table) : IArticleReader
{
    // Nested deeper than any article: such a file is an attack or an accident.
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder { TrackTrivia = false }.UsePipeTables().Build();

    /// <inheritdoc/>
    public SourceFormat Format => SourceFormat.Markdown;

    /// <inheritdoc/>
    public StageResult<Article> Read(SourceText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var front = FrontMatter.Read(source.Text);
        var text = source.Text.ReplaceLineEndings("\n");
        var body = string.Join('\n', text.Split('\n').Skip(front.Product.Lines));
        var walk = new Walk(front.Product.Lines);
        try
        {
            walk.Blocks(Markdig.Markdown.Parse(body, Pipeline), null);
        }
        catch (ArgumentException e)
        {
            throw new ArticleException(source.Path, new($"is no Markdown that can be read: {e.Message}", $"无法按 Markdown 读取：{e.Message}"));
        }

        var given = front.Product.ToMetadata();
        var blocks = given.Title is { } title && walk.Found.All(block => block.Role != BlockRole.Title)
            ? walk.Found.Prepend(new RawBlock(1, title) { Role = BlockRole.Title, Level = 1 })
            : walk.Found;
        return new ArticleAssembly(table).Assemble(source, blocks, given, [.. front.Diagnostics, .. walk.Said]);
    }

    private sealed class Walk(int linesBefore)
    {
        private bool hasTitle;

        public List<RawBlock> Found { get; } = [];

        public List<Diagnostic> Said { get; } = [];

        public void Blocks(ContainerBlock container, RawBlock? shape)
        {
            var number = 0;
            foreach (var block in container)
            {
                number++;
                var line = block.Line + 1 + linesBefore;
                switch (block)
                {
                    case HeadingBlock heading:
                        Heading(heading, line);
                        break;
                    case ParagraphBlock paragraph:
                        Add(paragraph.Inline, line, shape);
                        break;
                    case ListBlock list:
                        Blocks(list, new RawBlock(line, "") { Role = BlockRole.List, Level = (shape?.Level ?? 0) + 1, Number = list.IsOrdered ? 1 : 0 });
                        break;
                    case ListItemBlock item:
                        Blocks(item, shape is { Number: > 0 } ? shape with { Number = item.Order > 0 ? item.Order : number } : shape);
                        break;
                    case QuoteBlock quote:
                        Blocks(quote, new RawBlock(line, "") { Role = BlockRole.Quotation });
                        break;
                    case Table rows:
                        Table(rows, line);
                        break;
                    case CodeBlock code:
                        Found.Add(new(line, code.Lines.ToString()) { Role = BlockRole.Other });
                        break;
                    case HtmlBlock html:
                        RawHtml(html.Lines.ToString(), line);
                        break;
                    case ContainerBlock other:
                        Blocks(other, shape);
                        break;
                }
            }
        }

        private void Heading(HeadingBlock heading, int line)
        {
            var isTitle = heading.Level == 1 && !hasTitle;
            hasTitle |= isTitle;
            Add(heading.Inline, line, new RawBlock(line, "") { Role = isTitle ? BlockRole.Title : BlockRole.Heading, Level = isTitle ? 1 : Math.Max(2, heading.Level) });
        }

        private void RawHtml(string html, int line)
        {
            Said.Add(Say("KA-READ-HTML", line, "The tags of raw HTML were taken out; its text is read.", "原始 HTML 的标签已去掉，其中文字照读。", html));
            using var document = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(html);
            var walk = new Html.HtmlWalk();
            walk.Run(document.Body!);
            Found.AddRange(walk.Blocks.Select(block => block with { Line = line }));
        }

        private void Table(Table rows, int line)
        {
            Said.Add(Say("KA-READ-TABLE", line, "A table is read row by row.", "表格按行朗读。", null));
            foreach (var row in rows.OfType<TableRow>())
            {
                var cells = row.OfType<TableCell>().Select(cell => string.Concat(cell.OfType<ParagraphBlock>().Select(paragraph => InlineText.Of(paragraph.Inline).Text)));
                Found.Add(new(row.Line + 1 + linesBefore, string.Join('，', cells.Where(cell => cell.Length > 0))) { Role = BlockRole.List, Level = 1 });
            }
        }

        private void Add(ContainerInline? inlines, int line, RawBlock? shape)
        {
            var text = InlineText.Of(inlines);
            if (text.Images.Count > 0)
            {
                Said.Add(Say("KA-READ-PICTURE", line, "A picture is not carried over; its alternative text stands for it.", "图片未收入，以替代文字代替。", text.Images[0]));
            }

            if (text.Text.Trim().Length > 0)
            {
                Found.Add((shape ?? new RawBlock(line, "")) with { Line = line, Text = text.Text, Inlines = text.Inlines });
            }

            Found.AddRange(text.Images.Where(image => image.Length > 0).Select(image => new RawBlock(line, image) { Role = BlockRole.Caption }));
        }

        private static Diagnostic Say(string code, int line, string en, string zh, string? excerpt) =>
            new(code, Severity.Information, new(en, zh), new(line, Excerpt: excerpt?[..Math.Min(40, excerpt.Length)]));
    }
}

/// <summary>The text of a Markdown paragraph with its marks beside it.</summary>
/// <param name="Text">The text without markup.</param>
/// <param name="Inlines">Marks on it.</param>
/// <param name="Images">Alternative texts of pictures in it.</param>
internal sealed record InlineText(string Text, ImmutableArray<Kunshan.Audio.Inline> Inlines, IReadOnlyList<string> Images)
{
    public static InlineText Of(ContainerInline? container)
    {
        var text = new StringBuilder();
        var inlines = ImmutableArray.CreateBuilder<Kunshan.Audio.Inline>();
        var images = new List<string>();
        Walk(container);
        return Rubies(text.ToString(), inlines, images);

        void Walk(ContainerInline? parent)
        {
            foreach (var inline in parent ?? Enumerable.Empty<Markdig.Syntax.Inlines.Inline>())
            {
                var start = text.Length;
                switch (inline)
                {
                    case LiteralInline literal:
                        text.Append(literal.Content.AsSpan());
                        break;
                    case CodeInline code:
                        text.Append(code.Content);
                        break;
                    case LineBreakInline:
                        text.Append(' ');
                        break;
                    case HtmlEntityInline entity:
                        text.Append(entity.Transcoded.AsSpan());
                        break;
                    case AutolinkInline address:
                        text.Append(address.Url);
                        break;
                    case LinkInline { IsImage: true } image:
                        images.Add(Of(image).Text);
                        break;
                    case LinkInline link:
                        Walk(link);
                        AddLink(link.Url, start);
                        break;
                    case EmphasisInline emphasis:
                        Walk(emphasis);
                        inlines.Add(emphasis.DelimiterCount >= 2 ? new Strong(start, text.Length - start) : new Emphasis(start, text.Length - start));
                        break;
                    case ContainerInline other:
                        Walk(other);
                        break;
                }
            }
        }

        void AddLink(string? address, int start)
        {
            if (Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" or "mailto")
            {
                inlines.Add(new Link(start, text.Length - start, uri.AbsoluteUri));
            }
        }
    }

    /// <summary>Takes <c>字{zì}</c> out of the text: the reading an author gave.</summary>
    private static InlineText Rubies(string text, ImmutableArray<Kunshan.Audio.Inline>.Builder inlines, List<string> images)
    {
        var map = Repair.MappedText.Of(text).Apply([.. RubyEdits(text)]);
        var moved = inlines.Select(inline =>
        {
            var start = map.FromRaw(inline.Start);
            return inline with { Start = start, Length = map.FromRaw(inline.End) - start };
        });
        var rubies = RubyEdits(text).Select(edit => (Kunshan.Audio.Inline)new Ruby(map.FromRaw(edit.Start - 1), 1, text.Substring(edit.Start + 1, edit.Length - 2)));
        return new(map.Text, [.. moved.Concat(rubies).OrderBy(inline => inline.Start).ThenByDescending(inline => inline.Length)], images);
    }

    private static IEnumerable<Repair.TextEdit> RubyEdits(string text)
    {
        for (var i = 1; i < text.Length; i++)
        {
            if (text[i] != '{' || !Repair.Chars.IsHan(text[i - 1]))
            {
                continue;
            }

            var end = i + 1;
            while (end < text.Length && end - i <= 10 && (Repair.Chars.IsPinyinLetter(text[end]) || text[end] == ' '))
            {
                end++;
            }

            if (end > i + 1 && end < text.Length && text[end] == '}')
            {
                yield return new(i, end + 1 - i, "");
                i = end;
            }
        }
    }
}
