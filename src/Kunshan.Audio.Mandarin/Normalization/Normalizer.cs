namespace Kunshan.Audio.Mandarin.Normalization;

/// <summary>Finds everything in a line that is not read by its characters alone. One pass, left to right; the rules stand in their order.</summary>
internal sealed class Normalizer
{
    private readonly Rule[] rules;
    private readonly SymbolRules symbols = new();
    private readonly LatinRules latin = new();

    public Normalizer()
    {
        var contexts = new RuleContexts();
        var dates = new DateRules(contexts);
        var codes = new CodeRules(contexts);
        var numbers = new NumberRules();
        var measures = new MeasureRules(numbers);
        rules =
        [
            AddressRules.Address,
            DateRules.Date,
            dates.Clock,
            DateRules.Score,
            CodeRules.Version,
            codes.Phone,
            CodeRules.Plan,
            NumberRules.Fraction,
            dates.Year,
            NumberRules.Percent,
            measures.Money,
            measures.Measure,
            CodeRules.Code,
            numbers.Ordinal,
            numbers.Number,
        ];
    }

    /// <summary>One class of text: appends its pieces and says how far it went; the same offset when it does not apply.</summary>
    public delegate int Rule(Line line, int at, List<Piece> pieces);

    /// <summary>The pieces in order, not overlapping; what lies between them is hanzi.</summary>
    public List<Piece> Find(Line line)
    {
        var pieces = new List<Piece>();
        var at = 0;
        while (at < line.Shadow.Length)
        {
            at = Next(line, at, pieces);
        }

        return pieces;
    }

    private int Next(Line line, int at, List<Piece> pieces)
    {
        var unit = line.Shadow[at];
        if (Line.IsHanzi(unit) && !(unit == '第' && IsNumeric(line.At(at + 1))))
        {
            return at + 1;
        }

        if (MayOpenRule(unit))
        {
            foreach (var rule in rules)
            {
                var end = rule(line, at, pieces);
                if (end > at)
                {
                    return end;
                }
            }
        }

        return char.IsAsciiLetter(unit) ? latin.Read(line, at, pieces) : symbols.Read(line, at, pieces);
    }

    private static bool IsNumeric(char unit) => char.IsAsciiDigit(unit) || unit is >= 'Ⅰ' and <= 'Ⅻ';

    // Everything that a rule begins with: letters, digits, signs, currency, Roman and circled numbers.
    private static bool MayOpenRule(char unit) =>
        char.IsAsciiLetterOrDigit(unit)
        || unit is '第' or '-' or '−' or '+' or '@' or '(' or '（' or '$' or '¥' or '￥' or '€' or '£' or '₩' or '₹' or '₽' or '฿' or '₫' or '①' or '\u00bd' or '\u00bc' or '\u00be'
        || unit is (>= '①' and <= '⒛') or (>= 'Ⅰ' and <= 'ⅿ') or (>= '㈠' and <= '㈩');
}
