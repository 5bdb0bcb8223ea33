using System.Globalization;
using System.Xml.Linq;

namespace Kunshan.Audio.EndToEnd.Tests;

/// <summary>What must hold in the finished folder of any article.</summary>
internal static class FinishedFolderChecks
{
    private const double OnsetAfterCue = 10;
    private const double OnsetTolerance = 20;
    private static readonly XNamespace Opf = "http://www.idpf.org/2007/opf";

    /// <summary>Every file of the folder that the default formats promise is there.</summary>
    public static void HasEveryFile(BuiltFolder built)
    {
        var slug = built.Report.GetProperty("article").GetProperty("slug").GetString()!;
        foreach (var file in (string[])[$"{slug}.epub", "html/index.html", "html/audio/s01.m4a", $"audio/{slug}.m4b", $"captions/{slug}.vtt", $"captions/{slug}.srt", $"captions/{slug}.json", "script.txt", "report.json"])
        {
            Assert.True(File.Exists(Path.Combine(built.Folder, file)), file);
        }

        Assert.NotEmpty(Directory.GetFiles(Path.Combine(built.Folder, "ssml"), "01-*.ssml"));
    }

    /// <summary>Cues of a file follow each other without gap or overlap, from its first millisecond on.</summary>
    public static void CuesAreContiguous(BuiltFolder built)
    {
        foreach (var file in built.Pars.GroupBy(par => par.Audio))
        {
            Assert.Equal(0, file.First().Begin);
            Assert.All(file.Zip(file.Skip(1)), pair => Assert.Equal(pair.First.End, pair.Second.Begin));
        }
    }

    /// <summary>Each text is pointed at once, in the order of the text.</summary>
    public static void EachTextHasOneCue(BuiltFolder built)
    {
        var ids = built.Pars.Select(par => par.Id).ToList();
        Assert.Distinct(ids);
        Assert.Equal(ids, ids.Order(StringComparer.Ordinal));
        Assert.All(ids, id => Assert.Contains(id, built.TextById.Keys));
    }

    /// <summary>In the decoded files the sound of every utterance begins 10 ms after its cue, within 20 ms.</summary>
    public static async Task SoundFollowsItsCue(BuiltFolder built)
    {
        var late = new List<string>();
        foreach (var file in built.Pars.GroupBy(par => par.Audio))
        {
            var samples = await Sound.DecodeAsync(built.Extract(file.Key));
            foreach (var par in file)
            {
                var begin = (int)((long)par.Begin * Sound.Rate / 1000);
                var end = Math.Min(samples.Length, (int)((long)par.End * Sound.Rate / 1000));
                var onset = Sound.OnsetMilliseconds(samples.AsSpan(begin, end - begin));
                if (Math.Abs(onset - OnsetAfterCue) > OnsetTolerance)
                {
                    late.Add(string.Create(CultureInfo.InvariantCulture, $"{par.Id}: {onset:0.0} ms"));
                }
            }
        }

        Assert.Empty(late);
    }

    /// <summary>Each overlay's <c>media:duration</c> is the sum of its clips, the publication's the sum of all.</summary>
    public static void DurationsAddUp(BuiltFolder built)
    {
        var package = built.Package;
        var durations = package.Descendants(Opf + "meta").Where(meta => (string?)meta.Attribute("property") == "media:duration").ToList();
        var items = package.Descendants(Opf + "item").ToDictionary(item => "#" + (string)item.Attribute("id")!, item => (string)item.Attribute("href")!);
        var root = Path.GetDirectoryName(built.PackagePath)!;
        var sum = 0;
        foreach (var duration in durations.Where(meta => meta.Attribute("refines") is not null))
        {
            var overlay = $"{root}/{items[(string)duration.Attribute("refines")!]}";
            var clips = built.ParsOf(overlay).Sum(par => par.End - par.Begin);
            Assert.Equal(clips, BuiltFolder.Milliseconds(duration.Value));
            sum += clips;
        }

        Assert.Equal(sum, BuiltFolder.Milliseconds(durations.Single(meta => meta.Attribute("refines") is null).Value));
    }

