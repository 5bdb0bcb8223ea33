using System.Collections.Immutable;

namespace Kunshan.Audio;

/// <summary>Why a speaker has a voice.</summary>
public enum CastingReason
{
    /// <summary>The narrator's own.</summary>
    Narrator,

    /// <summary>Given in a cast file or a corrected script.</summary>
    Chosen,

    /// <summary>The next free voice, by how much the speaker says.</summary>
    Order,

    /// <summary>No voice left, or too few words for one: read by the narrator.</summary>
    ReadByNarrator,
}

/// <summary>One line of the cast list.</summary>
public sealed record CastMember(SpeakerId Speaker, VoiceId Voice, CastingReason Reason);

/// <summary>Speaker to voice. Every speaker of an utterance is in it, the narrator first.</summary>
public sealed record CastList(ImmutableArray<CastMember> Members)
{
    /// <summary>The voice of a speaker; the narrator's for one who is not in the list.</summary>
    public VoiceId VoiceOf(SpeakerId speaker)
    {
        foreach (var member in Members)
        {
            if (member.Speaker == speaker)
            {
                return member.Voice;
            }
        }

        return Members[0].Voice;
    }
}
