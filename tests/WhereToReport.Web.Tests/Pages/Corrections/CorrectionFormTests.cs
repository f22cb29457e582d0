using System.Net;
using WhereToReport.Testing;
using static WhereToReport.Web.Tests.Pages.Corrections.CorrectionRequests;

namespace WhereToReport.Web.Tests.Pages.Corrections;

public class CorrectionFormTests(CorrectionSite corrections) : IClassFixture<CorrectionSite>
{
    private const string Hostile = "</textarea><script>alert('x')</script>\n\"quoted\" & <b>bold</b>";

    private SiteProcess Site => corrections.Site;

    [Fact]
    public async Task A_correction_is_taken_and_answered_with_a_receipt()
    {
        var form = Filled("It reaches a bakery.");
        form["kind"] = "NumberReachesSomeoneElse";
        form["source"] = "www.example.gov/contact";
        form["email"] = "someone@example.org";
        var receipt = await Site.SendAndGetReceipt(form, "/corrections/new?channel=ca-silicon-valley");
        Assert.Matches("^/corrections/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{2}$", receipt);

        var page = await (await Site.Http.GetAsync(receipt)).Document();
        Assert.Equal(receipt.Split('/')[^1], page.Text("#receipt"));
        Assert.Contains("An editor will look at it", page.Text("#state"));
        Assert.Equal("It reaches a bakery.", page.Text("#words"));
        Assert.Contains("A number reaches someone else", page.Text("main"));
        Assert.Contains("https://www.example.gov/contact", page.Text("main"));
        Assert.NotNull(page.QuerySelector("main a[href='/channels/ca-silicon-valley']"));
        Assert.DoesNotContain("someone@example.org", page.DocumentElement.OuterHtml);
        Assert.Equal(1L, await corrections.Database.Scalar<long>("select count(*) from correction where email = 'someone@example.org' and channel_id = 'ca-silicon-valley'"));
    }

    [Fact]
    public async Task Every_channel_leads_to_its_own_form()
    {
        var page = await (await Site.Http.GetAsync("/channels/ca-silicon-valley")).Document();
        Assert.NotNull(page.QuerySelector("main a[href='/corrections/new?channel=ca-silicon-valley']"));
        var cards = await (await Site.Http.GetAsync("/es/us/ca/santa-clara-county")).Document();
        Assert.All(
            cards.QuerySelectorAll("main article[data-channel]").Where(card => card.QuerySelector(".traits") is not null),
            card => Assert.NotNull(card.QuerySelector($"a[href='/es/corrections/new?channel={card.GetAttribute("data-channel")}']")));
    }

    [Theory]
    [InlineData("", "This is not a report of a crime.")]
    [InlineData("/es", "Esto no es una denuncia de un delito.")]
    public async Task The_form_says_first_that_it_is_no_report_and_where_to_report(string prefix, string statement)
    {
        var page = await (await Site.Http.GetAsync(prefix + "/corrections/new?channel=ca-silicon-valley")).Document();
        var note = page.QuerySelector("main h1 + .note")!;
        Assert.StartsWith(statement, note.QuerySelector("strong")!.TextContent);
        Assert.NotNull(note.QuerySelector("a[href='tel:911']"));
        Assert.NotNull(note.QuerySelector("a[href='https://report.cybertip.org']"));
        Assert.NotNull(note.QuerySelector($"a[href='{(prefix.Length == 0 ? "/" : prefix)}']"));
        Assert.Contains("Silicon Valley", page.Text("h1"));
    }

