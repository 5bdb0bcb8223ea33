using Kunshan.Audio.Engines.BuiltIn.Model;

namespace Kunshan.Audio.Engines.BuiltIn.Networks;

/// <summary>
/// From syllables and their two neighbours to durations and unit vectors of their four slots (specification, section 3).
/// All rows of a phrase run side by side, as columns: the weights are read once a phrase, not once a syllable.
/// </summary>
internal sealed class TextNetwork
{
    private readonly Embedding embedding;
    private readonly Convolution first;
    private readonly Convolution second;
    private readonly Convolution slots;
    private readonly Convolution duration;
    private readonly Convolution spectrum;
    private readonly Convolution pitchOfOnset;
    private readonly Convolution pitchOfRime;
    private readonly int slotWidth;

    public TextNetwork(VoiceModel model)
    {
        embedding = new(model);
        first = new(model, "text.c1", embedding.Inputs);
        second = new(model, "text.c2", first.Outputs);
        slots = new(model, "text.u", second.Outputs);
        slotWidth = slots.Outputs / TextUnits.Slots;
        duration = new(model, "text.dur", slotWidth);
        spectrum = new(model, "text.g", slotWidth);
        pitchOfOnset = new(model, "text.gf", slotWidth);
        pitchOfRime = new(model, "text.gr", slotWidth);
    }

    /// <summary>Runs the network for a phrase.</summary>
    /// <param name="phrase">Its syllables.</param>
    /// <param name="speaker">Speaker of the model.</param>
    /// <returns>One column for the silence before, one a syllable, one for the silence after; the caller owns it.</returns>
    public TextUnits Run(IReadOnlyList<SyllableId> phrase, int speaker)
    {
        // Durations see both neighbours, an onset only the one before, a final only the one after, pitch the sum of both views.
        using var all = Hidden(phrase, speaker, View.Both);
        using var onset = Hidden(phrase, speaker, View.Before);
        using var rime = Hidden(phrase, speaker, View.After);
        var units = new TextUnits(phrase.Count + 2, spectrum.Outputs, pitchOfOnset.Outputs);
        for (var slot = 0; slot < TextUnits.Slots; slot++)
        {
            var from = slot * slotWidth;
            duration.Run(all, units.LogDurations[slot], Output.Replace, from);
            spectrum.Run(slot < 2 ? onset : rime, units.Spectrum[slot], Output.Replace, from);
            pitchOfOnset.Run(onset, units.Pitch[slot], Output.Replace, from);
            pitchOfRime.Run(rime, units.Pitch[slot], Output.Add, from);
        }

        return units;
    }

    private Plane Hidden(IReadOnlyList<SyllableId> phrase, int speaker, View view)
    {
        using var inputs = embedding.Of(phrase, speaker, view);
        using var one = new Plane(first.Outputs, inputs.Length);
        using var two = new Plane(second.Outputs, inputs.Length);
        var hidden = new Plane(slots.Outputs, inputs.Length);
        first.Run(inputs, one, Output.ReplaceRectified);
        second.Run(one, two, Output.ReplaceRectified);
        slots.Run(two, hidden, Output.ReplaceRectified);
        return hidden;
    }
}
