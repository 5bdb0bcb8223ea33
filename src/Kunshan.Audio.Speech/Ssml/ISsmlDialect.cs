using System.Xml;

namespace Kunshan.Audio.Speech.Ssml;

/// <summary>How one engine wants the words of an utterance written. One file a dialect; everything around the words is <see cref="SsmlDocument"/>'s.</summary>
public interface ISsmlDialect
{
    /// <summary>Name on the command line.</summary>
    string Name { get; }

    /// <summary>Writes the content of the utterance's <c>s</c> element.</summary>
    void WriteWords(XmlWriter writer, SpokenForm form);
}
