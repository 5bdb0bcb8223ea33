using System.Collections.Immutable;

namespace Kunshan.Audio;

/// <summary>A stage's product with what the stage has to say about it.</summary>
public sealed record StageResult<T>(T Product, ImmutableArray<Diagnostic> Diagnostics);
