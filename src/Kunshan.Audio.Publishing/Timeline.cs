using System.Collections.Immutable;
using Kunshan.Audio.Formats.Times;

namespace Kunshan.Audio.Publishing;

/// <summary>A cue in milliseconds of its own file.</summary>
internal readonly record struct Clip(UtteranceId Utterance, long Begin, long End);

/// <summary>A recording's cues in milliseconds: the same numbers for every writer.</summary>
internal sealed class Timeline
{
    private readonly Dictionary<SectionId, ImmutableArray<Clip>> bySection;

    public Timeline(Recording recording)
    {
        long Of(long samples) => MediaTime.Milliseconds(samples, recording.SampleRate);
        bySection = recording.Cues.GroupBy(cue => cue.Section).ToDictionary(
            cues => cues.Key,
            cues => cues.Select(cue => new Clip(cue.Utterance, Of(cue.Begin), Of(cue.End))).ToImmutableArray());
        long before = 0;
        var inWhole = ImmutableArray.CreateBuilder<Clip>(recording.Cues.Length);
        foreach (var track in recording.Tracks)
        {
            foreach (var cue in recording.Cues.Where(cue => cue.Section == track.Section))
            {
                inWhole.Add(new(cue.Utterance, Of(before + cue.Begin), Of(before + cue.End)));
            }

            before += track.Samples;
        }

        InWhole = inWhole.ToImmutable();
        Duration = Of(before);
    }

    /// <summary>All cues on the time line of the whole.</summary>
    public ImmutableArray<Clip> InWhole { get; }

    /// <summary>Length of the whole.</summary>
    public long Duration { get; }

    /// <summary>The cues of one section, in its own file.</summary>
    public ImmutableArray<Clip> Of(SectionId section) => bySection[section];

    /// <summary>Length of a section's clips.</summary>
    public long DurationOf(SectionId section) => bySection[section].Sum(clip => clip.End - clip.Begin);
}
