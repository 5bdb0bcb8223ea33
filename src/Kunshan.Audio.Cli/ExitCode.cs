namespace Kunshan.Audio.Cli;

/// <summary>What the program says to the shell. One code a kind of failure; listed in <c>--help</c>.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int WrongUsage = 1;
    public const int NoArticle = 2;
    public const int Findings = 3;
    public const int Missing = 4;
    public const int SpeechFailed = 5;
    public const int CannotWrite = 6;
    public const int ConformanceFailed = 7;
    public const int Interrupted = 130;
}
