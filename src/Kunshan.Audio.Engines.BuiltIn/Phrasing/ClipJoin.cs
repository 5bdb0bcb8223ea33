using System.Collections.Immutable;

namespace Kunshan.Audio.Engines.BuiltIn.Phrasing;

/// <summary>Joins phrases to one clip. Between two phrases it cuts as mastering cuts between clips: 30 ms after the last mark's end, 10 ms before the next first mark, edges faded, zeros up to the pause.</summary>
/// <param name="sampleRate">Samples a second.</param>
internal sealed class ClipJoin(int sampleRate)
{
    private const int AfterEnd = 30;
    private const int BeforeOnset = 10;
    private const int Fade = 5;
    private const int ShortestPause = 40;

    /// <summary>The samples and marks of a clip.</summary>
    public (short[] Samples, ImmutableArray<SpeechMark> Marks) Join(IReadOnlyList<Phrase> phrases, IReadOnlyList<SpokenPhrase> spoken, double rate)
    {
        var samples = new List<short>(spoken.Sum(phrase => phrase.Samples.Length));
        var marks = ImmutableArray.CreateBuilder<SpeechMark>();
        for (var i = 0; i < phrases.Count; i++)
        {
            var isFirst = i == 0;
            var isLast = i == phrases.Count - 1;
            var from = isFirst ? 0 : Math.Max(0, spoken[i].Onset - Samples(BeforeOnset));
            var to = isLast ? spoken[i].Samples.Length : Math.Min(spoken[i].Samples.Length, spoken[i].End + Samples(AfterEnd));
            var piece = spoken[i].Samples[from..to];
            FadeEdges(piece, !isFirst, !isLast);
            AddMarks(marks, phrases[i], spoken[i], samples.Count - from);
            samples.AddRange(piece);
            if (!isLast)
            {
                var pause = Math.Max(ShortestPause, phrases[i].PauseAfter / rate);
                var zeros = Samples(pause) - (to - spoken[i].End) - Math.Min(spoken[i + 1].Onset, Samples(BeforeOnset));
                samples.AddRange(new short[Math.Max(0, zeros)]);
            }
        }

        return ([.. samples], marks.ToImmutable());
    }

    private static void AddMarks(ImmutableArray<SpeechMark>.Builder marks, Phrase phrase, SpokenPhrase spoken, int offset)
    {
        for (var i = 0; i < phrase.Sources.Count; i++)
        {
            var entry = phrase.Sources[i];
            var (begin, end) = spoken.Of(entry, i + 1 < phrase.Sources.Count && phrase.Sources[i + 1].IsErhua);
            marks.Add(new(entry.Token, entry.Syllable, begin + offset, end + offset));
        }
    }

    private void FadeEdges(short[] piece, bool start, bool end)
    {
        var length = Math.Min(Samples(Fade), piece.Length);
        for (var i = 0; i < length; i++)
        {
            var weight = (i + 0.5f) / length;
            if (start)
            {
                piece[i] = (short)MathF.Round(piece[i] * weight);
            }

            if (end)
            {
                piece[^(i + 1)] = (short)MathF.Round(piece[^(i + 1)] * weight);
            }
        }
    }

    private int Samples(double milliseconds) => (int)(sampleRate * milliseconds / 1000);
}
