namespace Kunshan.Audio;

/// <summary>The kinds of file an article is read from.</summary>
public enum SourceFormat
{
    /// <summary>Plain text, one block a line.</summary>
    PlainText,

    /// <summary>CommonMark, with optional front matter.</summary>
    Markdown,

    /// <summary>A saved web page.</summary>
    Html,
}

/// <summary>An article file as text, before anything is understood of it.</summary>
/// <param name="Text">The decoded text, line ends as in the file.</param>
/// <param name="Format">How the text is to be read.</param>
/// <param name="Path">The file, as the user named it; <c>-</c> for standard input.</param>
/// <param name="Encoding">The name of the recognised encoding, for instance <c>UTF-8</c> or <c>GB18030</c>.</param>
public sealed record SourceText(string Text, SourceFormat Format, string Path, string Encoding);
