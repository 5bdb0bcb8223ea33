using System.Globalization;
using System.Text;

namespace Kunshan.Audio.Tests.Reading;

public sealed class ReadersTests
{
    [Fact]
    public Task A_plain_text_has_its_roles() => Verify(Describe(FrontEnd.Read(
        """
        夜读馆开馆满月
        老粮仓变成市民书房

        2031-09-08 20:30 来源：临溪日报

        本报讯（记者 许文）九月的傍晚，临溪市河畔夜读馆的灯一盏盏亮起来。

        让老粮仓长出新故事

        粮仓建于1958年。
        ▲夜读馆一楼
        图为市民在夜读馆读书。许文 摄
        夜读馆的志愿者周一鸣每周三都来。
        志愿者周一鸣

        临溪融媒记者 | 许文 沈弈
        责任编辑：江晓月
        延伸阅读：更多夜读馆的故事
        未经授权不得转载
        来源：http://news.example.org/1
        """)));

    [Fact]
    public Task Markdown_keeps_structure_marks_and_front_matter() => Verify(Describe(FrontEnd.Read(
        """
        ---
        title: 夜读馆开馆满月
        date: 2031-09-08
        authors: 许文, 沈弈
        publisher: 临溪日报
        rate: +20%
        ---

        九月的傍晚，**灯**一盏盏*亮起来*，见[夜读馆](https://example.org/a)。

        ## 老粮仓

        第一段说了{liǎo}了这件事。

        1. 借书
        2. 还书

        - 茶

        > 一座城市的温度。

        ![一楼大厅](a.jpg)

        | 馆 | 册 |
        |---|---|
        | 总馆 | 2万 |

        ```
        code
        ```
        """, "article.md")));

    [Fact]
    public Task A_web_page_gives_its_article_only() => Verify(Describe(FrontEnd.Read(
        """
        <!DOCTYPE html>
        <html><head><title>网站 - 夜读馆</title>
        <meta name="author" content="许文"><meta property="og:site_name" content="临溪日报">
        <meta property="article:published_time" content="2031-09-08T20:30:00+08:00"></head>
        <body><nav><a href="/">首页</a></nav>
        <article><h1>夜读馆开馆满月</h1>
        <p>九月的傍晚，<strong>灯</strong>一盏盏<em>亮起来</em>。<br>第二行也读。</p>
        <h2>老粮仓</h2>
        <p><ruby>浒<rp>(</rp><rt>xǔ</rt><rp>)</rp></ruby>墅关的<span lang="en">Night Library</span>，见<a href="https://example.org/a">说明</a>和<a href="javascript:alert(1)">这里</a>。</p>
        <ul><li>借书</li><li>还书</li></ul>
        <figure><img src="a.jpg" alt="一楼大厅"><figcaption>夜读馆一楼</figcaption></figure>
        <script>alert("x")</script></article>
        <footer>版权所有</footer></body></html>
        """, "article.html")));

    [Fact]
    public void Twenty_thousand_nested_elements_are_read()
    {
        var html = new StringBuilder("<html><body><article><h1>标题</h1>");
        html.Insert(html.Length, "<div>", 20000);
        html.Append("<p>正文一句。</p></article></body></html>");

        Assert.Contains(FrontEnd.Read(html.ToString(), "a.html").Product.Blocks, block => block.Text == "正文一句。");
    }

    private static string Describe(StageResult<Article> result)
    {
        var text = new StringBuilder();
        var metadata = result.Product.Metadata;
        text.Append(CultureInfo.InvariantCulture, $"{metadata.Title} | {metadata.Language} | {metadata.Date:yyyy-MM-dd} | {string.Join('/', metadata.Authors)} | {metadata.Publisher} | {metadata.Source}\n");
        foreach (var block in result.Product.Blocks)
        {
            text.Append(CultureInfo.InvariantCulture, $"{block.Source.Line,3} {block.Role}{(block.Level > 0 ? block.Level : "")}{(block.Number > 0 ? $"#{block.Number}" : "")}: {block.Text}\n");
            foreach (var inline in block.Inlines)
            {
                text.Append(CultureInfo.InvariantCulture, $"      {inline.GetType().Name} “{block.Text.Substring(inline.Start, inline.Length)}”{Detail(inline)}\n");
            }
        }

        foreach (var diagnostic in result.Diagnostics)
        {
            text.Append(CultureInfo.InvariantCulture, $"{diagnostic.Severity} {diagnostic.Code} line {diagnostic.Where.Line}: {diagnostic.Message.En}\n");
        }

        return text.ToString();
    }

    private static string Detail(Inline inline) => inline switch
    {
        Link link => $" {link.Address}",
        Ruby ruby => $" {ruby.Reading}",
        Foreign foreign => $" {foreign.Language}",
        _ => "",
    };
}
