using Kunshan.Audio.Mandarin.Data;
using Kunshan.Audio.Mandarin.Lexicons;
using Kunshan.Audio.Mandarin.Pinyin;
using Kunshan.Audio.Mandarin.Words;

namespace Kunshan.Audio.Mandarin;

/// <summary>From text to words and to syllables with tones, each tied to the characters it was read from. Thread-safe.</summary>
public sealed class MandarinFrontEnd : ITextFrontEnd, IReadingTable
{
    private static readonly UtteranceId Line = new("line");
    private readonly MandarinOptions options;
    private readonly SimplifiedScript script;
    private readonly CharacterTable characters;
    private readonly LexiconMatcher lexicons;
    private readonly LineReader reader;
    private readonly NameFinder names;
    private readonly SpokenFormBuilder builder;

    private MandarinFrontEnd(MandarinOptions options, DataFile data)
    {
        this.options = options;
        DataHeader = data.Header;
        script = new SimplifiedScript(data);
        lexicons = new LexiconMatcher(options.Lexicons, script);
        characters = new CharacterTable(data);
        reader = new LineReader(data, script, characters, options.Reading);
        names = new NameFinder(reader.Table, new PersonNames());
        builder = new SpokenFormBuilder(reader.Table);
    }

    /// <summary>What the word data was made from: a source a line, with version, date and licence, tab-separated.</summary>
    public string DataHeader { get; }

    /// <summary>Loads the word data that ships with the room.</summary>
    public static MandarinFrontEnd Load(MandarinOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new(options, DataFile.Embedded());
    }

    /// <inheritdoc/>
    public Analysis Analyse(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        var first = article.Blocks.Select(block => Analyse(block, new LineContext())).ToArray();
        var known = first.SelectMany(block => FullNames(block)).ToHashSet(StringComparer.Ordinal);
        if (known.Count == 0)
        {
            return new Analysis([.. first]);
        }

        // A second time with the names that had evidence somewhere: elsewhere they need none.
        var context = new LineContext { KnownNames = known };
        return new Analysis([.. article.Blocks.Select(block => Analyse(block, context))]);
    }

    /// <inheritdoc/>
    public StageResult<SpokenForm> Say(Utterance utterance, Block block, BlockAnalysis analysis)
    {
        ArgumentNullException.ThrowIfNull(utterance);
        ArgumentNullException.ThrowIfNull(block);
        ArgumentNullException.ThrowIfNull(analysis);
        var language = utterance.Language is "zh-Hant" or "zh-TW" or "zh-HK" ? "zh-Hant" : script.LanguageOf(block.Text);
        if (utterance.Say is { } say)
        {
            var replaced = new Where(block.Source.Line, utterance.Source, Reports.Excerpt(block.Text, utterance.Source.Start, utterance.Source.Length));
            return Read(utterance.Id, say, new LineContext { KnownNames = FullNames(analysis).ToHashSet(StringComparer.Ordinal) }, language, (_, _) => replaced);
        }

        var evidence = BlockEvidence.Of(utterance, block, characters);
        var context = new LineContext
        {
            IsHead = utterance.Source.Start == 0,
            KnownNames = FullNames(analysis).ToHashSet(StringComparer.Ordinal),
            Ruby = evidence.Ruby,
            Glosses = evidence.Glosses,
            Lost = evidence.Lost,
        };
        var said = Read(utterance.Id, utterance.Text, context, language, Place);
        return said with { Diagnostics = [.. said.Diagnostics, .. Reports.Glosses(said.Product.Tokens, block, utterance)] };

        Where Place(int start, int length) => new(block.Source.Line, new TextRange(block.Id, utterance.Source.Start + start, length), Reports.Excerpt(utterance.Text, start, length));
    }

    /// <summary>Says how a line that stands in no article is spoken.</summary>
    public StageResult<SpokenForm> Pronounce(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return Read(Line, line, new LineContext(), script.LanguageOf(line), (start, length) => new Where(0, null, Reports.Excerpt(line, start, length)));
    }

    /// <inheritdoc/>
    public bool IsReadingOf(char character, ReadOnlySpan<char> letters)
    {
        if (!SyllableText.TryParse(letters, out var syllable))
        {
            return false;
        }

        var shadow = script.Of(character.ToString())[0];
        var toneless = syllable.Tone == 5 && letters.IndexOfAny("05") < 0;
        var anyTone = toneless || shadow is '一' or '不';
        return characters.Has(character, syllable, anyTone) || characters.Has(shadow, syllable, anyTone);
    }

    /// <inheritdoc/>
    public string LanguageOf(ReadOnlySpan<char> text) => script.LanguageOf(text);

    private BlockAnalysis Analyse(Block block, LineContext context)
    {
        var (shadow, words) = reader.Words(block.Text, context with { Given = lexicons.Find(block.Text) });
        return new BlockAnalysis(block.Id, shadow, [.. words.Select(ToWord)], names.Find(shadow, words));
    }

    private static Word ToWord(LineWord word) => new(word.Start, word.Length, word.Piece?.Kind ?? WordKind.Hanzi);

    private static IEnumerable<string> FullNames(BlockAnalysis block) =>
        block.Names.Where(name => name.Kind == NameKind.Person && name.Length >= 2).Select(name => block.Shadow.Substring(name.Start, name.Length));

    private StageResult<SpokenForm> Read(UtteranceId id, string text, LineContext context, string language, Func<int, int, Where> place)
    {
        var form = reader.Read(text, context with { Given = lexicons.Find(text) }, options.Sandhi);
        var tokens = builder.Build(form, language == "zh-Hant", names.Find(form.Shadow, form.Words));
        return new(new SpokenForm(id, tokens), Reports.Of(tokens, context.Lost, place));
    }
}
