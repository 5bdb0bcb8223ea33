namespace Kunshan.Audio.Tests.Mandarin;

public sealed class NormalizationTests
{
    public static TheoryData<int, string, string, string> Dates => Cases.Of("dates");

    public static TheoryData<int, string, string, string> Numbers => Cases.Of("numbers");

    public static TheoryData<int, string, string, string> Measures => Cases.Of("measures");

    public static TheoryData<int, string, string, string> Codes => Cases.Of("codes");

    [Theory]
    [MemberData(nameof(Dates))]
    public void Dates_years_clocks_and_scores_are_read_as_a_newsreader_reads_them(int line, string written, string spoken, string pinyin)
    {
        _ = line;
        Cases.Check(Cases.FrontEnd, written, spoken, pinyin);
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Numbers_are_grouped_by_ten_thousand_and_2_is_liang_before_what_it_counts(int line, string written, string spoken, string pinyin)
    {
        _ = line;
        Cases.Check(Cases.FrontEnd, written, spoken, pinyin);
    }

    [Theory]
    [MemberData(nameof(Measures))]
    public void Money_and_measures_put_sign_and_unit_where_speech_has_them(int line, string written, string spoken, string pinyin)
    {
        _ = line;
        Cases.Check(Cases.FrontEnd, written, spoken, pinyin);
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Codes_letters_addresses_and_symbols_are_never_left_raw(int line, string written, string spoken, string pinyin)
    {
        _ = line;
        Cases.Check(Cases.FrontEnd, written, spoken, pinyin);
    }
}
