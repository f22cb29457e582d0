using AngleSharp.Dom;
using WhereToReport.Domain.Channels;
using WhereToReport.Testing;

namespace WhereToReport.Web.Tests.Pages;

public class CardTests(FilledSite filled)
{
    [Theory]
    [InlineData("ca-sacramento")]
    [InlineData("ca-san-diego")]
    [InlineData("ca-silicon-valley")]
    [InlineData("mn")]
    [InlineData("tn")]
    [InlineData("ak")]
    public async Task A_card_of_a_host_agency_says_each_thing_once(string id)
    {
        Assert.All(RealDirectory.Snapshot.Channel(id)!.Phones, phone => Assert.Equal(PhoneLine.HostAgency, phone.Line));
        var card = (await Card(id)).TextContent;
        Assert.Equal(1, Times("Host agency's general line", card));
        Assert.Equal(1, Times("CyberTipline", card));
        Assert.True(Times("in only a few sources", card) <= 1);
    }

    [Fact]
    public async Task An_unsure_number_points_to_what_fits_its_channel()
    {
        var line = (await Card("gu-child-protection")).TextContent;
        Assert.Contains("in only a few sources", line);
        Assert.Contains("local police", line);
        Assert.DoesNotContain("CyberTipline", line);
    }

    [Fact]
    public async Task A_child_protection_line_without_a_number_says_so() =>
        Assert.Contains("no number or form", (await Card("as-child-protection")).TextContent);

    [Fact]
    public async Task What_can_be_neither_called_nor_opened_does_not_say_that_it_takes_reports()
    {
        Assert.Null((await Card("ca-los-angeles")).QuerySelector(".badge"));
        Assert.Null((await Card("as-child-protection")).QuerySelector(".badge"));
        Assert.Contains("Takes reports", (await Card("ca-silicon-valley")).QuerySelector(".badge")!.TextContent);
    }

    [Fact]
    public async Task Official_sources_stand_first()
    {
        var sources = RealDirectory.Snapshot.Channel("ak")!.Sources.DistinctBy(source => source.Url).ToArray();
        var lists = (await filled.Page("/channels/ak")).QuerySelectorAll(".sources");
        Assert.Equal(
            [sources.Where(source => source.Official).Select(source => source.Url), sources.Where(source => !source.Official).Select(source => source.Url)],
            lists.Select(list => list.QuerySelectorAll("a").Select(link => link.GetAttribute("href")!)));
    }

    private async Task<IElement> Card(string id) => (await filled.Page("/channels/" + id)).QuerySelector($"main [data-channel='{id}']")!;

    private static int Times(string words, string text) => text.Split(words).Length - 1;
}
