using System.Collections.Immutable;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Kunshan.Audio.Reading.Html;

/// <summary>A saved web page, by AngleSharp: the article's body is found, navigation, scripts, forms and the like are left out and counted.</summary>
/// <param name="table">Readings, for repair.</param>
public sealed class HtmlReader(IReadingTable table) : IArticleReader
{
    /// <inheritdoc/>
    public SourceFormat Format => SourceFormat.Html;

    /// <inheritdoc/>
    public StageResult<Article> Read(SourceText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        using var document = new HtmlParser(new HtmlParserOptions { IsKeepingSourceReferences = true }).ParseDocument(source.Text);
        var given = HtmlMetadata.Of(document);
        var body = HtmlBody.Find(document);
        var walk = new HtmlWalk();
        walk.Run(body);
        IEnumerable<RawBlock> blocks = walk.Blocks;
        if (given.Title is { } title && walk.Blocks.TrueForAll(block => block.Role != BlockRole.Title))
        {
            blocks = blocks.Prepend(new RawBlock(1, title) { Role = BlockRole.Title, Level = 1 });
        }

        return new ArticleAssembly(table).Assemble(source, blocks, given, walk.Said);
    }
}

/// <summary>Finds the element that holds the article.</summary>
internal static class HtmlBody
{
    /// <summary>The article element; else the main one; else the element whose own paragraphs hold most text.</summary>
    public static IElement Find(IDocument document)
    {
        foreach (var selector in (ReadOnlySpan<string>)["article", "[itemprop=articleBody]", "main", "[role=main]"])
        {
            if (document.QuerySelectorAll(selector).MaxBy(element => element.TextContent.Length) is { } named && named.TextContent.Trim().Length > 0)
            {
                return named;
            }
        }

        var densest = document.QuerySelectorAll("p")
            .Where(paragraph => paragraph.ParentElement is not null)
            .GroupBy(paragraph => paragraph.ParentElement!)
            .MaxBy(group => group.Sum(paragraph => paragraph.TextContent.Trim().Length));
        return densest?.Key ?? document.Body ?? document.DocumentElement;
    }
}

/// <summary>What the page says of itself.</summary>
internal static class HtmlMetadata
{
    public static GivenMetadata Of(IDocument document)
    {
        var author = Meta(document, "author") ?? Meta(document, "article:author");
        return new()
        {
            Title = Clean(document.QuerySelector("article h1, main h1, h1")?.TextContent) ?? Meta(document, "og:title") ?? Clean(document.Title),
            Date = (Meta(document, "article:published_time") ?? Meta(document, "date") ?? Meta(document, "pubdate") ?? document.QuerySelector("time[datetime]")?.GetAttribute("datetime")) is { } date ? Roles.MetadataReading.DateOf(date) : null,
            Authors = author is null ? [] : [author],
            Publisher = Meta(document, "og:site_name"),
            Source = document.QuerySelector("link[rel=canonical]")?.GetAttribute("href") ?? Meta(document, "og:url"),
            Rights = Meta(document, "copyright"),
        };
    }

    private static string? Meta(IDocument document, string name) =>
        Clean(document.QuerySelectorAll("meta").FirstOrDefault(meta => string.Equals(meta.GetAttribute("name") ?? meta.GetAttribute("property"), name, StringComparison.OrdinalIgnoreCase))?.GetAttribute("content"));

    private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

/// <summary>Walks a page without recursion, so that no nesting is too deep.</summary>
internal sealed class HtmlWalk
{
    private static readonly ImmutableHashSet<string> LeftOut = ["NAV", "SCRIPT", "STYLE", "NOSCRIPT", "FORM", "ASIDE", "FOOTER", "IFRAME", "BUTTON", "SELECT", "TEXTAREA", "TEMPLATE", "SVG", "OBJECT", "VIDEO", "AUDIO", "HEAD"];
    private static readonly ImmutableHashSet<string> BlockElements = ["P", "DIV", "SECTION", "ARTICLE", "MAIN", "HEADER", "H1", "H2", "H3", "H4", "H5", "H6", "UL", "OL", "LI", "BLOCKQUOTE", "FIGURE", "FIGCAPTION", "TABLE", "TR", "PRE", "BODY", "DL", "DT", "DD", "HR"];
    private readonly System.Text.StringBuilder text = new();
    private readonly ImmutableArray<Inline>.Builder inlines = ImmutableArray.CreateBuilder<Inline>();
    private readonly Stack<(INode Node, int Start)> open = new();
    private readonly Dictionary<string, int> leftOut = [];
    private int rubyStart;
    private bool hasTitle;
    private int line = 1;
    private IElement? blockElement;

    public List<RawBlock> Blocks { get; } = [];

    public IEnumerable<Diagnostic> Said => leftOut.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Key == "table"
        ? new Diagnostic("KA-READ-TABLE", Severity.Information, new("A table is read row by row.", "表格按行朗读。"), new(0))
        : new Diagnostic("KA-READ-LEFTOUT", Severity.Information, new($"{pair.Value} {pair.Key} left out.", $"已略去 {pair.Value} 处 {pair.Key}。"), new(0)));

