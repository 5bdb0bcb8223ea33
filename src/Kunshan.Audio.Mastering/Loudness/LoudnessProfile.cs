using System.Collections.Immutable;
using System.Globalization;

namespace Kunshan.Audio.Mastering.Loudness;

/// <summary>What a recording's loudness is brought to.</summary>
/// <param name="Name">Name on the command line.</param>
/// <param name="Target">Integrated loudness in LUFS, measured on the single channel.</param>
/// <param name="Ceiling">Highest true peak of the decoded file, in dBTP.</param>
/// <param name="Source">Where the figures come from.</param>
public sealed record LoudnessProfile(string Name, double Target, double Ceiling, string Source)
{
    /// <summary>All profiles, in the order of the table.</summary>
    public static ImmutableArray<LoudnessProfile> All { get; } = Load();

    /// <summary>A profile by its name; null where there is none.</summary>
    public static LoudnessProfile? Find(string name) => All.FirstOrDefault(profile => profile.Name == name);

    private static ImmutableArray<LoudnessProfile> Load()
    {
        using var stream = typeof(LoudnessProfile).Assembly.GetManifestResourceStream("profiles.tsv")!;
        using var reader = new StreamReader(stream);
        var profiles = ImmutableArray.CreateBuilder<LoudnessProfile>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                var fields = line.Split('\t');
                profiles.Add(new(fields[0], double.Parse(fields[1], CultureInfo.InvariantCulture), double.Parse(fields[2], CultureInfo.InvariantCulture), fields[3]));
            }
        }

        return profiles.ToImmutable();
    }
}
