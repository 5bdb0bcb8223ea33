using Kunshan.Audio.Testing;

namespace Kunshan.Audio.Tests;

/// <summary>Tables of cases: tab-separated lines, comments begin with #.</summary>
internal static class Tables
{
    public static IEnumerable<string[]> Read(string path) =>
        File.ReadLines(Path.Combine(Repository.Root, "tests", "Kunshan.Audio.Tests", path)).Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t'));
}
