using System.Collections.Immutable;
using System.Text;

namespace Kunshan.Audio.Reading.Sources;

/// <summary>Bytes to text: UTF-8, UTF-16 with a mark, GB18030 or Big5, recognised by what the bytes can be.</summary>
public static class SourceDecoder
{
    private const int MaxBytes = 8 << 20;

    static SourceDecoder() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Decodes a file.</summary>
    /// <param name="bytes">The file's bytes.</param>
    /// <param name="path">Its name, for messages and for its format.</param>
    /// <param name="format">Its format; null: from the name, else from the text.</param>
    /// <exception cref="ArticleException">It holds no text.</exception>
    public static StageResult<SourceText> Decode(ReadOnlyMemory<byte> bytes, string path, SourceFormat? format)
    {
        ArgumentNullException.ThrowIfNull(path);
        Refuse(bytes.Length == 0, path, new("is empty.", "是空文件。"));
        Refuse(bytes.Length > MaxBytes, path, new("holds more than 8 MB; split it into articles.", "超过 8 MB，请拆分成多篇文章。"));
        var (text, encoding) = Recognise(bytes.Span, path);
        Refuse(string.IsNullOrWhiteSpace(text), path, new("holds nothing but blanks.", "只有空白。"));
        ImmutableArray<Diagnostic> said = encoding == "UTF-8"
            ? []
            : [new("KA-READ-ENCODING", Severity.Information, new($"The file was read as {encoding}.", $"文件按 {encoding} 编码读取。"), new(0))];
        return new(new(text, format ?? FormatOf(path, text), path, encoding), said);
    }

    private static (string Text, string Encoding) Recognise(ReadOnlySpan<byte> bytes, string path)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            var encoding = bytes[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode;
            return (encoding.GetString(bytes[2..]), bytes[0] == 0xFF ? "UTF-16LE" : "UTF-16BE");
        }

        // Text of these encodings has no zero byte and hardly a control character.
        Refuse(LooksBinary(bytes), path, new("is not text; give a .txt, .md or .html file.", "不是文本文件；请给出 .txt、.md 或 .html 文件。"));
        var utf8 = bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? bytes[3..] : bytes;
        if (TryDecode(new UTF8Encoding(false, throwOnInvalidBytes: true), utf8) is { } text)
        {
            return (text, "UTF-8");
        }

        var candidates = ((string Name, string? Text, double Score)[])
        [
            ("GB18030", TryDecode(Strict("GB18030"), bytes), Plausibility.OfGb18030(bytes)),
            ("Big5", TryDecode(Strict("big5"), bytes), Plausibility.OfBig5(bytes)),
        ];
        var best = candidates.Where(candidate => candidate.Text is not null).OrderByDescending(candidate => candidate.Score).FirstOrDefault();
        Refuse(best.Text is null, path, new("is in no encoding that is known here (UTF-8, UTF-16, GB18030, Big5); save it as UTF-8.", "编码无法识别（支持 UTF-8、UTF-16、GB18030、Big5）；请另存为 UTF-8。"));
        return (best.Text!, best.Name);
    }

    private static Encoding Strict(string name) => Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);

    private static string? TryDecode(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static bool LooksBinary(ReadOnlySpan<byte> bytes)
    {
        var controls = 0;
        foreach (var value in bytes)
        {
            if (value == 0)
            {
                return true;
            }

            controls += value < 0x20 && value is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f' or 0x1B) ? 1 : 0;
        }

        return controls > bytes.Length / 50;
    }

    private static SourceFormat FormatOf(string path, string text) => Path.GetExtension(path).ToUpperInvariant() switch
    {
        ".MD" or ".MARKDOWN" => SourceFormat.Markdown,
        ".HTML" or ".HTM" or ".XHTML" => SourceFormat.Html,
        ".TXT" => SourceFormat.PlainText,
        _ when LooksLikeHtml(text) => SourceFormat.Html,
        _ when text.StartsWith("---\n", StringComparison.Ordinal) || text.StartsWith("# ", StringComparison.Ordinal) => SourceFormat.Markdown,
        _ => SourceFormat.PlainText,
    };

    private static bool LooksLikeHtml(string text)
    {
        var head = text.AsSpan(0, Math.Min(text.Length, 1000)).TrimStart();
        return head.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || head.StartsWith("<html", StringComparison.OrdinalIgnoreCase);
    }

    private static void Refuse(bool isWrong, string path, Message reason)
    {
        if (isWrong)
        {
            throw new ArticleException(path, reason);
        }
    }
}
