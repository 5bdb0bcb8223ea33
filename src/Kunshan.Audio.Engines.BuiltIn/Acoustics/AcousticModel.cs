using Kunshan.Audio.Engines.BuiltIn.Model;
using Kunshan.Audio.Engines.BuiltIn.Networks;

namespace Kunshan.Audio.Engines.BuiltIn.Acoustics;

/// <summary>From the syllables of a phrase to its frames (specification, sections 3 to 6). Thread-safe.</summary>
internal sealed class AcousticModel
{
    private const int LeadFrames = 12;
    private const int TailFrames = 16;
    private const int SpectrumOutputs = 134;
    private readonly VoiceModel model;
    private readonly TextNetwork text;
    private readonly ConvolutionStack spectrum;
    private readonly ConvolutionStack pitch;

    public AcousticModel(VoiceModel model)
    {
        this.model = model;
        text = new(model);
        spectrum = new(model, "fr", model.SpectrumBlocks, SpectrumOutputs);
        pitch = new(model, "pi", model.PitchBlocks, 2);
    }

    /// <summary>Predicts the frames of a phrase.</summary>
    public PhraseFrames Predict(IReadOnlyList<SyllableId> phrase, SpeakingStyle style, double rate)
    {
        var rows = new SlotUnit[phrase.Count + 2][];
        var slots = new SlotDuration[rows.Length * TextNetwork.Slots];
        for (var row = 0; row < rows.Length; row++)
        {
            var context = new SyllableContext(At(phrase, row - 2), At(phrase, row - 1), At(phrase, row), row == 1, row == phrase.Count, style.Speaker);
            rows[row] = text.Run(context);
            for (var slot = 0; slot < TextNetwork.Slots && row > 0 && row <= phrase.Count; slot++)
            {
                slots[(row * TextNetwork.Slots) + slot] = SlotDurations.Of(context.Current, slot, new(row == 1, row == phrase.Count, rate), rows[row][slot].LogDuration);
            }
        }

        // The networks see two frames a column: the tail gets one more frame where the sum is odd.
        var tail = TailFrames + ((LeadFrames + slots.Sum(slot => slot.Natural) + TailFrames) & 1);
        slots[2] = new(LeadFrames, LeadFrames);
        slots[^2] = new(tail, tail);
        var grid = new NaturalGrid(rows, slots, spectrum.Width, pitch.Width);
        var bands = spectrum.Run(grid.Spectrum, grid.Positions);
        var logPitch = pitch.Run(grid.Pitch, grid.Positions);
        return new FrameStretch(model, style, bands, logPitch).Run(slots, LeadFrames);
    }

    private static SyllableId At(IReadOnlyList<SyllableId> phrase, int index) => index switch
    {
        _ when index >= 0 && index < phrase.Count => phrase[index],
        _ when index == -1 || index == phrase.Count => SyllableId.Silence,
        _ => SyllableId.Outside,
    };
}
