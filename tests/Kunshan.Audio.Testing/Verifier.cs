using System.Runtime.CompilerServices;
using System.Text;

namespace Kunshan.Audio.Testing;

/// <summary>Compares a text with the approved file beside the test: <c>Class.Method.verified.ext</c>. Call shape and file names are those of the Verify package.</summary>
public static class Verifier
{
    /// <summary>Verifies <paramref name="target"/>. With <c>KUNSHAN_ACCEPT=1</c> the approved file is written instead (never in CI).</summary>
    /// <exception cref="VerificationException">The text differs, or nothing was approved yet.</exception>
    public static async Task Verify(string target, string extension = "txt", [CallerFilePath] string sourceFile = "", [CallerMemberName] string method = "")
    {
        ArgumentNullException.ThrowIfNull(target);
        var received = target.ReplaceLineEndings("\n");
        var stem = Path.Combine(Path.GetDirectoryName(sourceFile)!, $"{Path.GetFileNameWithoutExtension(sourceFile)}.{method}");
        var verifiedPath = $"{stem}.verified.{extension}";
        var receivedPath = $"{stem}.received.{extension}";
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var approved = File.Exists(verifiedPath) ? (await File.ReadAllTextAsync(verifiedPath, utf8)).ReplaceLineEndings("\n") : null;
        if (string.Equals(approved, received, StringComparison.Ordinal))
        {
            File.Delete(receivedPath);
            return;
        }

        var accept = Environment.GetEnvironmentVariable("KUNSHAN_ACCEPT") is "1" && Environment.GetEnvironmentVariable("CI") is null or "";
        await File.WriteAllTextAsync(accept ? verifiedPath : receivedPath, received, utf8);
        if (!accept)
        {
            throw new VerificationException(Explain(approved, received, verifiedPath, receivedPath));
        }
    }

    private static string Explain(string? approved, string received, string verifiedPath, string receivedPath)
    {
        if (approved is null)
        {
            return $"Nothing approved yet.\nreceived: {receivedPath}\napprove as: {verifiedPath}";
        }

        var before = approved.Split('\n');
        var after = received.Split('\n');
        var line = 0;
        while (line < before.Length && line < after.Length && string.Equals(before[line], after[line], StringComparison.Ordinal))
        {
            line++;
        }

        var wanted = line < before.Length ? before[line] : "(end)";
        var got = line < after.Length ? after[line] : "(end)";
        return $"Line {line + 1} differs.\nverified: {wanted}\nreceived: {got}\n{verifiedPath}\n{receivedPath}";
    }
}

/// <summary>A text is not the approved one.</summary>
public sealed class VerificationException(string message) : Exception(message);