    [Theory]
    [InlineData("kind", "", "#kind-NumberDoesNotWork", "Choose what is wrong.")]
    [InlineData("kind", "Nonsense", "#kind-NumberDoesNotWork", "Choose what is wrong.")]
    [InlineData("kind", "99", "#kind-NumberDoesNotWork", "Choose what is wrong.")]
    [InlineData("text", "", "#text", "Say in a few words what is wrong.")]
    [InlineData("text", " \n\u0001 ", "#text", "Say in a few words what is wrong.")]
    [InlineData("source", "nonsense", "#source", "Type a web address")]
    [InlineData("source", "javascript:alert(1)", "#source", "Type a web address")]
    [InlineData("source", "ftp://example.org/x", "#source", "Type a web address")]
    [InlineData("source", "https://example.org/a b", "#source", "Type a web address")]
    [InlineData("email", "nobody", "#email", "Type an e-mail address")]
    [InlineData("email", "a b@example.org", "#email", "Type an e-mail address")]
    [InlineData("email", "a@b@example.org", "#email", "Type an e-mail address")]
    public async Task What_is_wrong_is_said_beside_the_field_and_in_a_summary_that_leads_there(string field, string value, string target, string message)
    {
        var form = Filled("Not to be stored");
        form["source"] = "https://example.org/kept";
        form["email"] = "kept@example.org";
        form[field] = value;
        var response = await Site.Send(form);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);

        var page = await response.Document();
        var link = Assert.Single(page.QuerySelectorAll("#problems a"));
        Assert.Equal(target, link.GetAttribute("href"));
        Assert.StartsWith(message, link.TextContent);
        Assert.NotNull(page.QuerySelector($"main form {target}"));
        Assert.StartsWith(message, page.Text($"#{field}-problem"));
        Assert.NotNull(page.QuerySelector($"[aria-describedby~='{field}-problem']"));
        Assert.Equal(form["key"], page.QuerySelector("[name=key]")!.GetAttribute("value"));
        foreach (var kept in new[] { "source", "email" })
            Assert.Equal(form[kept], page.QuerySelector($"#{kept}")!.GetAttribute("value"));
        Assert.Equal(0, await corrections.Stored("Not to be stored"));
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_said_at_once_in_Spanish_too()
    {
        var page = await (await Site.Send(new() { ["source"] = "x", ["email"] = "y" }, "/es/corrections/new")).Document();
        Assert.Equal(["Elija qué está mal.", "Diga en pocas palabras qué está mal."], page.QuerySelectorAll("#problems a").Select(link => link.TextContent).Take(2));
        Assert.Equal(4, page.QuerySelectorAll("#problems a").Length);
        Assert.StartsWith("Aún no se envió", page.Title);
    }

    [Fact]
    public async Task A_text_of_2000_characters_is_taken_and_of_2001_is_not_but_kept()
    {
        var lines = string.Concat(Enumerable.Repeat("nine char\r\n", 200));
        await Site.SendAndGetReceipt(Filled(lines.TrimEnd() + new string('é', 1)));
        var tooLong = new string('x', 2001);
        var response = await Site.Send(Filled(tooLong));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(tooLong, (await response.Document()).QuerySelector("#text")!.TextContent);
    }

    [Theory]
    [InlineData("x", 400_000)]
    [InlineData("\0", 1)]
    public async Task A_form_that_no_browser_sends_is_refused_in_plain_words(string character, int times)
    {
        var response = await Site.Send(Filled(string.Concat(Enumerable.Repeat(character, times))));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("far too long", (await response.Document()).Text("#problems"));
    }

    [Fact]
    public async Task Hostile_text_stays_text()
    {
        var refused = await (await Site.Send(new() { ["text"] = Hostile, ["source"] = "\"><script>", ["email"] = "'><img src=x>" })).Document();
        Assert.Equal(Hostile, refused.QuerySelector("#text")!.TextContent);
        Assert.Equal("\"><script>", refused.QuerySelector("#source")!.GetAttribute("value"));
        Assert.Empty(refused.QuerySelectorAll("main script, main img, main b"));

        var receipt = await (await Site.Http.GetAsync(await Site.SendAndGetReceipt(Filled(Hostile)))).Document();
        Assert.Equal(Hostile, receipt.QuerySelector("#words")!.TextContent);
        Assert.Empty(receipt.QuerySelectorAll("main script, main b, main textarea"));
    }

