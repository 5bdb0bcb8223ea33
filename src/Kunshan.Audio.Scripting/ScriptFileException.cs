namespace Kunshan.Audio.Scripting;

/// <summary>A script or cast file that a person wrote cannot be obeyed.</summary>
/// <param name="path">The file.</param>
/// <param name="line">Its line, counted from 1; 0 for none.</param>
/// <param name="reason">What is wrong and what to do.</param>
public sealed class ScriptFileException(string path, int line, Message reason) : Exception($"{path}, line {line}: {reason.En}")
{
    /// <summary>The file.</summary>
    public string Path { get; } = path;

    /// <summary>Its line, counted from 1; 0 for none.</summary>
    public int Line { get; } = line;

    /// <summary>What is wrong and what to do.</summary>
    public Message Reason { get; } = reason;
}
