using Kunshan.Audio.Mandarin.Dialects;

namespace Kunshan.Audio.Tests.Mandarin;

public sealed class DialectTests
{
    private static readonly SpokenForm Form = Cases.FrontEnd.Pronounce("绿灯亮了，我们去公园玩儿。").Product;

    [Fact]
    public void The_built_in_voice_takes_surface_tones_merged_erhua_and_phrases() =>
        Assert.Equal("lv4 deng1 liang4 le5 | wo3 men5 qu4 gong1 yuan2 wanr2", BuiltInDialect.Write(Form));

    [Fact]
    public void Espeak_takes_blanks_between_syllables_and_r5_joined() =>
        Assert.Equal("lv4 deng1 liang4 le5, wo3 men5 qu4 gong1 yuan2 wan2r5", EspeakDialect.Write(Form));

    [Fact]
    public void Sapi_parts_syllable_and_tone_by_a_blank() =>
        Assert.Equal("lv 4 - deng 1 - liang 4 - le 5 - wo 3 - men 5 - qu 4 - gong 1 - yuan 2 - wan r 2", SapiDialect.Write(Form));

    [Fact]
    public void Bopomofo_leaves_the_first_tone_bare() =>
        Assert.Equal("ㄌㄩˋ ㄉㄥ ㄌㄧㄤˋ ㄌㄜ˙， ㄨㄛˇ ㄇㄣ˙ ㄑㄩˋ ㄍㄨㄥ ㄩㄢˊ ㄨㄢˊ ㄦ˙", BopomofoDialect.Write(Form));

    [Fact]
    public void People_read_tone_marks() =>
        Assert.Equal("lǜ dēngliàngle， wǒmen qù gōngyuán wánr。", PinyinDialect.Write(Form));

    [Theory]
    [InlineData("略", "lue 4")]
    [InlineData("虐", "nue 4")]
    [InlineData("女", "nv 3")]
    [InlineData("鱼", "yu 2")]
    public void Sapi_spells_u_umlaut_as_the_service_does(string written, string phones) => Assert.Equal(phones, SapiDialect.Write(Cases.FrontEnd.Pronounce(written).Product));

    [Theory]
    [InlineData("昆山", "ㄎㄨㄣ ㄕㄢ")]
    [InlineData("中国", "ㄓㄨㄥ ㄍㄨㄛˊ")]
    [InlineData("雄", "ㄒㄩㄥˊ")]
    [InlineData("日子", "ㄖˋ ㄗ˙")]
    [InlineData("月圆", "ㄩㄝˋ ㄩㄢˊ")]
    [InlineData("翁", "ㄨㄥ")]
    [InlineData("耳", "ㄦˇ")]
    public void Bopomofo_of_syllables_with_and_without_initial(string written, string bopomofo) => Assert.Equal(bopomofo, BopomofoDialect.Write(Cases.FrontEnd.Pronounce(written).Product));
}
