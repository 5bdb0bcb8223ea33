namespace Kunshan.Audio;

/// <summary>What a block is in a news article. It decides whether the block is read aloud and how long the pause after it is.</summary>
public enum BlockRole
{
    /// <summary>The headline of the article.</summary>
    Title,

    /// <summary>A second headline under the title.</summary>
    Subtitle,

    /// <summary>Date and place of publication, in a line of its own.</summary>
    Dateline,

    /// <summary>Who wrote it; shown, not read.</summary>
    Byline,

    /// <summary>The first paragraph.</summary>
    Lead,

    /// <summary>Opens a section.</summary>
    Heading,

    /// <summary>A paragraph of the body.</summary>
    Paragraph,

    /// <summary>A quotation set off as a block.</summary>
    Quotation,

    /// <summary>An item of a list.</summary>
    List,

    /// <summary>The caption of a picture; read, and may be skipped.</summary>
    Caption,

    /// <summary>Editors, proofreaders; shown, not read.</summary>
    Credit,

    /// <summary>Where the text was taken from; shown, not read.</summary>
    Source,

    /// <summary>Rights and conditions; shown, not read.</summary>
    Copyright,

    /// <summary>A spoken notice that the voice is synthetic (reserved).</summary>
    Notice,

    /// <summary>Related reading and page furniture; neither shown nor read, but reported.</summary>
    Other,
}
