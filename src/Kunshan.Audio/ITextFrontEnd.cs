namespace Kunshan.Audio;

/// <summary>Turns text into words and into syllables. Thread-safe.</summary>
public interface ITextFrontEnd
{
    /// <summary>Finds words and names in every block of an article.</summary>
    Analysis Analyse(Article article);

    /// <summary>Says how an utterance is spoken. Nothing raw is left: each token has syllables or is silent, and what could not be read is reported.</summary>
    /// <param name="utterance">The utterance; where <see cref="Utterance.Say"/> is set, that text is spoken, and tokens tile it.</param>
    /// <param name="block">The block it stands in: context, ruby and glosses.</param>
    /// <param name="analysis">The words of that block.</param>
    StageResult<SpokenForm> Say(Utterance utterance, Block block, BlockAnalysis analysis);
}
