namespace Kunshan.Audio.Scripting.Casting;

/// <summary>A change of voice is heard as such: a little more silence before it.</summary>
public static class VoiceChanges
{
    private const int Added = 200;

    /// <summary>The script with longer pauses where the next utterance has another voice.</summary>
    public static Script Apply(Script script, CastList cast)
    {
        ArgumentNullException.ThrowIfNull(script);
        ArgumentNullException.ThrowIfNull(cast);
        return script with
        {
            Sections =
            [
                .. script.Sections.Select(section => section with
                {
                    Utterances =
                    [
                        .. section.Utterances.Select((utterance, i) =>
                            i + 1 < section.Utterances.Length && cast.VoiceOf(section.Utterances[i + 1].Speaker) != cast.VoiceOf(utterance.Speaker)
                                ? utterance with { PauseAfter = utterance.PauseAfter + Added }
                                : utterance),
                    ],
                }),
            ],
        };
    }
}
