using Kunshan.Audio.Benchmarks;
using Kunshan.Audio.Testing;

// The front-end alone, then the whole job against its raw bound, in one run: dotnet run -c Release --project tests/Kunshan.Audio.Benchmarks [ARTICLE] [ROUNDS]
var article = args.Length > 0 ? args[0] : Repository.RealArticle ?? Repository.SampleArticle;
var rounds = args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 5;
FrontEndSpeed.Run(article, rounds);
await WholeJob.RunAsync(article, rounds);
