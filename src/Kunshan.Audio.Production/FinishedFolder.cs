using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;

namespace Kunshan.Audio.Production;

/// <summary>The folder a production fills. It is built beside its target and takes the target's place in one step: a failed or killed build leaves the last good folder as it was.</summary>
public sealed partial class FinishedFolder : IDisposable
{
    private const string ReportName = "report.json";
    private readonly string building;
    private readonly FileStream claim;

    private FinishedFolder(string target)
    {
        Target = target;
        var parent = Path.GetDirectoryName(target)!;
        building = Path.Combine(parent, $".{Path.GetFileName(target)}.building");
        Directory.CreateDirectory(parent);
        claim = Claim(building + ".lock", target);
        ClearLeftovers();

        Directory.CreateDirectory(Content);
        Directory.CreateDirectory(Work);
    }

    /// <summary>Where the finished folder will stand.</summary>
    public string Target { get; }

    /// <summary>Where its files are written until then.</summary>
    public string Content => Path.Combine(building, "content");

    /// <summary>Room for files that are no part of the result.</summary>
    public string Work => Path.Combine(building, "work");

    private string Old => Path.Combine(building, "old");

    /// <summary>Opens the folder for building.</summary>
    /// <exception cref="OutputException">It cannot be written, is no folder of ours, holds an edited script, or another build is at work on it.</exception>
    public static FinishedFolder Open(string target, bool mayReplaceEditedScript)
    {
        ArgumentNullException.ThrowIfNull(target);
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(target));
        try
        {
            EnsureReplaceable(full, mayReplaceEditedScript);
            return new(full);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CannotWrite(full, e);
        }
    }

    /// <summary>Puts the finished folder in its place. Files of the old folder that no build made are carried over.</summary>
    /// <exception cref="OutputException">It cannot be moved there.</exception>
    public void Commit()
    {
        try
        {
            if (!Directory.Exists(Target))
            {
                Directory.Move(Content, Target);
                return;
            }

            CarryOver();
            Exchange();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CannotWrite(Target, e);
        }
    }

    /// <summary>The error of a place that cannot be written.</summary>
    public static OutputException CannotWrite(string path, Exception cause)
    {
        ArgumentNullException.ThrowIfNull(cause);
        return new(path, new($"cannot be written: {cause.Message} Choose another folder with --output.", $"无法写入：{cause.Message} 请用 --output 另选文件夹。"), cause);
    }

    /// <summary>Whether a folder was made for an article with this identifier, or does not exist yet.</summary>
    public static bool IsFreeFor(string target, string identifier) =>
        !Directory.Exists(target) || ReadReport(target) is not { } report || string.Equals(report.Identifier, identifier, StringComparison.Ordinal);

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            if (Directory.Exists(building))
            {
                Directory.Delete(building, recursive: true);
            }
        }
        catch (IOException)
        {
            // The next build into this folder clears it.
        }

        claim.Dispose();
    }

    /// <summary>Clears what a killed build left; the claim says that nobody else is at work on it.</summary>
    private void ClearLeftovers()
    {
        if (!Directory.Exists(Target) && Directory.Exists(Old))
        {
            // Killed between the two renames: the last good folder goes back to its place.
            Directory.Move(Old, Target);
        }

        if (Directory.Exists(building))
        {
            Directory.Delete(building, recursive: true);
        }
    }

    private static FileStream Claim(string path, string target)
    {
        try
        {
            return new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (IOException e) when (File.Exists(path))
        {
            throw new OutputException(target, new("another build is writing this folder; wait for it to end.", "另一个构建正在写入此文件夹，请等它结束。"), e);
        }
    }

    private static void EnsureReplaceable(string target, bool mayReplaceEditedScript)
    {
        if (File.Exists(target))
        {
            throw new OutputException(target, new("is a file, not a folder; choose another place with --output.", "是文件而不是文件夹，请用 --output 另选位置。"));
        }

        if (!Directory.Exists(target) || !Directory.EnumerateFileSystemEntries(target).Any())
        {
            return;
        }

        if (ReadReport(target) is not { } report)
        {
            throw new OutputException(target, new("holds files that no build made, and is left as it is; choose another folder with --output.", "其中有并非由构建生成的文件，未作改动；请用 --output 另选文件夹。"));
        }

        var script = Path.Combine(target, "script.txt");
        if (!mayReplaceEditedScript && File.Exists(script) && report.ScriptHash != HashOf(script))
        {
            throw new OutputException(script, new($"was edited since it was made. Build with --script \"{script}\" to obey the corrections, or with --force to lose them.", $"生成后已被修改。请用 --script \"{script}\" 采用这些修改，或用 --force 放弃修改。"));
        }
    }

    /// <summary>SHA-256 of a file, in lower-case hexadecimal.</summary>
    internal static string HashOf(string path)
    {
        using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    private static KnownReport? ReadReport(string folder)
    {
        try
        {
            using var report = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, ReportName)));
            var root = report.RootElement;
            return new(
                root.GetProperty("article").GetProperty("identifier").GetString(),
                root.GetProperty("scriptSha256").GetString(),
                [.. root.GetProperty("files").EnumerateArray().Select(file => file.GetProperty("path").GetString()!)]);
        }
        catch (Exception e) when (e is IOException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    private void CarryOver()
    {
        var made = ReadReport(Target)?.Files ?? [];
        foreach (var file in Directory.EnumerateFiles(Target, "*", SearchOption.AllDirectories))
        {
            var relative = Path.GetRelativePath(Target, file).Replace(Path.DirectorySeparatorChar, '/');
            var destination = Path.Combine(Content, relative);
            if (relative != ReportName && !made.Contains(relative) && !relative.StartsWith("stages/", StringComparison.Ordinal) && !File.Exists(destination))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(destination)!);
                File.Copy(file, destination);
            }
        }
    }

    /// <summary>Swaps two folders in one step where the system can (Linux, renameat2), else in two renames.</summary>
    private void Exchange()
    {
        if (OperatingSystem.IsLinux() && RenameAt2(AtCurrentFolder, Content, AtCurrentFolder, Target, RenameExchange) == 0)
        {
            return;
        }

        Directory.Move(Target, Old);
        Directory.Move(Content, Target);
    }

    private const int AtCurrentFolder = -100;
    private const uint RenameExchange = 2;

    [LibraryImport("libc", EntryPoint = "renameat2", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int RenameAt2(int oldFolder, string oldPath, int newFolder, string newPath, uint flags);

    private sealed record KnownReport(string? Identifier, string? ScriptHash, HashSet<string> Files);
}
