using System.Text.RegularExpressions;
using Kunshan.Audio.Reading.Repair;

namespace Kunshan.Audio.Reading.Roles;

/// <summary>Cuts a credit in brackets off the end of the last paragraph: （責任編輯 某某）, （記者某某）. It becomes a block of its own.</summary>
internal static partial class CreditCut
{
    /// <summary>The blocks, a credit split off where the last running text ends in one.</summary>
    public static IEnumerable<RepairedBlock> Apply(IEnumerable<RepairedBlock> blocks)
    {
        foreach (var block in blocks)
        {
            var match = block.Raw.Role is null or BlockRole.Paragraph ? Credit.Match(block.Text.Text) : Match.Empty;
            if (!match.Success || match.Index == 0)
            {
                yield return block;
                continue;
            }

            yield return Part(block, 0, match.Index, null);
            yield return Part(block, match.Index, block.Text.Text.Length, BlockRole.Credit);
        }
    }

    private static RepairedBlock Part(RepairedBlock block, int start, int end, BlockRole? role)
    {
        var (rawStart, rawEnd) = (block.Text.Offsets[start], block.Text.Offsets[end]);
        var raw = block.Raw with { Text = block.Raw.Text[rawStart..rawEnd], Role = role ?? block.Raw.Role };
        var text = new MappedText(block.Text.Text[start..end], [.. block.Text.Offsets[start..(end + 1)].Select(offset => offset - rawStart)]);
        var inlines = block.Inlines.Where(inline => inline.Start >= start && inline.End <= end).Select(inline => inline with { Start = inline.Start - start });
        var glosses = block.Glosses.Where(gloss => gloss.Offset >= start && gloss.Offset < end).Select(gloss => gloss with { Offset = gloss.Offset - start });
        return new(raw, text, [.. inlines], [.. glosses]);
    }

    [GeneratedRegex(@"[（(【\[](?:责任编辑|責任編輯|责编|責編|编辑|編輯|记者|記者|本报记者|本報記者|通讯员|通訊員|校对|校對|完)[^（()）。]{0,40}[）)】\]]\d{0,8}$", RegexOptions.None, 1000)]
    private static partial Regex Credit { get; }
}
