using System.Security.Cryptography;
using System.Text;
using Kunshan.Audio.Production;

namespace Kunshan.Audio.Tests.Production;

public sealed class FinishedFolderTests : IDisposable
{
    private readonly string parent = Directory.CreateTempSubdirectory("kunshan-").FullName;

    private string Target => Path.Combine(parent, "article");

    [Fact]
    public void Nothing_stands_in_the_target_before_the_end()
    {
        using var folder = FinishedFolder.Open(Target, mayReplaceEditedScript: false);
        File.WriteAllText(Path.Combine(folder.Content, "a.txt"), "new");

        Assert.False(Directory.Exists(Target));
        folder.Commit();
        Assert.Equal("new", File.ReadAllText(Path.Combine(Target, "a.txt")));
    }

    [Fact]
    public void A_build_that_is_given_up_leaves_the_old_folder_and_no_trace()
    {
        Build("first");
        using (var folder = FinishedFolder.Open(Target, mayReplaceEditedScript: false))
        {
            File.WriteAllText(Path.Combine(folder.Content, "script.txt"), "second");
        }

        Assert.Equal("first", File.ReadAllText(Path.Combine(Target, "script.txt")));
        Assert.Equal([Target], Directory.GetFileSystemEntries(parent));
    }

    [Fact]
    public void A_new_build_takes_the_place_of_the_old_one_whole()
    {
        Build("first", extra: "old-only.txt");
        Build("second");

        Assert.Equal("second", File.ReadAllText(Path.Combine(Target, "script.txt")));
        Assert.False(File.Exists(Path.Combine(Target, "old-only.txt")));
        Assert.Equal([Target], Directory.GetFileSystemEntries(parent));
    }

    [Fact]
    public void A_file_that_no_build_made_is_carried_over()
    {
        Build("first");
        File.WriteAllText(Path.Combine(Target, "notes.txt"), "mine");
        Build("second");

        Assert.Equal("mine", File.ReadAllText(Path.Combine(Target, "notes.txt")));
    }

    [Fact]
    public void An_edited_script_is_not_replaced_unless_it_may_be()
    {
        Build("first");
        File.AppendAllText(Path.Combine(Target, "script.txt"), "edited");

        var refusal = Assert.Throws<OutputException>(() => FinishedFolder.Open(Target, mayReplaceEditedScript: false));
        Assert.Contains("was edited", refusal.Reason.En, StringComparison.Ordinal);
        FinishedFolder.Open(Target, mayReplaceEditedScript: true).Dispose();
    }

    [Fact]
    public void A_folder_of_other_files_is_never_replaced()
    {
        Directory.CreateDirectory(Target);
        File.WriteAllText(Path.Combine(Target, "thesis.doc"), "years of work");

        Assert.Throws<OutputException>(() => FinishedFolder.Open(Target, mayReplaceEditedScript: true));
    }

    [Fact]
    public void A_file_in_the_way_is_said()
    {
        File.WriteAllText(Target, "");

        Assert.Contains("is a file", Assert.Throws<OutputException>(() => FinishedFolder.Open(Target, false)).Reason.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_builds_into_one_folder_do_not_mix()
    {
        using var first = FinishedFolder.Open(Target, mayReplaceEditedScript: false);

        Assert.Contains("another build", Assert.Throws<OutputException>(() => FinishedFolder.Open(Target, false)).Reason.En, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_killed_build_left_is_cleared_and_the_last_good_folder_comes_back()
    {
        Build("first");
        var left = Path.Combine(parent, ".article.building");
        Directory.CreateDirectory(Path.Combine(left, "content"));
        Directory.Move(Target, Path.Combine(left, "old"));

        FinishedFolder.Open(Target, mayReplaceEditedScript: false).Dispose();

        Assert.Equal("first", File.ReadAllText(Path.Combine(Target, "script.txt")));
        Assert.Equal([Target], Directory.GetFileSystemEntries(parent));
    }

    [Fact]
    public void A_folder_is_free_for_its_own_article_only()
    {
        Build("first");

        Assert.True(FinishedFolder.IsFreeFor(Target, "urn:one"));
        Assert.False(FinishedFolder.IsFreeFor(Target, "urn:two"));
        Assert.True(FinishedFolder.IsFreeFor(Target + "-2", "urn:two"));
    }

    public void Dispose() => Directory.Delete(parent, recursive: true);

    private void Build(string script, string? extra = null)
    {
        using var folder = FinishedFolder.Open(Target, mayReplaceEditedScript: false);
        File.WriteAllText(Path.Combine(folder.Content, "script.txt"), script);
        var files = "{\"path\":\"script.txt\"}";
        if (extra is not null)
        {
            File.WriteAllText(Path.Combine(folder.Content, extra), "");
            files += $",{{\"path\":\"{extra}\"}}";
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(script)));
        File.WriteAllText(Path.Combine(folder.Content, "report.json"), $$"""{"article":{"identifier":"urn:one"},"scriptSha256":"{{hash}}","files":[{{files}}]}""");
        folder.Commit();
    }
}
