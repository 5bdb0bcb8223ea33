using System.Text;
using Kunshan.Audio.Formats.Zip;

namespace Kunshan.Audio.Publishing.Epub;

/// <summary>EPUB 3.3 with media overlays: a document, an overlay and an audio file for each section.</summary>
public sealed class EpubWriter : IPublicationWriter
{
    private const string Container =
        """
        <?xml version="1.0" encoding="utf-8"?>
        <container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
          <rootfiles>
            <rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>
          </rootfiles>
        </container>

        """;

    /// <inheritdoc/>
    public string Format => "epub";

    /// <inheritdoc/>
    public StageResult<Publication> Write(PublicationSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var timeline = new Timeline(source.Recording);
        var strings = new PublicationStrings(source.Script.Language);
        using var stream = new MemoryStream();
        using (var zip = new ReproducibleZip(stream, source.Modified))
        {
            // OCF 3.3: the media type comes first, as it is.
            zip.Add("mimetype", "application/epub+zip"u8, store: true);
            zip.Add("META-INF/container.xml", Encoding.UTF8.GetBytes(Container.ReplaceLineEndings("\n")), store: false);
            zip.Add(EpubPaths.Package, new EpubPackage(source, timeline, strings).Write(), store: false);
            Add(EpubPaths.Navigation, EpubContent.OfNavigation(source, strings));
            Add(EpubPaths.NavigationOverlay, EpubOverlay.OfNavigation(source.Script, timeline));
            Add(EpubPaths.Style, Encoding.UTF8.GetBytes(Resources.Read("epub.css")));
            foreach (var section in source.Script.Sections)
            {
                Add(EpubPaths.Text(section.Id), EpubContent.OfSection(section, source));
                Add(EpubPaths.Overlay(section.Id), EpubOverlay.OfSection(section, timeline));
                zip.AddFile(EpubPaths.Root + EpubPaths.Audio(section.Id), source.Recording.Tracks.First(track => track.Section == section.Id).Path, store: true);
            }

            Add(EpubPaths.Colophon, EpubContent.OfColophon(source, strings));
            void Add(string path, byte[] content) => zip.Add(EpubPaths.Root + path, content, store: false);
        }

        return new(new(Format, [new($"{source.Slug}.epub", "application/epub+zip", stream.ToArray())]), []);
    }
}
