using System.Collections.Immutable;

namespace Kunshan.Audio;

/// <summary>One finished audio file.</summary>
/// <param name="Section">The section it holds; null for the whole.</param>
/// <param name="Title">Title for a person.</param>
/// <param name="Path">The file on disk.</param>
/// <param name="MediaType">For instance <c>audio/mp4</c>.</param>
/// <param name="SampleRate">Samples a second of the master.</param>
/// <param name="Samples">Length in master samples; the file's own time is the same.</param>
public sealed record AudioTrack(SectionId? Section, string Title, string Path, string MediaType, int SampleRate, long Samples);

/// <summary>A token's place in a track.</summary>
/// <param name="Start">UTF-16 offset of the token in the utterance's text.</param>
/// <param name="Length">UTF-16 length.</param>
/// <param name="Begin">First master sample of its first syllable in the track.</param>
/// <param name="End">One past the last.</param>
public readonly record struct WordCue(int Start, int Length, long Begin, long End);

/// <summary>An utterance's place in a track. Cues of a track are contiguous: each ends where the next begins.</summary>
/// <param name="Utterance">The utterance.</param>
/// <param name="Section">The section, and so the track.</param>
/// <param name="Begin">First master sample in the track: 10 ms before speech begins.</param>
/// <param name="End">One past the last sample: the next cue's begin, or the end of the track.</param>
/// <param name="Words">Tokens that have sound, in order.</param>
public sealed record Cue(UtteranceId Utterance, SectionId Section, long Begin, long End, ImmutableArray<WordCue> Words);

/// <summary>A chapter of the whole.</summary>
/// <param name="Section">The section it opens.</param>
/// <param name="Title">Its title.</param>
/// <param name="Begin">First master sample in the whole: the cue of its heading.</param>
public sealed record Chapter(SectionId Section, string Title, long Begin);

/// <summary>Loudness of the recording (ITU-R BS.1770-4, EBU Tech 3342).</summary>
/// <param name="Profile">Name of the profile it was brought to.</param>
/// <param name="Integrated">Integrated loudness after mastering, in LUFS.</param>
/// <param name="Range">Loudness range, in LU.</param>
/// <param name="TruePeak">Highest true peak of all decoded files, in dBTP.</param>
/// <param name="Gain">The linear gain that was applied, in dB.</param>
/// <param name="Limited">Whether the true-peak limiter had to work.</param>
public sealed record LoudnessMeasure(string Profile, double Integrated, double Range, double TruePeak, double Gain, bool Limited);

/// <summary>The finished sound, all times in master samples.</summary>
/// <param name="SampleRate">Samples a second.</param>
/// <param name="Tracks">One a section, in order.</param>
/// <param name="Whole">All sections in one file with chapters; null when it was not asked for.</param>
/// <param name="Cues">One for each utterance, in reading order.</param>
/// <param name="Chapters">One for each section, in order.</param>
/// <param name="Loudness">Loudness over the whole.</param>
public sealed record Recording(int SampleRate, ImmutableArray<AudioTrack> Tracks, AudioTrack? Whole, ImmutableArray<Cue> Cues, ImmutableArray<Chapter> Chapters, LoudnessMeasure Loudness);
