using System.Globalization;
using System.Text;
using System.Xml;

namespace Kunshan.Audio.Speech.Ssml;

/// <summary>SSML 1.1 documents (https://www.w3.org/TR/speech-synthesis11/): one a section, a <c>p</c> for each block, an <c>s</c> with a <c>mark</c> for each utterance, <c>voice</c> by speaker, <c>break</c> for the script's pauses.</summary>
public static class SsmlDocument
{
    /// <summary>The namespace of SSML.</summary>
    public const string Namespace = "http://www.w3.org/2001/10/synthesis";

    // Line breaks are written by hand: an indenting writer would put blanks inside sentences.
    private static readonly XmlWriterSettings Document = new() { NewLineChars = "\n", NewLineHandling = NewLineHandling.None };

    private static readonly XmlWriterSettings Fragment = new() { OmitXmlDeclaration = true, NewLineChars = "\n", NewLineHandling = NewLineHandling.None };

    /// <summary>All dialects, by their names on the command line.</summary>
    public static IReadOnlyList<ISsmlDialect> Dialects { get; } = [new NeutralDialect(), new BuiltInDialect()];

    /// <summary>Writes one section.</summary>
    /// <param name="section">The section.</param>
    /// <param name="forms">The spoken form of each of its utterances.</param>
    /// <param name="cast">The voices; the narrator's encloses the document.</param>
    /// <param name="dialect">How words are written.</param>
    /// <returns>A well-formed document that ends with a line feed.</returns>
    public static SsmlText OfSection(Section section, IReadOnlyDictionary<UtteranceId, SpokenForm> forms, CastList cast, ISsmlDialect dialect)
    {
        ArgumentNullException.ThrowIfNull(section);
        ArgumentNullException.ThrowIfNull(forms);
        ArgumentNullException.ThrowIfNull(cast);
        ArgumentNullException.ThrowIfNull(dialect);
        using var text = new Utf8StringWriter();
        using (var writer = XmlWriter.Create(text, Document))
        {
            writer.WriteStartDocument();
            StartLine(writer, 0);
            writer.WriteStartElement("speak", Namespace);
            writer.WriteAttributeString("version", "1.1");
            writer.WriteAttributeString("xml", "lang", null, SpokenLanguage(section.Utterances[0].Language));
            StartLine(writer, 1);
            writer.WriteStartElement("voice", Namespace);
            writer.WriteAttributeString("name", cast.VoiceOf(SpeakerId.Narrator).Value);
            WriteBlocks(writer, section, utterance => WriteUtterance(writer, utterance, cast, () => dialect.WriteWords(writer, forms[utterance.Id])));
            StartLine(writer, 1);
            writer.WriteEndElement();
            StartLine(writer, 0);
            writer.WriteEndDocument();
        }

        return new(text + "\n");
    }

    /// <summary>The <c>s</c> of one utterance in the built-in dialect, on one line: the canonical form that names a clip's content.</summary>
    public static SsmlText OfUtterance(SpokenForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        using var text = new Utf8StringWriter();
        using (var writer = XmlWriter.Create(text, Fragment))
        {
            writer.WriteStartElement("s", Namespace);
            new BuiltInDialect().WriteWords(writer, form);
            writer.WriteEndElement();
        }

        return new(text.ToString());
    }

    private static void WriteBlocks(XmlWriter writer, Section section, Action<Utterance> writeUtterance)
    {
        for (var i = 0; i < section.Utterances.Length; i++)
        {
            var utterance = section.Utterances[i];
            var opens = i == 0 || section.Utterances[i - 1].Source.Block != utterance.Source.Block;
            var closes = i == section.Utterances.Length - 1 || section.Utterances[i + 1].Source.Block != utterance.Source.Block;
            if (opens)
            {
                StartLine(writer, 2);
                writer.WriteStartElement("p", Namespace);
            }

            StartLine(writer, 3);
            writeUtterance(utterance);
            if (closes)
            {
                StartLine(writer, 2);
                writer.WriteEndElement();
            }

            // The pause after a block stands between its paragraph and the next one.
            WriteBreak(writer, utterance.PauseAfter);
        }
    }

    private static void WriteUtterance(XmlWriter writer, Utterance utterance, CastList cast, Action writeWords)
    {
        writer.WriteStartElement("s", Namespace);
        writer.WriteStartElement("mark", Namespace);
        writer.WriteAttributeString("name", utterance.Id.Value);
        writer.WriteEndElement();
        var voice = cast.VoiceOf(utterance.Speaker);
        if (voice == cast.VoiceOf(SpeakerId.Narrator))
        {
            writeWords();
        }
        else
        {
            writer.WriteStartElement("voice", Namespace);
            writer.WriteAttributeString("name", voice.Value);
            writeWords();
            writer.WriteEndElement();
        }

        writer.WriteEndElement();
    }

    internal static void WriteBreak(XmlWriter writer, int milliseconds)
    {
        writer.WriteStartElement("break", Namespace);
        writer.WriteAttributeString("time", string.Create(CultureInfo.InvariantCulture, $"{milliseconds}ms"));
        writer.WriteEndElement();
    }

    /// <summary>A language of writing as a language of speech: synthesizers know <c>zh-CN</c>, not <c>zh-Hant</c>.</summary>
    private static string SpokenLanguage(string language) => language.StartsWith("zh-Han", StringComparison.Ordinal) ? "zh-CN" : language;

    private static void StartLine(XmlWriter writer, int depth) => writer.WriteWhitespace("\n" + new string(' ', depth * 2));

    private sealed class Utf8StringWriter() : StringWriter(CultureInfo.InvariantCulture)
    {
        public override Encoding Encoding => Encoding.UTF8;
    }
}
