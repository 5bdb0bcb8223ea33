using Kunshan.Audio.Engines.BuiltIn.Model;

namespace Kunshan.Audio.Engines.BuiltIn.Networks;

/// <summary>What the text network says of one slot of a syllable.</summary>
/// <param name="LogDuration">ln(1 + natural frames).</param>
/// <param name="Spectrum">Unit vector of the bands: the even half, then the odd half.</param>
/// <param name="Pitch">Unit vector of pitch, likewise.</param>
internal readonly record struct SlotUnit(float LogDuration, float[] Spectrum, float[] Pitch);

/// <summary>From a syllable and its two neighbours to durations and unit vectors of its four slots (specification, section 3).</summary>
internal sealed class TextNetwork
{
    public const int Slots = 4;
    private const int InitialWidth = 32;
    private const int FinalWidth = 48;
    private const int ToneWidth = 16;
    private const int Embedding = InitialWidth + FinalWidth + ToneWidth + 1;
    private const int SpeakerWidth = 8;
    private const int Inputs = (3 * Embedding) + 2 + SpeakerWidth;
    private const int SlotWidth = 224;
    private const int HiddenWidth = 256;

    private readonly VoiceModel model;
    private readonly Layer first;
    private readonly Layer second;
    private readonly Layer slots;
    private readonly Layer duration;
    private readonly Layer spectrum;
    private readonly Layer pitchOfOnset;
    private readonly Layer pitchOfRime;

    public TextNetwork(VoiceModel model)
    {
        this.model = model;
        first = new(model, "text.c1", Inputs);
        second = new(model, "text.c2", HiddenWidth);
        slots = new(model, "text.u", HiddenWidth);
        duration = new(model, "text.dur", SlotWidth);
        spectrum = new(model, "text.g", SlotWidth);
        pitchOfOnset = new(model, "text.gf", SlotWidth);
        pitchOfRime = new(model, "text.gr", SlotWidth);
    }

    /// <summary>Runs the network for one row of a phrase.</summary>
    /// <param name="context">The row with its neighbours and its place.</param>
    /// <returns>One unit for each of the four slots, whether it exists or not.</returns>
    public SlotUnit[] Run(SyllableContext context)
    {
        // Durations see both neighbours, an onset only the one before, a final only the one after, pitch the sum of both views.
        Span<float> all = stackalloc float[Slots * SlotWidth];
        Span<float> onset = stackalloc float[Slots * SlotWidth];
        Span<float> rime = stackalloc float[Slots * SlotWidth];
        Hidden(context, all);
        Hidden(context with { After = SyllableId.Outside, IsFirst = false, IsLast = false }, onset);
        Hidden(context with { Before = SyllableId.Outside, IsFirst = false, IsLast = false }, rime);

        var units = new SlotUnit[Slots];
        Span<float> log = stackalloc float[1];
        var ofRime = new float[pitchOfRime.Outputs];
        for (var slot = 0; slot < Slots; slot++)
        {
            var bands = new float[spectrum.Outputs];
            var pitch = new float[pitchOfOnset.Outputs];
            duration.Run(Slot(all, slot), log, rectify: false);
            spectrum.Run(Slot(slot < 2 ? onset : rime, slot), bands, rectify: false);
            pitchOfOnset.Run(Slot(onset, slot), pitch, rectify: false);
            pitchOfRime.Run(Slot(rime, slot), ofRime, rectify: false);
            for (var i = 0; i < pitch.Length; i++)
            {
                pitch[i] += ofRime[i];
            }

            units[slot] = new(log[0], bands, pitch);
        }

        return units;
    }

    private static ReadOnlySpan<float> Slot(ReadOnlySpan<float> all, int slot) => all.Slice(slot * SlotWidth, SlotWidth);

    private void Hidden(SyllableContext context, Span<float> result)
    {
        Span<float> x = stackalloc float[Inputs];
        Embed(context.Before, x);
        Embed(context.Current, x[Embedding..]);
        Embed(context.After, x[(2 * Embedding)..]);
        x[3 * Embedding] = context.IsFirst ? 1 : 0;
        x[(3 * Embedding) + 1] = context.IsLast ? 1 : 0;
        model["text.es.weight"].AsSpan(context.Speaker * SpeakerWidth, SpeakerWidth).CopyTo(x[((3 * Embedding) + 2)..]);
        Span<float> one = stackalloc float[HiddenWidth];
        Span<float> two = stackalloc float[HiddenWidth];
        first.Run(x, one, rectify: true);
        second.Run(one, two, rectify: true);
        slots.Run(two, result, rectify: true);
    }

    private void Embed(SyllableId syllable, Span<float> x)
    {
        model["text.ei.weight"].AsSpan(syllable.Initial * InitialWidth, InitialWidth).CopyTo(x);
        model["text.ef.weight"].AsSpan(syllable.Final * FinalWidth, FinalWidth).CopyTo(x[InitialWidth..]);
        model["text.et.weight"].AsSpan(syllable.Tone * ToneWidth, ToneWidth).CopyTo(x[(InitialWidth + FinalWidth)..]);
        x[Embedding - 1] = syllable.Erhua ? 1 : 0;
    }
}

/// <summary>A row of a phrase with what the text network sees around it.</summary>
internal readonly record struct SyllableContext(SyllableId Before, SyllableId Current, SyllableId After, bool IsFirst, bool IsLast, int Speaker);
