using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Kunshan.Audio.Production;

/// <summary>Names that stay the same from build to build.</summary>
public static class Identifiers
{
    // A name space of our own, made once (RFC 9562, 6.6).
    private static readonly Guid ArticleSpace = new("6f0a1f4e-52c7-5b0a-9a55-0d1c5d9a7c11");

    /// <summary>The identifier of an article's publication: a UUID of version 5 (RFC 9562, 5.5) over title, date and source, so that an edited article keeps it.</summary>
    public static string OfArticle(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        if (article.Metadata.Identifier is { } own)
        {
            return own;
        }

        var dateline = article.Blocks.FirstOrDefault(block => block.Role == BlockRole.Dateline)?.Text;
        return $"urn:uuid:{Version5(ArticleSpace, string.Join('\n', article.Metadata.Title, dateline, article.Metadata.Source))}";
    }

    private static Guid Version5(Guid space, string name)
    {
        var bytes = new byte[16 + Encoding.UTF8.GetByteCount(name)];
        space.TryWriteBytes(bytes, bigEndian: true, out _);
        Encoding.UTF8.GetBytes(name, bytes.AsSpan(16));
#pragma warning disable CA5350 // SHA-1 is what version 5 is defined by; nothing is protected with it.
        var hash = SHA1.HashData(bytes).AsSpan(0, 16);
#pragma warning restore CA5350
        var version = BinaryPrimitives.ReadUInt16BigEndian(hash[6..]);
        BinaryPrimitives.WriteUInt16BigEndian(hash[6..], (ushort)((version & 0x0FFF) | 0x5000));
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash, bigEndian: true);
    }
}
