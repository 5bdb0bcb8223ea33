namespace Kunshan.Audio.Cli;

/// <summary>The command line, or a file of settings, asks for something that cannot be.</summary>
internal sealed class UsageException(Message reason) : Exception(reason.En)
{
    public UsageException(string en, string zh)
        : this(new Message(en, zh))
    {
    }

    public Message Reason { get; } = reason;
}
