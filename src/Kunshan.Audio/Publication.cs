using System.Collections.Immutable;

namespace Kunshan.Audio;

/// <summary>A file of a publication. Its content is either bytes or a file on disk.</summary>
/// <param name="Path">Path inside the publication, with forward slashes.</param>
/// <param name="MediaType">Its media type.</param>
/// <param name="Content">The bytes; empty when <paramref name="SourcePath"/> is set.</param>
/// <param name="SourcePath">A finished file on disk whose bytes are the content; null when <paramref name="Content"/> is.</param>
public sealed record PublicationFile(string Path, string MediaType, ReadOnlyMemory<byte> Content, string? SourcePath = null);

/// <summary>A finished set of files. An EPUB is a publication of one file.</summary>
/// <param name="Format">Name on the command line: <c>epub</c>, <c>html</c>, <c>captions</c> …</param>
/// <param name="Files">Its files in a stable order.</param>
public sealed record Publication(string Format, ImmutableArray<PublicationFile> Files);

/// <summary>Everything a writer of publications is given.</summary>
/// <param name="Slug">Base name of files: letters, digits and hanzi of the title.</param>
/// <param name="Article">The article.</param>
/// <param name="Script">The script.</param>
/// <param name="Cast">Who has which voice.</param>
/// <param name="Voices">The voices that speak, the narrator's first.</param>
/// <param name="Recording">The sound.</param>
/// <param name="Modified">The publication's moment, for <c>dcterms:modified</c> and archive times; never the clock.</param>
/// <param name="Identifier">Unique identifier, a <c>urn:uuid:</c> or the publisher's own.</param>
/// <param name="Generator">Name and version of this program.</param>
/// <param name="CertifiedBy">Who evaluated the publication's conformance; null: no claim is made.</param>
public sealed record PublicationSource(
    string Slug,
    Article Article,
    Script Script,
    CastList Cast,
    ImmutableArray<Voice> Voices,
    Recording Recording,
    DateTimeOffset Modified,
    string Identifier,
    string Generator,
    string? CertifiedBy);

/// <summary>Writes one format. Pure: the same source gives the same bytes.</summary>
public interface IPublicationWriter
{
    /// <summary>Name on the command line.</summary>
    string Format { get; }

    /// <summary>Writes the publication.</summary>
    StageResult<Publication> Write(PublicationSource source);
}
