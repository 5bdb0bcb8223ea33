using System.CommandLine;
using Kunshan.Audio.Production;

namespace Kunshan.Audio.Cli;

/// <summary>Reads what the command line names.</summary>
internal static class Inputs
{
    private const int MaxBytes = 8 << 20;

    /// <summary>An argument that names article files; what looks like an option is none.</summary>
    public static Argument<T> ArticleArgument<T>(string description, ArgumentArity arity)
    {
        var argument = new Argument<T>("article") { Description = description, Arity = arity };
        argument.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => token.Value.Length > 1 && token.Value[0] == '-'))
            {
                result.AddError($"Unrecognized option '{token.Value}'.");
            }
        });
        return argument;
    }

    /// <summary>An article file, or standard input for <c>-</c>.</summary>
    /// <exception cref="ArticleException">There is no such file, it is a folder, cannot be read, or holds more than 8 MB.</exception>
    public static async Task<ProductionInput> ReadArticleAsync(string path, CancellationToken cancellationToken)
    {
        if (path == "-")
        {
            await using var standard = Console.OpenStandardInput();
            return new(path, await ReadAsync(path, standard, cancellationToken));
        }

        if (Directory.Exists(path))
        {
            throw new ArticleException(path, new("is a folder; name an article file (.txt, .md, .html) or - for standard input.", "是文件夹；请指定文章文件（.txt、.md、.html），或用 - 表示标准输入。"));
        }

        if (!File.Exists(path))
        {
            throw new ArticleException(path, new("no such file; name an article file (.txt, .md, .html) or - for standard input.", "没有这个文件；请指定文章文件（.txt、.md、.html），或用 - 表示标准输入。"));
        }

        try
        {
            await using var file = File.OpenRead(path);
            return new(path, await ReadAsync(path, file, cancellationToken));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ArticleException(path, new($"cannot be read: {e.Message}", $"无法读取：{e.Message}"));
        }
    }

    /// <summary>A settings file (cast, script, lexicon) exists.</summary>
    /// <exception cref="UsageException">It does not.</exception>
    public static string? ExistingFile(string option, string? path) =>
        path is null || File.Exists(path) ? path : throw new UsageException($"{option} {path}: no such file.", $"{option} {path}：没有这个文件。");

    private static async Task<ReadOnlyMemory<byte>> ReadAsync(string path, Stream stream, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream();
        var buffer = new byte[81920];
        int read;
        while ((read = await stream.ReadAsync(buffer, cancellationToken)) > 0)
        {
            content.Write(buffer, 0, read);
            if (content.Length > MaxBytes)
            {
                throw new ArticleException(path, new("holds more than 8 MB; split it into articles.", "超过 8 MB，请拆分成多篇文章。"));
            }
        }

        return content.ToArray();
    }
}
