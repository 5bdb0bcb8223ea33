using System.Globalization;
using System.Text;

namespace Kunshan.Audio.Mastering.Encoding;

/// <summary>A file of ffmpeg's FFMETADATA format: tags and chapters.</summary>
internal static class FfmpegMetadata
{
    private const int MostTitleBytes = 255;
    private const string Ellipsis = "…";

    /// <summary>Title, artist, album, language and chapters of a request; chapter times in master samples.</summary>
    public static string Write(EncodingRequest request)
    {
        var text = new StringBuilder(";FFMETADATA1\n");
        Put(text, "title", request.Title);
        Put(text, "artist", request.Artist);
        Put(text, "album", request.Album);
        Put(text, "genre", "Speech");
        for (var i = 0; i < request.Chapters.Length; i++)
        {
            var end = i + 1 < request.Chapters.Length ? request.Chapters[i + 1].Begin : request.Samples;
            text.Append(CultureInfo.InvariantCulture, $"[CHAPTER]\nTIMEBASE=1/{request.SampleRate}\nSTART={request.Chapters[i].Begin}\nEND={end}\n");
            Put(text, "title", Shorten(request.Chapters[i].Title));
        }

        return text.ToString();
    }

    /// <summary>Chapter titles of MP4 hold 255 bytes; a longer one would be cut inside a character.</summary>
    private static string Shorten(string title)
    {
        if (System.Text.Encoding.UTF8.GetByteCount(title) <= MostTitleBytes)
        {
            return title;
        }

        var bytes = System.Text.Encoding.UTF8.GetByteCount(Ellipsis);
        var kept = title.EnumerateRunes().TakeWhile(rune => (bytes += rune.Utf8SequenceLength) <= MostTitleBytes);
        return string.Concat(kept) + Ellipsis;
    }

    private static void Put(StringBuilder text, string key, string? value)
    {
        // A backslash at the end would join the next line (ffmpeg 5.1); line ends have no place in a title.
        var clean = value is null ? "" : string.Concat(value.ReplaceLineEndings(" ").Select(c => char.IsControl(c) ? ' ' : c)).Trim().TrimEnd('\\', ' ');
        if (clean.Length == 0)
        {
            return;
        }

        text.Append(key).Append('=');
        foreach (var c in clean)
        {
            if (c is '\\' or '=' or ';' or '#')
            {
                text.Append('\\');
            }

            text.Append(c);
        }

        text.Append('\n');
    }
}
