using System.Collections.Immutable;
using System.Text;

namespace Kunshan.Audio.Publishing.Html;

/// <summary>A folder with a page: the text with a player that follows the voice, and an audio file a section. It works from a disk, without a network.</summary>
public sealed class HtmlWriter : IPublicationWriter
{
    /// <inheritdoc/>
    public string Format => "html";

    /// <inheritdoc/>
    public StageResult<Publication> Write(PublicationSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var page = new PageDocument(source).Write();
        ImmutableArray<PublicationFile> files =
        [
            new("html/index.html", "text/html", Encoding.UTF8.GetBytes(page)),
            .. source.Recording.Tracks.Select(track => new PublicationFile($"html/audio/{track.Section}.m4a", track.MediaType, default, track.Path)),
        ];
        return new(new(Format, files), []);
    }
}