    [Fact]
    public async Task The_same_form_sent_again_gets_the_same_receipt_and_is_stored_once()
    {
        var form = Filled("Sent twice");
        Assert.Equal(await Site.SendAndGetReceipt(form), await Site.SendAndGetReceipt(form));
        Assert.Equal(1, await corrections.Stored("Sent twice"));
    }

    [Fact]
    public async Task Each_form_has_a_key_of_its_own_and_no_cache_may_share_it()
    {
        var keys = new HashSet<string>();
        for (var i = 0; i < 3; i++)
        {
            var response = await Site.Http.GetAsync("/corrections/new?channel=ca-silicon-valley");
            Assert.Null(response.Headers.ETag);
            Assert.True(response.Headers.CacheControl!.Private);
            keys.Add((await response.Document()).QuerySelector("[name=key]")!.GetAttribute("value")!);
        }
        Assert.Equal(3, keys.Count);
    }

    [Fact]
    public async Task A_program_that_fills_the_hidden_field_sees_no_difference_but_the_desk_does()
    {
        var page = await (await Site.Http.GetAsync("/corrections/new")).Document();
        Assert.NotNull(page.QuerySelector("[hidden] input#website[tabindex='-1']"));
        var form = Filled("Buy cheap numbers");
        form["website"] = "https://spam.example";
        Assert.Equal(HttpStatusCode.OK, (await Site.Http.GetAsync(await Site.SendAndGetReceipt(form))).StatusCode);
        Assert.True(await corrections.Database.Scalar<bool>("select looks_like_spam from correction where text = 'Buy cheap numbers'"));
    }

    [Theory]
    [InlineData("no-such-channel", "no-such-channel")]
    [InlineData("No Such Channel", null)]
    [InlineData("../../x", null)]
    public async Task A_channel_that_is_gone_is_no_hindrance(string channel, string? stored)
    {
        var path = "/corrections/new?channel=" + Uri.EscapeDataString(channel);
        Assert.Equal(HttpStatusCode.OK, (await Site.Http.GetAsync(path)).StatusCode);
        var text = "About " + Guid.NewGuid();
        var receipt = await Site.SendAndGetReceipt(Filled(text), path);
        Assert.Equal(HttpStatusCode.OK, (await Site.Http.GetAsync(receipt)).StatusCode);
        Assert.Equal(stored ?? "", await corrections.Database.Scalar<string>($"select coalesce(channel_id, '') from correction where text = '{text}'"));
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Origin", "https://elsewhere.example")]
    public async Task A_form_from_another_site_is_not_stored_but_can_be_sent_from_here(string header, string value)
    {
        var form = Filled("From " + value.Replace("'", ""));
        var response = await Site.Send(form, "/corrections/new", (header, value));
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        var page = await response.Document();
        Assert.Contains("another site", page.Text("#problems"));
        Assert.Equal(form["text"], page.QuerySelector("#text")!.TextContent);
        Assert.Equal(0, await corrections.Stored(form["text"]));
    }

    [Fact]
    public async Task Browsers_old_and_new_may_send_from_here()
    {
        foreach (var headers in new (string, string)[][]
        {
            [("Sec-Fetch-Site", "same-origin"), ("Origin", "null")],
            [("Origin", "null")],
            [("Origin", Site.Address.GetLeftPart(UriPartial.Authority))],
        })
        {
            Assert.Equal(HttpStatusCode.SeeOther, (await Site.Send(Filled("From here"), "/corrections/new", headers)).StatusCode);
        }
    }

    [Fact]
    public async Task Nothing_of_a_correction_is_logged_and_no_cookie_is_set()
    {
        var form = Filled("Verysecrettext");
        form["email"] = "verysecret@example.org";
        var taken = await Site.Send(form);
        Assert.Equal(HttpStatusCode.SeeOther, taken.StatusCode);
        Assert.False(taken.Headers.Contains("Set-Cookie"));
        Assert.Contains("form-action 'self'", taken.Headers.GetValues("Content-Security-Policy").Single());
        await Site.Http.GetAsync(taken.Headers.Location);
        Assert.DoesNotContain("verysecret", Site.Output, StringComparison.OrdinalIgnoreCase);
    }
}