    public void Run(INode root)
    {
        open.Push((root, -1));
        var node = root;
        Enter(root);
        while (open.Count > 0)
        {
            if (Descend(node) is { } child)
            {
                Enter(child);
                open.Push((child, text.Length));
                node = child;
                continue;
            }

            while (open.Count > 0)
            {
                var (left, start) = open.Pop();
                Leave(left, start);
                if (open.Count > 0 && left.NextSibling is { } sibling)
                {
                    Enter(sibling);
                    open.Push((sibling, text.Length));
                    node = sibling;
                    break;
                }
            }
        }

        Flush();
    }

    private static INode? Descend(INode node) => node is IElement element && (LeftOut.Contains(element.TagName) || element.TagName is "RT" or "RP" or "IMG") ? null : node.FirstChild;

    private void Enter(INode node)
    {
        switch (node)
        {
            case IText words:
                AppendText(words.Data);
                break;
            case IElement element when LeftOut.Contains(element.TagName):
                leftOut[element.TagName.ToLowerInvariant()] = leftOut.GetValueOrDefault(element.TagName.ToLowerInvariant()) + 1;
                break;
            case IElement { TagName: "BR" }:
                Flush();
                break;
            case IElement { TagName: "TD" or "TH" } when text.Length > 0 && text.ToString().Trim() is { Length: > 0 } row && row[^1] != '，':
                text.Append('，');
                break;
            case IElement { TagName: "TABLE" }:
                Flush();
                leftOut["table"] = leftOut.GetValueOrDefault("table") + 1;
                break;
            case IElement { TagName: "RT" } reading:
                inlines.Add(new Ruby(rubyStart, Math.Max(0, text.Length - rubyStart), reading.TextContent.Trim()));
                rubyStart = text.Length;
                break;
            case IElement { TagName: "RUBY" }:
                rubyStart = text.Length;
                break;
            case IElement { TagName: "IMG" } image:
                Picture(image);
                break;
            case IElement element when BlockElements.Contains(element.TagName):
                Flush();
                blockElement = element;
                line = element.SourceReference?.Position.Line ?? line;
                break;
        }
    }

    private void Leave(INode node, int start)
    {
        if (node is not IElement element)
        {
            return;
        }

        var length = text.Length - start;
        if (BlockElements.Contains(element.TagName))
        {
            Flush();
            blockElement = element.ParentElement;
        }
        else if (length > 0 && start >= 0 && InlineOf(element, start, length) is { } inline)
        {
            inlines.Add(inline);
        }
    }

    private static Inline? InlineOf(IElement element, int start, int length) => element.TagName switch
    {
        "EM" or "I" => new Emphasis(start, length),
        "STRONG" or "B" => new Strong(start, length),
        "A" when Uri.TryCreate(element.GetAttribute("href"), UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" or "mailto" => new Link(start, length, uri.AbsoluteUri),
        _ when element.GetAttribute("lang") is { Length: > 1 } language && !language.StartsWith("zh", StringComparison.OrdinalIgnoreCase) => new Foreign(start, length, language),
        _ => null,
    };

    private void AppendText(string data)
    {
        foreach (var c in data)
        {
            var blank = char.IsWhiteSpace(c);
            if (!blank || (text.Length > 0 && text[^1] != ' '))
            {
                text.Append(blank ? ' ' : c);
            }
        }
    }

    private void Picture(IElement image)
    {
        var alternative = image.GetAttribute("alt")?.Trim();
        leftOut["img"] = leftOut.GetValueOrDefault("img") + 1;
        if (!string.IsNullOrEmpty(alternative))
        {
            Flush();
            Blocks.Add(new(line, alternative) { Role = BlockRole.Caption });
        }
    }

    private void Flush()
    {
        var content = text.ToString().TrimEnd();
        if (content.Length > 0)
        {
            Blocks.Add(Shape() with { Text = content, Inlines = [.. inlines.Where(inline => inline.Start < content.Length).Select(inline => inline with { Length = Math.Min(inline.Length, content.Length - inline.Start) })] });
        }

        text.Clear();
        inlines.Clear();
    }

    private static int DepthOf(IElement item)
    {
        var depth = 0;
        for (var element = item.ParentElement; element is not null; element = element.ParentElement)
        {
            depth += element.TagName is "UL" or "OL" ? 1 : 0;
        }

        return Math.Max(1, depth);
    }

    private RawBlock Shape()
    {
        for (var element = blockElement; element is not null; element = element.ParentElement)
        {
            switch (element.TagName)
            {
                case "H1" when !hasTitle:
                    hasTitle = true;
                    return new(line, "") { Role = BlockRole.Title, Level = 1 };
                case ['H', >= '1' and <= '6'] heading:
                    return new(line, "") { Role = BlockRole.Heading, Level = Math.Max(2, heading[1] - '0') };
                case "LI":
                    return new(line, "") { Role = BlockRole.List, Level = DepthOf(element), Number = element.ParentElement?.TagName == "OL" ? element.ParentElement.Children.Where(child => child.TagName == "LI").Index(element) + 1 : 0 };
                case "BLOCKQUOTE":
                    return new(line, "") { Role = BlockRole.Quotation };
                case "FIGCAPTION":
                    return new(line, "") { Role = BlockRole.Caption };
                case "TR":
                    return new(line, "") { Role = BlockRole.List, Level = 1 };
                case "PRE":
                    return new(line, "") { Role = BlockRole.Other };
            }
        }

        return new(line, "");
    }
}
