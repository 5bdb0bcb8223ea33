using System.CommandLine;
using Kunshan.Audio.Production;

namespace Kunshan.Audio.Cli;

/// <summary>Prepares an article for the commands that show what a build would use.</summary>
internal static class Manuscripts
{
    public static async Task<Manuscript> PrepareAsync(ParseResult parse, string path, CancellationToken cancellationToken)
    {
        var input = await Inputs.ReadArticleAsync(path, cancellationToken);
        var settings = BuildOptions.SettingsOf(parse, input);
        return new Preparation(BuildOptions.Of(settings), Engines.Open(Engines.BuiltIn).Voices).Prepare(input);
    }
}
