using System.Collections.Immutable;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Kunshan.Audio.Mandarin.Lexicons;

/// <summary>Pronunciation Lexicon Specification 1.0 (W3C), alphabet <c>x-pinyin</c>; <c>x-bopomofo</c> and <c>ipa</c> are read too.</summary>
public static class PlsFormat
{
    private static readonly XNamespace Pls = "http://www.w3.org/2005/01/pronunciation-lexicon";

    /// <summary>Reads a lexicon.</summary>
    /// <exception cref="LexiconException">The file is no PLS, or an entry is wrong.</exception>
    public static Lexicon Read(string path, TextReader source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var root = Load(path, source);
        var alphabet = (string?)root.Attribute("alphabet") ?? "ipa";
        var entries = ImmutableArray.CreateBuilder<LexiconEntry>();
        foreach (var lexeme in root.Elements(Pls + "lexeme"))
        {
            foreach (var grapheme in lexeme.Elements(Pls + "grapheme"))
            {
                entries.Add(Entry(path, lexeme, grapheme.Value.Trim(), alphabet));
            }
        }

        return new Lexicon(path, entries.ToImmutable());
    }

    /// <summary>Writes a lexicon; the same entries give the same text.</summary>
    public static string Write(Lexicon lexicon, string language = "zh-CN")
    {
        ArgumentNullException.ThrowIfNull(lexicon);
        var root = new XElement(Pls + "lexicon", new XAttribute("xmlns", Pls.NamespaceName), new XAttribute("version", "1.0"), new XAttribute("alphabet", "x-pinyin"), new XAttribute(XNamespace.Xml + "lang", language));
        foreach (var entry in lexicon.Entries)
        {
            var sound = entry.Alias is { } alias ? new XElement(Pls + "alias", alias) : new XElement(Pls + "phoneme", entry.ToString());
            root.Add(new XElement(Pls + "lexeme", new XElement(Pls + "grapheme", entry.Grapheme), sound));
        }

        var text = new StringBuilder();
        using (var writer = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, NewLineChars = "\n", OmitXmlDeclaration = true }))
        {
            root.Save(writer);
        }

        return $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{text}\n";
    }

    private static XElement Load(string path, TextReader source)
    {
        try
        {
            using var reader = XmlReader.Create(source, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            var root = XDocument.Load(reader, LoadOptions.SetLineInfo).Root!;
            return root.Name == Pls + "lexicon"
                ? root
                : throw new LexiconException(path, LineOf(root), new Message("This is no PLS 1.0 lexicon.", "不是 PLS 1.0 词典。"));
        }
        catch (XmlException e)
        {
            throw new LexiconException(path, e.LineNumber, new Message($"This is no well-formed XML: {e.Message}", $"XML 格式有误：{e.Message}"));
        }
    }

    private static LexiconEntry Entry(string path, XElement lexeme, string grapheme, string alphabet)
    {
        var line = LineOf(lexeme);
        if (lexeme.Element(Pls + "phoneme") is { } phoneme)
        {
            return LexiconPronunciation.Entry(path, LineOf(phoneme), grapheme, phoneme.Value.Trim(), (string?)phoneme.Attribute("alphabet") ?? alphabet);
        }

        return lexeme.Element(Pls + "alias") is { } alias && alias.Value.Trim().Length > 0 && grapheme.Length > 0
            ? new LexiconEntry(grapheme, [], alias.Value.Trim(), line)
            : throw new LexiconException(path, line, new Message("The lexeme has neither phoneme nor alias.", "词条没有 phoneme，也没有 alias。"));
    }

    private static int LineOf(XElement element) => ((IXmlLineInfo)element).LineNumber;
}
