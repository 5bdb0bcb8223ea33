using System.Text.Encodings.Web;
using System.Text.Json;

namespace Kunshan.Audio.Production;

/// <summary><c>report.json</c>: what was built, from what, and what a person should look at. It holds no clock and no path of the machine, so that the same build gives the same bytes.</summary>
internal static class Report
{
    private const int ExcerptLength = 40;

    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the report.</summary>
    /// <param name="path">The file.</param>
    /// <param name="source">What the publications were written from.</param>
    /// <param name="manuscript">The products before sound.</param>
    /// <param name="folder">The finished folder's content, for the list of files.</param>
    public static void Write(string path, PublicationSource source, Manuscript manuscript, string folder)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteString("generator", source.Generator);
            WriteArticle(json, source, manuscript);
            WriteCounts(json, source, manuscript);
            WriteAudio(json, source, manuscript);
            WriteUnread(json, manuscript);
            WriteCasting(json, manuscript);
            WriteAttributions(json, manuscript);
            WriteFindings(json, manuscript);
            WriteFiles(json, folder);
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
        File.WriteAllBytes(path, stream.ToArray());
    }

    private static void WriteArticle(Utf8JsonWriter json, PublicationSource source, Manuscript manuscript)
    {
        var metadata = source.Article.Metadata;
        json.WriteStartObject("article");
        json.WriteString("identifier", source.Identifier);
        json.WriteString("slug", source.Slug);
        json.WriteString("title", metadata.Title);
        json.WriteString("language", metadata.Language);
        json.WriteString("date", metadata.Date?.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
        json.WriteStartArray("authors");
        foreach (var author in metadata.Authors)
        {
            json.WriteStringValue(author);
        }

        json.WriteEndArray();
        json.WriteString("source", metadata.Source);
        json.WriteString("file", Path.GetFileName(manuscript.Source.Path));
        json.WriteString("encoding", manuscript.Source.Encoding);
        json.WriteEndObject();
    }

    private static void WriteCounts(Utf8JsonWriter json, PublicationSource source, Manuscript manuscript)
    {
        var (article, script) = (source.Article, source.Script);
        json.WriteStartObject("counts");
        json.WriteNumber("blocks", article.Blocks.Length);
        json.WriteNumber("hanziShown", article.Blocks.Where(block => block.Role != BlockRole.Other).Sum(block => Hanzi.Count(block.Text)));
        json.WriteNumber("hanziRead", HanziRead(script));
        json.WriteNumber("sections", script.Sections.Length);
        json.WriteNumber("utterances", script.Utterances.Count());
        json.WriteNumber("syllables", manuscript.Forms.Sum(form => form.SyllableCount));
        json.WriteNumber("speakers", script.Speakers.Length);
        json.WriteNumber("repairs", manuscript.Diagnostics.Count(diagnostic => diagnostic.Code.StartsWith("KA-READ-", StringComparison.Ordinal)));
        json.WriteEndObject();
    }

    private static int HanziRead(Script script) => script.Utterances.Sum(utterance => Hanzi.Count(utterance.Text));

    private static void WriteAudio(Utf8JsonWriter json, PublicationSource source, Manuscript manuscript)
    {
        var recording = source.Recording;
        var samples = recording.Tracks.Sum(track => track.Samples);
        json.WriteStartObject("audio");
        json.WriteNumber("seconds", Seconds(samples, recording.SampleRate));
        json.WriteNumber("sampleRate", recording.SampleRate);
        json.WriteNumber("hanziPerMinute", decimal.Round(HanziRead(source.Script) * 60m * recording.SampleRate / Math.Max(1, samples), 1));
        var loudness = recording.Loudness;
        json.WriteStartObject("loudness");
        json.WriteString("profile", loudness.Profile);
        json.WriteNumber("integratedLufs", Tenth(loudness.Integrated));
        json.WriteNumber("rangeLu", Tenth(loudness.Range));
        json.WriteNumber("truePeakDbtp", Tenth(loudness.TruePeak));
        json.WriteNumber("gainDb", Tenth(loudness.Gain));
        json.WriteBoolean("limited", loudness.Limited);
        json.WriteEndObject();
        json.WriteStartArray("chapters");
        foreach (var chapter in recording.Chapters)
        {
            json.WriteStartObject();
            json.WriteString("section", chapter.Section.Value);
            json.WriteString("title", chapter.Title);
            json.WriteNumber("begin", Seconds(chapter.Begin, recording.SampleRate));
            json.WriteNumber("seconds", Seconds(recording.Tracks.First(track => track.Section == chapter.Section).Samples, recording.SampleRate));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteUnread(Utf8JsonWriter json, Manuscript manuscript)
    {
        json.WriteStartArray("unread");
        foreach (var block in manuscript.Article.Blocks.Where(block => manuscript.Script.Unread.Contains(block.Id)))
        {
            json.WriteStartObject();
            json.WriteString("block", block.Id.Value);
            json.WriteString("role", RoleName(block.Role));
            json.WriteBoolean("shown", block.Role != BlockRole.Other);
            json.WriteNumber("hanzi", Hanzi.Count(block.Text));
            json.WriteString("text", block.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteCasting(Utf8JsonWriter json, Manuscript manuscript)
    {
        json.WriteStartArray("casting");
        foreach (var member in manuscript.Cast.Members)
        {
            var said = manuscript.Script.Utterances.Where(utterance => utterance.Speaker == member.Speaker).ToList();
            json.WriteStartObject();
            json.WriteString("speaker", member.Speaker.Value);
            json.WriteString("voice", member.Voice.Value);
            json.WriteString("reason", member.Reason.ToString());
            json.WriteNumber("utterances", said.Count);
            json.WriteNumber("hanzi", said.Sum(utterance => Hanzi.Count(utterance.Text)));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteAttributions(Utf8JsonWriter json, Manuscript manuscript)
    {
        var texts = manuscript.Article.Blocks.ToDictionary(block => block.Id, block => block.Text);
        json.WriteStartArray("attributions");
        foreach (var attribution in manuscript.Script.Attributions)
        {
            json.WriteStartObject();
            json.WriteString("kind", attribution.Kind.ToString());
            json.WriteString("speaker", attribution.Speaker?.Value);
            json.WriteString("confidence", attribution.Confidence.ToString());
            json.WriteString("evidence", attribution.Evidence);
            WritePlace(json, attribution.Range);
            json.WriteString("excerpt", Excerpt(texts[attribution.Range.Block].Substring(attribution.Range.Start, attribution.Range.Length)));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteFindings(Utf8JsonWriter json, Manuscript manuscript)
    {
        json.WriteStartArray("findings");
        foreach (var diagnostic in manuscript.Diagnostics.OrderByDescending(diagnostic => diagnostic.Severity))
        {
            json.WriteStartObject();
            json.WriteString("code", diagnostic.Code);
            json.WriteString("severity", diagnostic.Severity.ToString());
            json.WriteString("message", diagnostic.Message.En);
            json.WriteString("messageZh", diagnostic.Message.Zh);
            if (diagnostic.Where.Line > 0)
            {
                json.WriteNumber("line", diagnostic.Where.Line);
            }

            if (diagnostic.Where.Range is { } range)
            {
                WritePlace(json, range);
            }

            if (diagnostic.Where.Excerpt is { } excerpt)
            {
                json.WriteString("excerpt", excerpt);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteFiles(Utf8JsonWriter json, string folder)
    {
        var script = Path.Combine(folder, "script.txt");
        json.WriteString("scriptSha256", File.Exists(script) ? FinishedFolder.HashOf(script) : null);
        json.WriteStartArray("files");
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/')).Order(StringComparer.Ordinal))
        {
            var full = Path.Combine(folder, file);
            json.WriteStartObject();
            json.WriteString("path", file);
            json.WriteNumber("bytes", new FileInfo(full).Length);
            json.WriteString("sha256", FinishedFolder.HashOf(full));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WritePlace(Utf8JsonWriter json, TextRange range)
    {
        json.WriteString("block", range.Block.Value);
        json.WriteNumber("start", range.Start);
        json.WriteNumber("length", range.Length);
    }

    private static string RoleName(BlockRole role) => role.ToString().ToLowerInvariant();

    private static string Excerpt(string text) => text.Length <= ExcerptLength ? text : text[..ExcerptLength] + "…";

    private static decimal Seconds(long samples, int sampleRate) => decimal.Round((decimal)samples / sampleRate, 3);

    private static decimal Tenth(double value) => double.IsFinite(value) ? decimal.Round((decimal)value, 1) : 0;
}
