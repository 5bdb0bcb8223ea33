using System.Globalization;
using System.Text;

namespace Kunshan.Audio.Mastering.Encoding;

/// <summary>A file of ffmpeg's FFMETADATA format: tags and chapters.</summary>
internal static class FfmpegMetadata
{
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
            Put(text, "title", request.Chapters[i].Title);
        }

        return text.ToString();
    }

    private static void Put(StringBuilder text, string key, string? value)
    {
        // A backslash at the end would join the next line (ffmpeg 5.1); line ends have no place in a title.
        var clean = value?.ReplaceLineEndings(" ").Replace("\0", "", StringComparison.Ordinal).TrimEnd('\\').Trim();
        if (string.IsNullOrEmpty(clean))
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
