namespace Kunshan.Audio.Publishing;

/// <summary>Texts that are files of this room: styles, the player, strings.</summary>
internal static class Resources
{
    /// <summary>A file's text, line ends as LF.</summary>
    public static string Read(string name)
    {
        using var stream = typeof(Resources).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
