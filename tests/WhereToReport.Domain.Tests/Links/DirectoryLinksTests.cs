using WhereToReport.Domain.Channels;
using WhereToReport.Domain.Guidance;
using WhereToReport.Domain.Links;
using WhereToReport.Testing;

namespace WhereToReport.Domain.Tests.Links;

public class DirectoryLinksTests
{
    private static readonly IReadOnlyList<DirectoryLink> s_links = DirectoryLinks.Of(RealDirectory.Facts);

    [Fact]
    public void Every_address_of_a_published_record_is_listed_with_that_record()
    {
        foreach (var channel in RealDirectory.Facts.Channels.Where(channel => channel.Publish))
        {
            AssertUsed(channel.Website, new(LinkedRecord.Channel, channel.Id, LinkPart.Website));
            AssertUsed(channel.ReportUrl, new(LinkedRecord.Channel, channel.Id, LinkPart.ReportForm));
            AssertUsed(channel.ChatUrl, new(LinkedRecord.Channel, channel.Id, LinkPart.Chat));
            foreach (var source in channel.Sources)
                AssertUsed(source.Url, new(LinkedRecord.Channel, channel.Id, LinkPart.Source));
        }
        foreach (var role in RealDirectory.Facts.Roles)
            AssertUsed(role.Website, new(LinkedRecord.Role, role.Id, LinkPart.Website));
        foreach (var duty in RealDirectory.Facts.Duties)
            AssertUsed(duty.StatuteUrl, new(LinkedRecord.Duty, duty.State, LinkPart.Statute));
        foreach (var situation in RealDirectory.Facts.Situations)
        {
            foreach (var url in situation.Do.SelectMany(advice => advice.Sources))
                AssertUsed(url, new(LinkedRecord.Situation, situation.Id, LinkPart.Source));
        }
        foreach (var page in RealDirectory.Facts.LearnPages)
        {
            foreach (var source in page.Sources)
                AssertUsed(source.Url, new(LinkedRecord.LearnPage, $"{page.Language}/{page.Slug}", LinkPart.Source));
        }
    }

    [Fact]
    public void An_address_is_listed_once_however_many_records_use_it()
    {
        Assert.Equal(s_links.Count, s_links.Select(link => link.Url).Distinct().Count());
        Assert.Contains(s_links, link => link.Uses.Count > 10);
    }

    [Fact]
    public void A_record_that_is_not_published_is_left_out()
    {
        var hidden = new Channel { Id = "hidden", Kind = ChannelKind.TipLine, Name = new("Hidden", "Oculto"), TakesReports = true, Publish = false, Website = "https://hidden.example/" };
        var fact = new AwarenessFact { Id = "fact", Statement = new("A", "B"), Publish = false, Sources = [new() { Url = "https://fact.example/" }] };
        Assert.Empty(DirectoryLinks.Of(new() { Channels = [hidden], AwarenessFacts = [fact] }));
        Assert.Single(DirectoryLinks.Of(new() { Channels = [hidden with { Publish = true }], AwarenessFacts = [fact] }));
    }

    [Theory]
    [InlineData("https://example.org", "https://example.org/")]
    [InlineData("https://Example.org/A#part", "https://example.org/A")]
    [InlineData("https://example.org:443/a?b=c", "https://example.org/a?b=c")]
    [InlineData("https://me:secret@example.org/", "https://example.org/")]
    [InlineData("https://example.org/a b", "https://example.org/a%20b")]
    public void Spellings_of_one_page_are_one_address(string url, string address) => Assert.Equal(address, DirectoryLinks.Address(url));

    private static void AssertUsed(string? url, LinkUse use)
    {
        if (url is not null)
            Assert.Contains(use, s_links.Single(link => link.Url == DirectoryLinks.Address(url)).Uses);
    }
}
