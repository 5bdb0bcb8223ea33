using Kunshan.Audio.Engines.BuiltIn.Model;

namespace Kunshan.Audio.Engines.BuiltIn.Networks;

/// <summary>Which neighbours of a syllable the text network sees.</summary>
internal enum View
{
    /// <summary>Both, and whether the syllable is the phrase's first or last.</summary>
    Both,

    /// <summary>The one before.</summary>
    Before,

    /// <summary>The one after.</summary>
    After,
}

/// <summary>The inputs of the text network: three embedded syllables, first, last, and the speaker (specification, section 3).</summary>
internal sealed class Embedding
{
    private readonly float[][] tables;
    private readonly int[] widths;
    private readonly float[] speakers;
    private readonly int speakerWidth;
    private readonly int syllableWidth;

    public Embedding(VoiceModel model)
    {
        tables = [model["text.ei.weight"], model["text.ef.weight"], model["text.et.weight"]];
        widths = [tables[0].Length / (model.Initials.Length + 1), tables[1].Length / (model.Finals.Length + 2), tables[2].Length / 6];
        speakers = model["text.es.weight"];
        speakerWidth = speakers.Length / model.Speakers;
        syllableWidth = widths.Sum() + 1;
    }

    /// <summary>Number of inputs.</summary>
    public int Inputs => (3 * syllableWidth) + 2 + speakerWidth;

    /// <summary>The inputs of all rows of a phrase: the silence before, its syllables, the silence after.</summary>
    public Plane Of(IReadOnlyList<SyllableId> phrase, int speaker, View view)
    {
        var plane = new Plane(Inputs, phrase.Count + 2);
        for (var row = 0; row < plane.Length; row++)
        {
            var isFirst = row == 1;
            var isLast = row == phrase.Count;
            Put(plane, row, 0, view == View.After ? SyllableId.Outside : At(phrase, row - 2));
            Put(plane, row, syllableWidth, At(phrase, row - 1));
            Put(plane, row, 2 * syllableWidth, view == View.Before ? SyllableId.Outside : At(phrase, row));
            plane.Row(3 * syllableWidth)[row] = view == View.Both && isFirst ? 1 : 0;
            plane.Row((3 * syllableWidth) + 1)[row] = view == View.Both && isLast ? 1 : 0;
            Put(plane, row, (3 * syllableWidth) + 2, speakers.AsSpan(speaker * speakerWidth, speakerWidth));
        }

        return plane;
    }

    private void Put(Plane plane, int row, int channel, SyllableId syllable)
    {
        ReadOnlySpan<int> ids = [syllable.Initial, syllable.Final, syllable.Tone];
        for (var i = 0; i < ids.Length; i++)
        {
            Put(plane, row, channel, tables[i].AsSpan(ids[i] * widths[i], widths[i]));
            channel += widths[i];
        }

        plane.Row(channel)[row] = syllable.Erhua ? 1 : 0;
    }

    private static void Put(Plane plane, int row, int channel, ReadOnlySpan<float> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            plane.Row(channel + i)[row] = values[i];
        }
    }

    private static SyllableId At(IReadOnlyList<SyllableId> phrase, int index) => index switch
    {
        _ when index >= 0 && index < phrase.Count => phrase[index],
        _ when index == -1 || index == phrase.Count => SyllableId.Silence,
        _ => SyllableId.Outside,
    };
}
