using WhereToReport.Domain.Channels;
using WhereToReport.Domain.Checks;
using WhereToReport.Testing;

namespace WhereToReport.Domain.Tests.Checks;

public class RealDataTests
{
    private static readonly DirectoryFacts s_facts = RealDirectory.Facts;

    [Fact]
    public void The_directory_is_whole()
    {
        Assert.True(RealDirectory.Snapshot.TaskForces.Count >= 61);
        Assert.Equal(56, s_facts.Channels.Count(channel => channel is { Kind: ChannelKind.ChildProtectionLine, Publish: true }));
        Assert.Equal(56, s_facts.Duties.Count);
        Assert.Equal(14, s_facts.Situations.Count);
        Assert.Equal(157, s_facts.Channels.Count(channel => channel.Coverage.Any(rule => rule.World || rule.Country is { } country && country != "US")));
        Assert.Equal(3_231, s_facts.Gazetteer.Counties.Count);
    }

    [Fact]
    public void No_rule_is_broken() => Assert.DoesNotContain(DirectoryCheck.Findings(s_facts), finding => finding.BreaksRule);

    [Fact]
    public void A_county_without_a_task_force_where_its_state_has_one_is_reported()
    {
        var cook = s_facts.Channels.Single(channel => channel.Id == "il-cook");
        var without = s_facts with { Channels = [.. s_facts.Channels.Where(channel => channel.Id != "il-cook").Append(cook with { Publish = false })] };
        var finding = Assert.Single(DirectoryCheck.Findings(without), finding => finding.BreaksRule);
        Assert.StartsWith("17031 Cook County", finding.Subject);
    }

    [Fact]
    public void A_county_with_two_certain_task_forces_is_reported()
    {
        var twice = s_facts.Channels.Single(channel => channel.Id == "ny-nyc") with { Id = "ny-copy" };
        var findings = DirectoryCheck.Findings(s_facts with { Channels = [.. s_facts.Channels, twice] });
        Assert.Equal(5, findings.Count(finding => finding.BreaksRule && finding.Text.StartsWith("2 certain task forces")));
    }

    [Fact]
    public void A_published_channel_without_a_source_or_a_contact_is_reported()
    {
        var bare = s_facts.Channels.Single(channel => channel.Id == "fbi-ic3") with { ReportUrl = null, Website = null, Sources = [] };
        var findings = DirectoryCheck.Findings(s_facts with { Channels = [.. s_facts.Channels.Where(channel => channel.Id != bare.Id), bare] });
        Assert.Equal(["no contact", "no source"], findings.Where(finding => finding.BreaksRule && finding.Subject == bare.Id).Select(finding => finding.Text));
    }
}
