namespace Kunshan.Audio.Publishing.Epub;

/// <summary>Names inside the EPUB.</summary>
internal static class EpubPaths
{
    public const string Package = "EPUB/package.opf";
    public const string Root = "EPUB/";
    public const string Style = "style/epub.css";
    public const string Navigation = "nav.xhtml";
    public const string NavigationOverlay = "smil/nav.smil";
    public const string Colophon = "text/colophon.xhtml";

    public static string Text(SectionId section) => $"text/{section}.xhtml";

    public static string Overlay(SectionId section) => $"smil/{section}.smil";

    public static string Audio(SectionId section) => $"audio/{section}.m4a";
}
