using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Kunshan.Audio.Publishing.Captions;
using Kunshan.Audio.Publishing.Epub;
using Kunshan.Audio.Publishing.Html;
using Kunshan.Audio.Testing;

namespace Kunshan.Audio.Tests.Publishing;

/// <summary>Publications of a small production whose title and text try to break out of every format.</summary>
public sealed partial class PublishingTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("kunshan-").FullName;

    [Fact]
    public Task Package() => Verify(Entry("EPUB/package.opf"), "xml");

    [Fact]
    public Task Navigation() => Verify(Entry("EPUB/nav.xhtml"), "xhtml");

    [Fact]
    public Task Content() => Verify(Entry("EPUB/text/s01.xhtml") + Entry("EPUB/text/s02.xhtml") + Entry("EPUB/text/colophon.xhtml"), "xhtml");

    [Fact]
    public Task Overlay() => Verify(Entry("EPUB/smil/s02.smil") + Entry("EPUB/smil/nav.smil"), "xml");

    [Fact]
    public Task Page() => Verify(Style.Replace(Script.Replace(PageText(), "<script>…</script>"), "<style>…</style>").Replace(Hash.Match(PageText()).Value, "…", StringComparison.Ordinal), "html");

    [Fact]
    public Task Captions() => Verify(string.Join("\n====\n", new CaptionsWriter().Write(Source()).Product.Files.Select(file => file.Path + "\n" + Encoding.UTF8.GetString(file.Content.Span))));

    [Fact]
    public void The_archive_begins_with_its_media_type_stored_and_is_the_same_twice()
    {
        var bytes = Epub(Source());

        Assert.Equal("mimetypeapplication/epub+zip", Encoding.ASCII.GetString(bytes, 30, 28));
        Assert.Equal(0, bytes[8]);
        Assert.Equal(bytes, Epub(Source()));
    }

    [Fact]
    public void Sound_is_stored_as_it_is()
    {
        using var zip = new ZipArchive(new MemoryStream(Epub(Source())));
        var entry = zip.GetEntry("EPUB/audio/s02.m4a")!;

        Assert.Equal(entry.Length, entry.CompressedLength);
    }

    [Fact]
    public void A_claim_of_conformance_needs_somebody_who_evaluated_it()
    {
        Assert.DoesNotContain("conformsTo", Entry("EPUB/package.opf"), StringComparison.Ordinal);
        using var zip = new ZipArchive(new MemoryStream(Epub(Source("Hilde Muster"))));
        using var reader = new StreamReader(zip.GetEntry("EPUB/package.opf")!.Open());
        var package = XDocument.Parse(reader.ReadToEnd());

        var claim = package.Descendants().Single(meta => (string?)meta.Attribute("property") == "dcterms:conformsTo");
        var certifier = package.Descendants().Single(meta => (string?)meta.Attribute("property") == "a11y:certifiedBy");
        Assert.Equal(("EPUB Accessibility 1.1 - WCAG 2.2 Level AA", "Hilde Muster", "#" + (string)claim.Attribute("id")!), (claim.Value, certifier.Value, (string)certifier.Attribute("refines")!));
    }

    [Fact]
    public void The_pages_policy_allows_exactly_its_own_script_and_style()
    {
        var page = PageText();
        var script = page[(page.LastIndexOf("<script>", StringComparison.Ordinal) + 8)..page.LastIndexOf("</script>", StringComparison.Ordinal)];
        var hash = Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(script)));

        Assert.Contains($"script-src 'sha256-{hash}'", page, StringComparison.Ordinal);
        Assert.Equal(2, ScriptElement.Count(page));
        Assert.DoesNotContain("http://", page.Replace("http://news.example.org", "", StringComparison.Ordinal).Replace("http://www.w3.org", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Script_and_style_weigh_at_most_15_KB_compressed()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(string.Concat(Script.Match(PageText()).Value, Style.Match(PageText()).Value)));
        }

        Assert.InRange(packed.Length, 1000, 15 * 1024);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private PublicationSource Source(string? certifiedBy = null) => SampleProduction.Source(folder, certifiedBy);

    private static byte[] Epub(PublicationSource source) => new EpubWriter().Write(source).Product.Files.Single().Content.ToArray();

    private string Entry(string name)
    {
        using var zip = new ZipArchive(new MemoryStream(Epub(Source())));
        using var reader = new StreamReader(zip.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }

    private string PageText() => Encoding.UTF8.GetString(new HtmlWriter().Write(Source()).Product.Files[0].Content.Span);

    [GeneratedRegex("<script>.*?</script>", RegexOptions.Singleline, 1000)]
    private static partial Regex Script { get; }

    [GeneratedRegex("<style>.*?</style>", RegexOptions.Singleline, 1000)]
    private static partial Regex Style { get; }

    [GeneratedRegex("script-src[^;]*; style-src[^;]*", RegexOptions.None, 1000)]
    private static partial Regex Hash { get; }

    [GeneratedRegex("<script", RegexOptions.None, 1000)]
    private static partial Regex ScriptElement { get; }
}
