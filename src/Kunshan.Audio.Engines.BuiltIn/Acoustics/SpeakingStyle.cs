namespace Kunshan.Audio.Engines.BuiltIn.Acoustics;

/// <summary>How a voice speaks a model: the settings of the specification that are not in the file.</summary>
/// <param name="Speaker">Speaker of the model.</param>
/// <param name="Shift">Shift of log f0, in nepers (12 semitones are 0.693).</param>
/// <param name="Warp">Factor of the formants' frequencies.</param>
internal sealed record SpeakingStyle(int Speaker, double Shift, double Warp)
{
    /// <summary>Factor of the pitch range.</summary>
    public const double PitchRange = 0.9;

    /// <summary>Fall of log f0 a second, and its head start; for at most <see cref="DeclinationSeconds"/>.</summary>
    public const double Declination = 0.05;

    /// <summary>Seconds after which the pitch falls no further.</summary>
    public const double DeclinationSeconds = 4;

    /// <summary>Added to the aperiodicities, in dB.</summary>
    public const double Noise = -2;
}
