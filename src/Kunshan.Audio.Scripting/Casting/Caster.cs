using System.Collections.Immutable;

namespace Kunshan.Audio.Scripting.Casting;

/// <summary>How voices are given out.</summary>
public sealed record CastingOptions
{
    /// <summary>The narrator's voice; null: the first of the cast order.</summary>
    public VoiceId? Narrator { get; init; }

    /// <summary>Choices that a person made; null for none.</summary>
    public CastFile? CastFile { get; init; }

    /// <summary>Most voices beside the narrator's.</summary>
    public int MostVoices { get; init; } = 4;
}

/// <summary>Gives speakers voices: choices first, then whoever says most gets the next free voice. No voice is chosen by what a name sounds like.</summary>
public static class Caster
{
    /// <summary>Fewer hanzi than this stay with the narrator: a change of voice would cost more than it gives.</summary>
    private const int FewestCharacters = 8;

    /// <summary>Casts a script.</summary>
    /// <exception cref="ScriptFileException">A choice names a voice that is not there.</exception>
    public static StageResult<CastList> Cast(Script script, ImmutableArray<Voice> voices, CastingOptions options)
    {
        ArgumentNullException.ThrowIfNull(script);
        ArgumentNullException.ThrowIfNull(options);
        var narrator = Chosen(options, SpeakerId.Narrator, voices) ?? Known(options.Narrator, voices) ?? voices.First(voice => voice.CastOrder == 0).Id;
        var free = new Queue<VoiceId>(voices.Where(voice => voice.CastOrder > 0 && voice.Id != narrator).OrderBy(voice => voice.CastOrder).Select(voice => voice.Id).Concat(voices.Where(voice => voice.CastOrder == 0 && voice.Id != narrator).Select(voice => voice.Id)).Take(options.MostVoices));
        var members = ImmutableArray.CreateBuilder<CastMember>();
        members.Add(new(SpeakerId.Narrator, narrator, CastingReason.Narrator));
        var speakers = script.Utterances.Where(utterance => !utterance.Speaker.IsNarrator).GroupBy(utterance => utterance.Speaker)
            .OrderByDescending(said => said.Sum(utterance => utterance.Text.Length)).ThenBy(said => said.First().Id.Value, StringComparer.Ordinal).ToList();
        var taken = speakers.Select(said => Chosen(options, said.Key, voices)).OfType<VoiceId>().ToHashSet();
        foreach (var said in speakers)
        {
            if (Chosen(options, said.Key, voices) is { } choice)
            {
                members.Add(new(said.Key, choice, CastingReason.Chosen));
            }
            else if (said.Max(utterance => utterance.Text.Length) >= FewestCharacters && NextFree(free, taken) is { } voice)
            {
                members.Add(new(said.Key, voice, CastingReason.Order));
            }
            else
            {
                members.Add(new(said.Key, narrator, CastingReason.ReadByNarrator));
            }
        }

        return new(new(members.ToImmutable()), []);
    }

    private static VoiceId? NextFree(Queue<VoiceId> free, HashSet<VoiceId> taken)
    {
        while (free.TryDequeue(out var voice))
        {
            if (!taken.Contains(voice))
            {
                return voice;
            }
        }

        return null;
    }

    private static VoiceId? Known(VoiceId? wanted, ImmutableArray<Voice> voices) =>
        wanted is not { } id ? null : voices.Any(voice => voice.Id == id) ? id : throw new ScriptFileException("--voice", 0, Unknown(id, voices));

    private static VoiceId? Chosen(CastingOptions options, SpeakerId speaker, ImmutableArray<Voice> voices)
    {
        if (options.CastFile is not { } file || !file.Voices.TryGetValue(speaker, out var choice))
        {
            return null;
        }

        return voices.Any(voice => voice.Id == choice.Voice) ? choice.Voice : throw new ScriptFileException(file.Path, choice.Line, Unknown(choice.Voice, voices));
    }

    private static Message Unknown(VoiceId id, ImmutableArray<Voice> voices)
    {
        var nearest = NearestNames.To(id.Value, voices.Select(voice => voice.Id.Value)).ToList();
        return new($"there is no voice “{id}”; nearest: {string.Join(", ", nearest)}.", $"没有“{id}”这个声音；最接近的是：{string.Join("、", nearest)}。");
    }
}
