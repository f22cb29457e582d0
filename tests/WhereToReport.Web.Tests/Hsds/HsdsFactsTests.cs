using WhereToReport.Domain.Channels;
using WhereToReport.Testing;
using WhereToReport.Web.Hsds;

namespace WhereToReport.Web.Tests.Hsds;

public class HsdsFactsTests(FilledSite filled)
{
    [Fact]
    public async Task Every_published_channel_is_a_service_and_no_other()
    {
        var ids = (await (await filled.Site()).Hsds("services?minimal=true")).Contents().Select(service => service.Id());
        Assert.Equal(RealDirectory.Facts.Channels.Where(channel => channel.Publish).Select(channel => HsdsId.Of("service", channel.Id).ToString()).Order(), ids.Order());
    }

    [Fact]
    public async Task Nothing_that_is_not_for_the_public_leaves()
    {
        var all = await (await filled.Site()).Http.GetStringAsync("/hsds/services?full=true&format=ndjson");
        var hidden = RealDirectory.Facts.Channels.Where(channel => !channel.Publish).ToArray();
        Assert.NotEmpty(hidden);
        Assert.All(hidden, channel => Assert.DoesNotContain(HsdsId.Of("service", channel.Id).ToString(), all, StringComparison.Ordinal));
        var restricted = RealDirectory.Facts.Channels.Where(channel => channel is { Publish: true, ReportUrlRestrictedTo: not null }).ToArray();
        Assert.NotEmpty(restricted);
        Assert.All(restricted, channel => Assert.DoesNotContain(channel.ReportUrl!, all, StringComparison.Ordinal));
        var notes = RealDirectory.Facts.Channels.Select(channel => channel.Notes).Where(note => note?.Length > 40).ToArray();
        Assert.NotEmpty(notes);
        Assert.All(notes, note => Assert.DoesNotContain(note!, all, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_not_confirmed_says_so()
    {
        var services = (await (await filled.Site()).Hsds("services?full=true&per_page=1000")).Contents().ToDictionary(service => service.Id());
        foreach (var channel in RealDirectory.Snapshot.Channels)
        {
            var service = services[HsdsId.Of("service", channel.Id).ToString()];
            Assert.Contains("Not yet confirmed by phone.", service.GetProperty("description").GetString());
            foreach (var (phone, written) in channel.Phones.Zip(service.GetProperty("phones").EnumerateArray()))
            {
                var description = written.TryGetProperty("description", out var text) ? text.GetString()! : "";
                Assert.Equal(phone.Line == PhoneLine.HostAgency, description.Contains("Host agency's general line"));
                Assert.Equal(phone.Confidence is Domain.Sources.Confidence.Medium or Domain.Sources.Confidence.Low, description.Contains("It is not confirmed"));
            }
            var possible = channel.Coverage.Any(rule => rule.Basis != CoverageBasis.Stated);
            Assert.Equal(possible, service.GetProperty("service_areas").EnumerateArray().Any(area => area.GetProperty("description").GetString()!.StartsWith("Not confirmed", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task Times_are_given_only_where_the_words_leave_no_doubt()
    {
        foreach (var service in (await (await filled.Site()).Hsds("services?full=true&per_page=1000")).Contents())
        {
            Assert.All(service.GetProperty("schedules").EnumerateArray(), schedule =>
                Assert.Equal(schedule.GetProperty("description").GetString() == "24 hours a day, every day", schedule.TryGetProperty("opens_at", out _)));
        }
    }

    [Fact]
    public async Task An_operator_that_no_source_names_is_not_invented()
    {
        var site = await filled.Site();
        var unnamed = RealDirectory.Snapshot.Channels.Where(channel => channel.Operator is null).Select(channel => HsdsId.Of("service", channel.Id).ToString()).ToArray();
        Assert.NotEmpty(unnamed);
        var organization = await site.Hsds($"organizations/{OrganizationMapping.UnnamedId}");
        Assert.Equal("Operator not named in our sources", organization.GetProperty("name").GetString());
        Assert.Equal(unnamed.Order(), organization.GetProperty("services").EnumerateArray().Select(service => service.Id()).Order());
    }

    [Fact]
    public async Task The_full_and_the_minimal_form_hold_what_they_promise()
    {
        var site = await filled.Site();
        var stub = (await site.Hsds("services?minimal=true")).Contents()[0];
        Assert.Equal(["id", "name", "status", "last_modified", "modified_date"], stub.EnumerateObject().Select(field => field.Name));
        var ncmec = HsdsId.Of("organization", "ncmec");
        Assert.False((await site.Hsds($"organizations/{ncmec}")).GetProperty("services")[0].TryGetProperty("phones", out _));
        Assert.True((await site.Hsds($"organizations/{ncmec}?full_service=true")).GetProperty("services")[0].TryGetProperty("phones", out _));
    }
}