    /// <summary>The captions' times, over the whole, are the overlays' times plus the lengths of the files before, to the millisecond.</summary>
    public static void CaptionsAgree(BuiltFolder built)
    {
        var vtt = CaptionBegins(Directory.GetFiles(Path.Combine(built.Folder, "captions"), "*.vtt").Single(), '.');
        var srt = CaptionBegins(Directory.GetFiles(Path.Combine(built.Folder, "captions"), "*.srt").Single(), ',');
        var recording = built.Stage("8-recording");
        var rate = recording.GetProperty("sampleRate").GetInt32();
        var offsets = new Dictionary<string, long>();
        long before = 0;
        foreach (var track in recording.GetProperty("tracks").EnumerateArray())
        {
            offsets[track.GetProperty("section").GetString()!] = before;
            before += track.GetProperty("samples").GetInt64();
        }

        var pars = built.Pars;
        var cues = recording.GetProperty("cues").EnumerateArray().ToList();
        var wholes = cues.Select(cue => (int)((offsets[cue.GetProperty("section").GetString()!] + cue.GetProperty("begin").GetInt64()) * 1000 / rate)).ToList();
        Assert.Equal(cues.Select(cue => (int)(cue.GetProperty("begin").GetInt64() * 1000 / rate)), pars.Select(par => par.Begin));
        Assert.Equal(wholes, vtt);
        Assert.Equal(vtt, srt);
    }

    /// <summary>Chapters of the whole begin at the cues of their headings.</summary>
    public static async Task ChaptersBeginAtTheirHeadings(BuiltFolder built)
    {
        var recording = built.Stage("8-recording");
        var rate = recording.GetProperty("sampleRate").GetInt32();
        var wanted = recording.GetProperty("chapters").EnumerateArray().Select(chapter => ((int)(chapter.GetProperty("begin").GetInt64() * 1000 / rate), chapter.GetProperty("title").GetString()!)).ToList();
        var chapters = await Sound.ChaptersAsync(Directory.GetFiles(Path.Combine(built.Folder, "audio"), "*.m4b").Single());

        Assert.Equal(wanted.Select(chapter => chapter.Item2), chapters.Select(chapter => chapter.Title));
        Assert.All(wanted.Zip(chapters), pair => Assert.InRange(pair.Second.Begin, pair.First.Item1 - 1, pair.First.Item1 + 1));
        var length = await Sound.DecodeAsync(Directory.GetFiles(Path.Combine(built.Folder, "audio"), "*.m4b").Single());
        var samples = recording.GetProperty("tracks").EnumerateArray().Sum(track => track.GetProperty("samples").GetInt64());
        Assert.InRange(length.Length, samples, samples + 1024);
    }

    /// <summary>The whole is at −19 LUFS, within half a unit, and every decoded file's true peak at most −1 dBTP.</summary>
    public static async Task LoudnessIsRight(BuiltFolder built)
    {
        var whole = await Sound.MeasureAsync(Directory.GetFiles(Path.Combine(built.Folder, "audio"), "*.m4b").Single());
        Assert.InRange(whole.Loudness, -19.5, -18.5);
        foreach (var file in built.Pars.Select(par => par.Audio).Distinct())
        {
            Assert.InRange((await Sound.MeasureAsync(built.Extract(file))).TruePeak, -30, -0.95);
        }
    }

    /// <summary>Every SSML document is well-formed and marks every utterance of its section.</summary>
    public static void SsmlIsWellFormed(BuiltFolder built)
    {
        XNamespace ssml = "http://www.w3.org/2001/10/synthesis";
        var marks = Directory.GetFiles(Path.Combine(built.Folder, "ssml")).Order(StringComparer.Ordinal)
            .SelectMany(path => XDocument.Load(path).Descendants(ssml + "mark"))
            .Select(mark => (string)mark.Attribute("name")!);
        Assert.Equal(built.Pars.Select(par => par.Id), marks);
    }

    private static List<int> CaptionBegins(string path, char point) =>
    [
        .. File.ReadLines(path)
            .Where(line => line.Contains(" --> ", StringComparison.Ordinal))
            .Select(line => BuiltFolder.Milliseconds(line.Split(' ')[0].Replace(point, '.'))),
    ];
}
