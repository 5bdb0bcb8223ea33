namespace Kunshan.Audio.Reading.Repair;

/// <summary>Kinds of characters that repair tells apart.</summary>
internal static class Chars
{
    /// <summary>A hanzi, or half of one beyond the BMP.</summary>
    public static bool IsHan(char c) => c is (>= '\u4E00' and <= '\u9FFF') or (>= '\u3400' and <= '\u4DBF') or '\u3007' or (>= '\uF900' and <= '\uFAFF') || char.IsSurrogate(c);

    /// <summary>A mark of Chinese typography.</summary>
    public static bool IsChineseMark(char c) => c is (>= '\u3001' and <= '\u3003') or (>= '\u3008' and <= '\u3011') or (>= '\u3014' and <= '\u301F') or '\u2014' or '\u2018' or '\u2019' or '\u201C' or '\u201D' or '\u2026' or (>= '\uFF01' and <= '\uFF0F') or '\uFF1A' or '\uFF1B' or '\uFF1F' or '\u25A1';

    /// <summary>A hanzi or a Chinese mark.</summary>
    public static bool IsChinese(char c) => IsHan(c) || IsChineseMark(c);

    /// <summary>A letter of pinyin, with or without its tone mark.</summary>
    public static bool IsPinyinLetter(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '\u00E0' and <= '\u00FC') or (>= '\u0100' and <= '\u01DC') or '\u0261' or (>= '\u0300' and <= '\u030C') or (>= '1' and <= '5');

    /// <summary>Whether a character ends a sentence.</summary>
    public static bool IsSentenceEnd(char c) => c is '\u3002' or '\uFF01' or '\uFF1F' or '!' or '?' or '\u2026';
}
