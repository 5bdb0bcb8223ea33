using System.Diagnostics;
using System.Text;
using Kunshan.Audio.Mandarin;
using Kunshan.Audio.Tools.MandarinData.Building;
using Kunshan.Audio.Tools.MandarinData.Measuring;

Console.OutputEncoding = new UTF8Encoding(false);
return args switch
{
    ["build", var sources, var ownWords, var output] => Build(sources, ownWords, output),
    ["read", .. var flags] => ReadLines(!flags.Contains("--no-sandhi")),
    ["speed", var file] => Speed(file),
    ["accuracy", .. var files] => Measure(files),
    _ => Usage(),
};

static int Build(string sources, string ownWords, string output)
{
    var header = File.ReadAllText(Path.Combine(sources, "sources.tsv"));
    var content = new DataBuilder(sources, ownWords).Build(header);
    File.WriteAllBytes(output, content);
    Console.WriteLine($"{output}: {content.Length} bytes");
    return 0;
}

static int ReadLines(bool sandhi)
{
    var frontEnd = MandarinFrontEnd.Load(new MandarinOptions { Sandhi = sandhi });
    while (Console.ReadLine() is { } line)
    {
        var (form, diagnostics) = frontEnd.Pronounce(line);
        Console.WriteLine(line);
        Console.WriteLine("  " + string.Join(' ', form.Tokens.Select(token => token.Reason == "name" ? $"{token.Surface}*" : token.Surface == token.Spoken || token.Spoken.Length == 0 ? token.Surface : $"{token.Surface}[{token.Spoken}]").Select((text, i) => form.Tokens[i].BreakAfter > 0 ? $"{text}<{form.Tokens[i].BreakAfter}>" : text)));
        Console.WriteLine("  " + string.Join(' ', form.Tokens.SelectMany(token => token.Syllables)));
        foreach (var diagnostic in diagnostics)
        {
            Console.WriteLine($"  ! {diagnostic.Code} {diagnostic.Message}");
        }
    }

    return 0;
}

static int Measure(string[] files)
{
    var named = files.Where(file => file[0] != '-').ToList();
    foreach (var file in named.Count > 0 ? named : KnownTables())
    {
        if (CaseTables.Is(file))
        {
            CaseTables.Print(file);
            continue;
        }

        Accuracy.Print(file, files.Contains("--all") ? int.MaxValue : 60, files.Contains("--examples"));
    }

    return 0;
}

// Our own tables of cases, and the labelled polyphones where they lie beside the working copy.
static IEnumerable<string> KnownTables()
{
    var own = Path.Combine("tests", "Kunshan.Audio.Tests", "Mandarin");
    var labelled = Path.Combine("..", "shared", "data", "polyphones");
    return Directory.GetFiles(own, "*.tsv").Where(CaseTables.Is).Order(StringComparer.Ordinal)
        .Concat(Directory.Exists(labelled) ? Directory.GetFiles(labelled, "*-dev.tsv").Order(StringComparer.Ordinal) : []);
}

static int Speed(string file)
{
    var text = File.ReadAllLines(file);
    var clock = Stopwatch.StartNew();
    var frontEnd = MandarinFrontEnd.Load(new MandarinOptions());
    Console.WriteLine($"loaded in {clock.Elapsed.TotalMilliseconds:F0} ms");
    _ = frontEnd.Pronounce(text[0]);
    Console.WriteLine($"first line after {clock.Elapsed.TotalMilliseconds:F0} ms");
    for (var round = 0; round < 3; round++)
    {
        clock.Restart();
        var characters = 0L;
        while (clock.ElapsedMilliseconds < 2000)
        {
            foreach (var line in text)
            {
                _ = frontEnd.Pronounce(line);
                characters += line.Length;
            }
        }

        Console.WriteLine($"{characters / clock.Elapsed.TotalSeconds:F0} characters a second, {GC.GetTotalMemory(forceFullCollection: true) / 1_000_000} MB managed, {Environment.WorkingSet / 1_000_000} MB working set");
    }

    return 0;
}

static int Usage()
{
    Console.Error.WriteLine("build SOURCES WORDS.TSV OUTPUT   compiles the word data (see ./rebuild)");
    Console.Error.WriteLine("read [--no-sandhi]               prints how the lines of standard input are read");
    Console.Error.WriteLine("accuracy [FILE...] [--all] [--examples]  accuracy on tables of cases and labelled polyphones, errors by rule and character");
    Console.Error.WriteLine("speed FILE                       measures the front-end on the lines of a file");
    return 1;
}
