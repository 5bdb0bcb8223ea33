using System.IO.Compression;
using System.Text.Json;
using System.Xml.Linq;
using CliWrap.Buffered;
using Kunshan.Audio.Testing;

namespace Kunshan.Audio.EndToEnd.Tests;

/// <summary>One <c>par</c> of the EPUB, in reading order.</summary>
/// <param name="Id">Id of the text it points at.</param>
/// <param name="Audio">Name of the audio file in the EPUB.</param>
/// <param name="Begin">Begin in the file, in milliseconds.</param>
/// <param name="End">End in the file, in milliseconds.</param>
public sealed record Par(string Id, string Audio, int Begin, int End);

/// <summary>A finished folder made by the program, and what a stranger reads out of its files.</summary>
public abstract class BuiltFolder : IAsyncLifetime
{
    private static readonly XNamespace Smil = "http://www.w3.org/ns/SMIL";
    private static readonly XNamespace Opf = "http://www.idpf.org/2007/opf";
    private static readonly XNamespace Xhtml = "http://www.w3.org/1999/xhtml";
    private readonly TemporaryFolder temporary = new();

    /// <summary>The article; null when it is not there, and nothing is built.</summary>
    protected abstract string? Article { get; }

    public string Folder => temporary["built"];

    public string Temporary(string name) => temporary[name];

    public BufferedCommandResult Result { get; private set; } = null!;

    public string EpubPath => Directory.GetFiles(Folder, "*.epub").Single();

    public JsonElement Report => JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder, "report.json"))).RootElement;

    public JsonElement Stage(string name) => JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder, "stages", $"{name}.json"))).RootElement;

    public async ValueTask InitializeAsync()
    {
        if (Article is { } article)
        {
            Result = await KunshanCommand.RunAsync("build", article, "-o", Folder, "--keep", "--json");
        }
    }

    public ValueTask DisposeAsync()
    {
        temporary.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    /// <summary>The XML of an entry of the EPUB.</summary>
    public XDocument EpubXml(string name)
    {
        using var zip = ZipFile.OpenRead(EpubPath);
        using var stream = zip.GetEntry(name)!.Open();
        return XDocument.Load(stream);
    }

    /// <summary>Name of the package document.</summary>
    public string PackagePath
    {
        get
        {
            XNamespace container = "urn:oasis:names:tc:opendocument:xmlns:container";
            return (string)EpubXml("META-INF/container.xml").Descendants(container + "rootfile").Single().Attribute("full-path")!;
        }
    }

    public XDocument Package => EpubXml(PackagePath);

    /// <summary>Content documents in spine order, with their overlays (null where there is none); paths in the archive.</summary>
    public IReadOnlyList<(string Text, string? Overlay)> Spine
    {
        get
        {
            var package = Package;
            var items = package.Descendants(Opf + "item").ToDictionary(item => (string)item.Attribute("id")!);
            var root = Path.GetDirectoryName(PackagePath)!;
            return
            [
                .. package.Descendants(Opf + "itemref").Select(reference =>
                {
                    var item = items[(string)reference.Attribute("idref")!];
                    var overlay = (string?)item.Attribute("media-overlay");
                    return (Join(root, (string)item.Attribute("href")!), overlay is null ? null : Join(root, (string)items[overlay].Attribute("href")!));
                }),
            ];
        }
    }

    /// <summary>The navigation document, which may stand outside the spine.</summary>
    public string NavigationPath => Join(Path.GetDirectoryName(PackagePath)!, (string)Package.Descendants(Opf + "item").Single(item => ((string?)item.Attribute("properties") ?? "").Split(' ').Contains("nav")).Attribute("href")!);

    /// <summary>All pars of the sections, in reading order; without the navigation document's.</summary>
    public IReadOnlyList<Par> Pars => [.. Spine.Where(item => item.Text != NavigationPath && item.Overlay is not null).SelectMany(item => ParsOf(item.Overlay!))];

    public IReadOnlyList<Par> ParsOf(string overlay) =>
    [
        .. EpubXml(overlay).Descendants(Smil + "par").Select(par => new Par(
            ((string)par.Element(Smil + "text")!.Attribute("src")!).Split('#')[1],
            Join(Path.GetDirectoryName(overlay)!, (string)par.Element(Smil + "audio")!.Attribute("src")!),
            Milliseconds((string)par.Element(Smil + "audio")!.Attribute("clipBegin")!),
            Milliseconds((string)par.Element(Smil + "audio")!.Attribute("clipEnd")!))),
    ];

    /// <summary>The text of every element with an id, over all content documents.</summary>
    public IReadOnlyDictionary<string, string> TextById =>
        Spine.SelectMany(item => EpubXml(item.Text).Descendants().Where(element => element.Attribute("id") is not null))
            .GroupBy(element => (string)element.Attribute("id")!)
            .ToDictionary(group => group.Key, group => TextOf(group.First()));

    /// <summary>Writes an entry of the EPUB to a file and names it.</summary>
    public string Extract(string entry)
    {
        var path = temporary[Path.GetFileName(entry)];
        if (!File.Exists(path))
        {
            using var zip = ZipFile.OpenRead(EpubPath);
            zip.GetEntry(entry)!.ExtractToFile(path);
        }

        return path;
    }

    public static string TextOf(XElement element) => string.Concat(element.DescendantNodes().OfType<XText>().Where(text => text.Parent!.Name != Xhtml + "rt").Select(text => text.Value));

    public static int Milliseconds(string clock)
    {
        var parts = clock.Split(':', '.');
        return (((((int.Parse(parts[0]) * 60) + int.Parse(parts[1])) * 60) + int.Parse(parts[2])) * 1000) + int.Parse(parts[3]);
    }

    private static string Join(string folder, string relative)
    {
        var parts = new List<string>(folder.Split('/', StringSplitOptions.RemoveEmptyEntries));
        foreach (var part in relative.Split('/'))
        {
            if (part == "..")
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else
            {
                parts.Add(part);
            }
        }

        return string.Join('/', parts);
    }
}

/// <summary>The sample article, built once for all tests of a class.</summary>
public sealed class BuiltSample : BuiltFolder
{
    protected override string? Article => Repository.SampleArticle;
}

/// <summary>The article the toolkit was asked for, built once; its tests are skipped where it is not there.</summary>
public sealed class BuiltRealArticle : BuiltFolder
{
    protected override string? Article => Repository.RealArticle;
}
