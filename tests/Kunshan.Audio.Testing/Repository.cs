using System.Runtime.CompilerServices;

namespace Kunshan.Audio.Testing;

/// <summary>Where things are in the working copy that the tests were built from.</summary>
public static class Repository
{
    /// <summary>The folder of <c>Kunshan.Audio.sln</c>.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The article the toolkit was asked for, when it lies beside the working copy; else null.</summary>
    public static string? RealArticle
    {
        get
        {
            var path = Path.GetFullPath(Path.Combine(Root, "..", "shared", "articles", "000_f0f32a2aa704f2f6.txt"));
            return File.Exists(path) ? path : null;
        }
    }

    /// <summary>The sample article.</summary>
    public static string SampleArticle => Path.Combine(Root, "tests", "articles", "sample.txt");

    private static string FindRoot([CallerFilePath] string thisFile = "")
    {
        var folder = Path.GetDirectoryName(thisFile);
        while (folder is not null && !File.Exists(Path.Combine(folder, "Kunshan.Audio.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new InvalidOperationException($"No Kunshan.Audio.sln above {thisFile}.");
    }
}
