using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Xml;
using Kunshan.Audio.Formats.Characters;
using Kunshan.Audio.Publishing.Markup;

namespace Kunshan.Audio.Publishing.Html;

/// <summary>The page. Its text is complete without a script; the script makes a player of it. A content security policy allows exactly its own script and style.</summary>
internal sealed class PageDocument(PublicationSource source)
{
    private const string PlayIcon = "<svg id=\"icon-play\" viewBox=\"0 0 24 24\" aria-hidden=\"true\" focusable=\"false\"><path d=\"M7 4v16l13-8z\"/></svg>";
    private const string PauseIcon = "<svg id=\"icon-pause\" viewBox=\"0 0 24 24\" aria-hidden=\"true\" focusable=\"false\" hidden><path d=\"M6 4h4v16H6zM14 4h4v16h-4z\"/></svg>";
    private static readonly XmlWriterSettings Fragment = new() { OmitXmlDeclaration = true, ConformanceLevel = ConformanceLevel.Fragment, NewLineChars = "\n", NewLineHandling = NewLineHandling.None };
    private static readonly double[] Speeds = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 2, 2.5, 3];
    private readonly PublicationStrings strings = new(source.Script.Language);
    private readonly Timeline timeline = new(source.Recording);

    /// <summary>Writes the page.</summary>
    public string Write()
    {
        var style = Resources.Read("page.css");
        var script = Resources.Read("player.js");
        var title = Escape(source.Article.Metadata.Title);
        return $"""
            <!DOCTYPE html>
            <html lang="{Escape(source.Script.Language)}">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src '{Hash(script)}'; style-src '{Hash(style)}'; media-src 'self' data: blob: file:; img-src 'self' data:; base-uri 'none'; form-action 'none'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{title}</title>
            <meta name="generator" content="{Escape(source.Generator)}">
            <style>{style}</style>
            </head>
            <body>
            <a class="skip" href="#text">{Ui("skip")}</a>
            {Player()}
            <div class="page">
            {Chapters()}
            <main id="text" tabindex="-1">
            {Text()}
            </main>
            <footer class="colophon">
            <h2 id="colophon">{Escape(strings["colophon"])}</h2>
            {string.Join('\n', Colophon.Lines(source, strings).Select(line => $"<p>{Escape(line)}</p>"))}
            </footer>
            </div>
            <button type="button" id="return" class="return scripted" hidden>{Ui("return")}</button>
            <script type="application/json" id="data">{PageData.Write(source, timeline, strings)}</script>
            <script>{script}</script>
            </body>
            </html>

            """.ReplaceLineEndings("\n");
    }

    private string Player() => $"""
        <section id="player" class="player scripted" aria-label="{Ui("player")}">
        <div class="row">
        <button type="button" id="play" class="main" aria-label="{Ui("play")}">{PlayIcon}{PauseIcon}</button>
        {Button("previous", "M6 5h2v14H6zM20 5v14L9 12z")}
        {Button("next", "M16 5h2v14h-2zM4 5v14l11-7z")}
        {Button("back15", "M11 6v12L3 12zM20 6v12l-8-6z")}
        {Button("forward15", "M4 6v12l8-6zM13 6v12l8-6z")}
        <span class="position"><input type="range" id="slider" min="0" max="{timeline.Duration / 1000}" step="1" value="0" aria-label="{Ui("position")}"><span class="clock" id="clock" aria-hidden="true"></span></span>
        </div>
        <details class="more"><summary>{Ui("speed")}、{Ui("paragraphButtons")}</summary>
        <div class="row">
        <button type="button" id="previousParagraph">{Ui("previousParagraph")}</button>
        <button type="button" id="nextParagraph">{Ui("nextParagraph")}</button>
        <label>{Ui("speed")} <select id="rate">{string.Concat(Speeds.Select(Speed))}</select></label>
        <label><input type="checkbox" id="follow" checked> {Ui("follow")}</label>
        <label><input type="checkbox" id="buttons"> {Ui("paragraphButtons")}</label>
        </div>
        <p class="help">{Ui("help")}</p>
        </details>
        <p class="status" id="status" role="status"></p>
        </section>
        """;

    private string Speed(double speed)
    {
        var text = speed.ToString(CultureInfo.InvariantCulture);
        return $"<option value=\"{text}\"{(speed == 1 ? " selected" : "")}>{text} {Ui("times")}</option>";
    }

    private string Button(string name, string path) => $"<button type=\"button\" id=\"{name}\" aria-label=\"{Ui(name)}\" title=\"{Ui(name)}\"><svg viewBox=\"0 0 24 24\" aria-hidden=\"true\" focusable=\"false\"><path d=\"{path}\"/></svg></button>";

    private string Chapters() => $"""
        <nav class="chapters" aria-label="{Ui("chapters")}"><ol>
        {string.Join('\n', source.Script.Sections.Select(section => $"<li><a href=\"#{section.Id}\">{Escape(section.Title)}</a></li>"))}
        </ol></nav>
        """;

    private string Text()
    {
        var text = new StringBuilder();
        foreach (var section in source.Script.Sections)
        {
            var label = section.Heading is { } heading ? $"aria-labelledby=\"{heading}\"" : $"aria-label=\"{Escape(section.Title)}\"";
            text.Append(CultureInfo.InvariantCulture, $"<section id=\"{section.Id}\" {label}>\n");
            text.Append(CultureInfo.InvariantCulture, $"<audio id=\"audio-{section.Id}\" controls preload=\"metadata\" src=\"audio/{section.Id}.m4a\" aria-label=\"{Ui("listen")} {Escape(section.Title)}\"></audio>");
            using (var writer = XmlWriter.Create(text, Fragment))
            {
                new SectionMarkup(writer, source.Article, source.Script).Write(section);
            }

            text.Append("\n</section>\n");
        }

        return text.ToString().TrimEnd('\n');
    }

    private string Ui(string name) => Escape(strings["ui-" + name]);

    private static string Escape(string text) => WebUtility.HtmlEncode(XmlCharacters.Clean(text)).ReplaceLineEndings(" ");

    private static string Hash(string content) => $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(content)))}";
}
