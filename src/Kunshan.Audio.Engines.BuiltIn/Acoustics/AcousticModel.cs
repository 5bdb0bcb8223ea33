using Kunshan.Audio.Engines.BuiltIn.Model;
using Kunshan.Audio.Engines.BuiltIn.Networks;

namespace Kunshan.Audio.Engines.BuiltIn.Acoustics;

/// <summary>From the syllables of a phrase to its frames (specification, sections 3 to 6). Thread-safe.</summary>
internal sealed class AcousticModel
{
    private const int LeadFrames = 12;
    private const int TailFrames = 16;
    private readonly VoiceModel model;
    private readonly TextNetwork text;
    private readonly ConvolutionStack spectrum;
    private readonly ConvolutionStack pitch;

    public AcousticModel(VoiceModel model)
    {
        this.model = model;
        text = new(model);
        spectrum = new(model, "fr", model.SpectrumBlocks);
        pitch = new(model, "pi", model.PitchBlocks);
    }

    /// <summary>Predicts the frames of a phrase; the caller owns them.</summary>
    public PhraseFrames Predict(IReadOnlyList<SyllableId> phrase, SpeakingStyle style, double rate, CancellationToken cancellationToken)
    {
        using var units = text.Run(phrase, style.Speaker);
        var slots = Durations(phrase, units, rate);
        using var grid = new NaturalGrid(units, slots);
        using var bands = spectrum.Run(grid.Spectrum, grid.Positions, cancellationToken);
        using var logPitch = pitch.Run(grid.Pitch, grid.Positions, cancellationToken);
        var stretch = new FrameStretch(slots);
        var values = new FrameValues(model, style);
        var inner = slots[TextUnits.Slots..^TextUnits.Slots].Select(slot => slot.Wanted);
        return new(values.Pitch(stretch, logPitch), values.LogPower(stretch, bands), values.Sources(stretch, bands), [.. inner], LeadFrames);
    }

    /// <summary>Frames of each slot, four a row; the silences before and after are slots of final.</summary>
    private static SlotDuration[] Durations(IReadOnlyList<SyllableId> phrase, TextUnits units, double rate)
    {
        var slots = new SlotDuration[(phrase.Count + 2) * TextUnits.Slots];
        for (var row = 1; row <= phrase.Count; row++)
        {
            for (var slot = 0; slot < TextUnits.Slots; slot++)
            {
                slots[(row * TextUnits.Slots) + slot] = SlotDurations.Of(phrase[row - 1], slot, new(row == 1, row == phrase.Count, rate), units.LogDurations[slot].Row(0)[row]);
            }
        }

        // The networks see two frames a column: the tail gets one more frame where the sum is odd.
        var tail = TailFrames + ((LeadFrames + slots.Sum(slot => slot.Natural) + TailFrames) & 1);
        slots[2] = new(LeadFrames, LeadFrames);
        slots[^2] = new(tail, tail);
        return slots;
    }
}
