namespace Kunshan.Audio.Production;

/// <summary>An article file, read whole.</summary>
/// <param name="Path">The file as the user named it; <c>-</c> for standard input.</param>
/// <param name="Content">Its bytes.</param>
public sealed record ProductionInput(string Path, ReadOnlyMemory<byte> Content);
