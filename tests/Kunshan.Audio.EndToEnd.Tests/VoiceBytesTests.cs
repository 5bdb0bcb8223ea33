using System.Security.Cryptography;
using CliWrap.Buffered;

namespace Kunshan.Audio.EndToEnd.Tests;

/// <summary>The voice says the same bytes whatever the processor can do: each program runs with other vector units switched off.</summary>
public sealed class VoiceBytesTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task The_voice_says_the_same_bytes_without_wide_vectors_and_without_any()
    {
        var hashes = new List<string>();
        foreach (var off in (string[])["NONE", "DOTNET_EnableAVX512", "DOTNET_EnableAVX2", "DOTNET_EnableHWIntrinsic"])
        {
            var path = folder[$"{off}.wav"];
            var result = await KunshanCommand.Of("speak", "河面起了薄雾，玩儿的人不多。", "-o", path)
                .WithEnvironmentVariables(variables => variables.Set("KUNSHAN_VOICES", Path.Combine(Testing.Repository.Root, "voices")).Set(off, "0"))
                .ExecuteBufferedAsync(TestContext.Current.CancellationToken);
            Assert.Equal(0, result.ExitCode);
            hashes.Add(Convert.ToHexString(SHA256.HashData(await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken))));
        }

        Assert.Single(hashes.Distinct());
    }

    public void Dispose() => folder.Dispose();
}
