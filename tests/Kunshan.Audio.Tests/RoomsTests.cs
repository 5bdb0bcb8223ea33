using System.Xml.Linq;
using Kunshan.Audio.Testing;

namespace Kunshan.Audio.Tests;

/// <summary>The star: every room knows the model and may use Formats, only Production knows the rooms, only the Cli knows the engines.</summary>
public sealed class RoomsTests
{
    private const string Model = "Kunshan.Audio";
    private const string Formats = "Kunshan.Audio.Formats";
    private const string Production = "Kunshan.Audio.Production";
    private const string Cli = "Kunshan.Audio.Cli";

    [Fact]
    public void No_room_knows_another_room()
    {
        var wrong =
            from project in Projects()
            from reference in References(project)
            let room = Path.GetFileNameWithoutExtension(project)
            where !IsAllowed(room, reference)
            select $"{room} -> {reference}";

        Assert.Empty(wrong);
    }

    [Fact]
    public void The_model_has_no_packages()
    {
        var model = Projects().Single(path => Path.GetFileNameWithoutExtension(path) == Model);

        Assert.Empty(XDocument.Load(model).Descendants("PackageReference"));
    }

    [Fact]
    public void Every_room_holds_a_file()
    {
        var empty = Projects().Where(project => !Directory.EnumerateFiles(Path.GetDirectoryName(project)!, "*.cs", SearchOption.AllDirectories).Any(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)));

        Assert.Empty(empty);
    }

    private static bool IsAllowed(string room, string reference) => room switch
    {
        // Programs that make our data: outside the shipped graph, so they may use what they need and nobody may use them.
        _ when IsTool(reference) => false,
        _ when IsTool(room) => true,
        Model or Formats => false,
        Production => !IsEngine(reference) && reference != Cli,
        Cli => true,
        _ => reference is Model or Formats,
    };

    private static bool IsTool(string name) => name.StartsWith("Kunshan.Audio.Tools.", StringComparison.Ordinal);

    private static bool IsEngine(string name) => name.StartsWith("Kunshan.Audio.Engines.", StringComparison.Ordinal);

    private static IEnumerable<string> Projects() => Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.csproj", SearchOption.AllDirectories);

    private static IEnumerable<string> References(string project) =>
        XDocument.Load(project).Descendants("ProjectReference").Select(element => Path.GetFileNameWithoutExtension((string)element.Attribute("Include")!));
}
