using WhereToReport.Domain;
using WhereToReport.Domain.Channels;
using WhereToReport.Domain.Guidance;
using WhereToReport.Domain.Sources;
using WhereToReport.Postgres.Editing;
using WhereToReport.Postgres.Records;
using WhereToReport.Testing;

namespace WhereToReport.Postgres.Tests.Editing;

public class FourEyesTests
{
    private static readonly Channel s_channel = RealDirectory.Facts.Channels.Single(channel => channel.Id == "ncmec-cybertipline");

    public static TheoryData<string, Func<Channel, Channel>> Guarded => new()
    {
        { "a phone", channel => channel with { Phones = [] } },
        { "whose line a phone is", channel => channel with { Phones = [channel.Phones[0] with { Line = PhoneLine.HostAgency }] } },
        { "the text line", channel => channel with { Text = new("741741") } },
        { "the chat", channel => channel with { ChatUrl = "https://example.org/chat" } },
        { "the report form", channel => channel with { ReportUrl = "https://example.org/form" } },
        { "whom the form is open to", channel => channel with { ReportUrlRestrictedTo = FormRestriction.MandatedReporters } },
        { "the e-mail", channel => channel with { Email = "tips@example.org" } },
        { "the website", channel => channel with { Website = "https://example.org" } },
        { "the coverage", channel => channel with { Coverage = [new() { State = "CA", Basis = CoverageBasis.Stated }] } },
        { "the kind", channel => channel with { Kind = ChannelKind.Helpline } },
        { "whether it takes reports", channel => channel with { TakesReports = !channel.TakesReports } },
        { "whether it is shown", channel => channel with { Publish = !channel.Publish } },
    };

    [Theory]
    [MemberData(nameof(Guarded))]
    public void A_change_by_which_a_visitor_is_sent_to_somebody_needs_a_second_person(string what, Func<Channel, Channel> change) =>
        Assert.True(Needs(RecordKind.Channel, s_channel, change(s_channel)), what);

    [Fact]
    public void A_new_channel_and_a_removed_one_need_a_second_person()
    {
        Assert.True(Needs<Channel>(RecordKind.Channel, null, s_channel));
        Assert.True(Needs(RecordKind.Channel, s_channel, null));
    }

    [Fact]
    public void Words_notes_and_checks_of_a_channel_need_none() => Assert.False(Needs(RecordKind.Channel, s_channel, s_channel with
    {
        WhatFor = new("Anything"),
        Hours = new("Day and night"),
        Notes = "Asked again",
        Verification = new(VerificationMethod.Called, new(2026, 12, 1)),
    }));

    [Fact]
    public void Contacts_of_a_situation_its_special_cases_and_the_general_plan_need_a_second_person()
    {
        var situation = RealDirectory.Facts.Situations.First(each => each.AlsoIf.Count > 0);
        Assert.True(Needs(RecordKind.Situation, situation, situation with { Contacts = [.. situation.Contacts.Reverse()] }));
        Assert.True(Needs(RecordKind.Situation, situation, situation with { AlsoIf = [] }));
        Assert.True(Needs(RecordKind.GeneralPlan, RealDirectory.Facts.GeneralPlan, new GeneralPlan { Contacts = [.. RealDirectory.Facts.GeneralPlan.Contacts.Skip(1)] }));
        Assert.False(Needs(RecordKind.Situation, situation, situation with { Label = new("Another name"), Notes = "Asked again" }));
    }

    [Fact]
    public void What_people_in_danger_are_told_to_do_needs_a_second_person()
    {
        var situation = RealDirectory.Facts.Situations.First(each => each.Danger);
        Assert.True(Needs(RecordKind.Situation, situation, situation with { Danger = false }));
        Assert.True(Needs(RecordKind.Situation, situation, situation with { Do = [] }));
        Assert.True(Needs(RecordKind.Situation, situation, situation with { Dont = [.. situation.Dont.Skip(1)] }));
    }

    [Theory]
    [InlineData("Call 1-800-843-5679 at any hour.")]
    [InlineData("Call (713) 884-3131.")]
    [InlineData("Llame al +52 55 5658 1111.")]
    [InlineData("See https://reports.example.com/now")]
    [InlineData("See www.example.com")]
    [InlineData("Write to example.com/report")]
    [InlineData("Write to help@example.org.")]
    public void A_number_or_an_address_that_newly_stands_in_a_sentence_needs_a_second_person(string sentence)
    {
        var organization = new Organization { Id = "x", Name = new("A body") };
        var fact = RealDirectory.Facts.AwarenessFacts[0];
        Assert.True(Needs(RecordKind.Channel, s_channel, s_channel with { WhatFor = new(sentence) }));
        Assert.True(Needs(RecordKind.Channel, s_channel, s_channel with { Hours = new("Day and night", sentence) }));
        Assert.True(Needs(RecordKind.Organization, organization, organization with { Name = new(sentence) }));
        Assert.True(Needs(RecordKind.AwarenessFact, fact, fact with { Statement = new(sentence) }));

        // What stood there before may be moved or said otherwise.
        Assert.False(Needs(RecordKind.Channel, s_channel with { WhatFor = new(sentence) }, s_channel with { WhatFor = new("Day and night: " + sentence) }));

        // Notes are for editors, and sources say where something was read.
        Assert.False(Needs(RecordKind.Channel, s_channel, s_channel with { Notes = sentence, Sources = [new() { Url = "https://example.org", Supports = [sentence] }] }));
    }

    [Theory]
    [InlineData("From 8 a.m. to 5 p.m., Monday to Friday.")]
    [InlineData("Within 24 hours, in writing within 48 hours. U.S. Code, § 26.44.030 (2018-2019).")]
    [InlineData("In 2023 there were 36,210,368 reports, 3.5 million more than in 2022-12-31.")]
    [InlineData("Press 2, then 1. Text HELP.")]
    public void Hours_figures_and_citations_are_no_numbers_to_call(string sentence) =>
        Assert.False(Needs(RecordKind.Channel, s_channel, s_channel with { WhatFor = new(sentence) }));

    [Fact]
    public void Whom_a_duty_names_and_what_fills_a_role_need_a_second_person()
    {
        var (duty, role) = (RealDirectory.Facts.Duties[0], RealDirectory.Facts.Roles.First(role => role.Fills is not null));
        Assert.True(Needs(RecordKind.Duty, duty, duty with { ReportTo = new("Somebody else") }));
        Assert.False(Needs(RecordKind.Duty, duty, duty with { Statute = "§ 1" }));
        Assert.True(Needs(RecordKind.Role, role, role with { Fills = ChannelKind.Police }));
        Assert.True(Needs(RecordKind.Role, role, role with { Website = "https://example.org" }));
        Assert.False(Needs(RecordKind.Role, role, role with { Name = new Bilingual("Another name") }));
    }

    private static bool Needs<T>(RecordKind kind, T? before, T? after)
        where T : class =>
        FourEyes.NeedsSecondPerson(new(kind, "x"), before is null ? null : RecordContent.Of(before), after is null ? null : RecordContent.Of(after));
}
