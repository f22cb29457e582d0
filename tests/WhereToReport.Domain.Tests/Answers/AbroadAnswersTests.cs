using WhereToReport.Domain.Answers;
using WhereToReport.Domain.Guidance;
using WhereToReport.Domain.Places;
using WhereToReport.Testing;

namespace WhereToReport.Domain.Tests.Answers;

/// <summary>What the directory promises for every country outside the USA, alone and with every situation.</summary>
public class AbroadAnswersTests
{
    private static readonly DirectorySnapshot s_directory = RealDirectory.Snapshot;

    // Written down here and not read from the data, so that a slip in the data is seen.
    private static readonly string[] s_worldwide = ["xx-child-helpline-international", "xx-inhope-directory", "xx-iwf-icmec"];
    private static readonly string[] s_ofTheUnitedStates = ["ncmec-cybertipline", "military-family-advocacy", "us-embassy"];

    [Fact]
    public void Every_sourced_channel_stands_in_the_answers_of_its_country_and_of_no_other()
    {
        var expected = RealDirectory.Facts.Channels
            .Where(channel => channel.Publish && channel.Coverage.Any(rule => rule.Country is not (null or "US")))
            .ToLookup(channel => channel.Coverage.Single().Country!, channel => channel.Id);
        Assert.True(expected.Sum(country => country.Count()) > 130);
        ForEvery((answer, country, _) =>
            Ids(answer).Except(s_worldwide).Except(s_ofTheUnitedStates).Order().SequenceEqual(expected[country.Code].Order()));
    }

    [Fact]
    public void Every_answer_ends_with_the_channels_for_every_country_and_those_of_the_USA() =>
        ForEvery((answer, _, _) => Ids(answer)[^6..^3].Order().SequenceEqual(s_worldwide) && Ids(answer)[^3..].SequenceEqual(s_ofTheUnitedStates));

    [Fact]
    public void No_answer_holds_a_channel_twice_or_one_without_a_source() =>
        ForEvery((answer, _, _) => Ids(answer).Distinct().Count() == answer.Channels.Count
            && answer.Channels.All(answered => answered.Channel.Publish && answered.Channel.Sources.Count > 0));

    [Fact]
    public void Every_channel_says_in_both_languages_why_it_is_there() =>
        ForEvery((answer, _, _) => answer.Channels.All(answered => answered.Why is { En.Length: > 0, Es.Length: > 0 } why && why.En != why.Es));

    [Fact]
    public void A_helpline_that_takes_no_reports_is_never_said_to() =>
        ForEvery((answer, _, _) => answer.Channels.All(answered =>
            answered.Channel.TakesReports || answered.Why!.En.Contains("not a report", StringComparison.Ordinal) || answered.Why == answered.Channel.WhatFor));

    [Fact]
    public void No_advice_sends_people_to_numbers_or_bodies_of_the_USA()
    {
        string[] american = ["911", "988", "Title IX", "NCMEC", "ICAC", "Childhelp", "SafeSport", "NCIC"];
        ForEvery((answer, _, _) => !answer.Steps.Where(step => step.Kind != StepKind.Contact).Any(step => american.Any(name => step.Text.En.Contains(name, StringComparison.Ordinal))));
    }

    [Fact]
    public void A_plan_names_only_channels_of_its_answer_and_what_not_to_do() =>
        ForEvery((answer, _, situation) => situation is null
            ? answer.Steps.Count == 0
            : answer.Steps.Any(step => step.Kind == StepKind.Dont)
                && answer.Steps.Where(step => step.Kind == StepKind.Contact).All(step => answer.Channels.Any(answered => answered.Channel == step.Channel)));

    [Fact]
    public void Where_nudes_are_used_to_blackmail_the_hotline_comes_first_and_where_a_child_is_abused_at_home_it_comes_last()
    {
        Assert.Equal(["gb-iwf", "gb-ceop", "gb-childline"], Plan("GB", "sextortion"));
        Assert.Equal(["gb-nspcc", "gb-childline"], Plan("GB", "abuse-by-caregiver"));
        Assert.Equal(["ca-cybertip", "ca-khp"], Plan("CA", "sextortion"));
    }

    [Fact]
    public void Where_a_country_has_no_hotline_or_helpline_the_plan_names_the_worldwide_ones_in_its_place()
    {
        Assert.Equal(["xx-inhope-directory", "xx-iwf-icmec"], Plan("TD", "found-abuse-material"));
        Assert.Equal(["xx-child-helpline-international"], Plan("TD", "abuse-by-caregiver"));
        Assert.DoesNotContain("xx-child-helpline-international", Plan("GB", "abuse-by-caregiver"));
    }

    [Fact]
    public void A_military_ZIP_code_puts_the_military_families_channel_first()
    {
        var answered = Assert.IsType<Outcome.Answered>(s_directory.Finder.Find(s_directory.Places.Resolve("09096")));
        Assert.Equal("military-family-advocacy", answered.Answer.Channels[0].Channel.Id);
        Assert.Equal(
            Ids(s_directory.Finder.Find(Country.UnitedStates)).Order(),
            Ids(answered.Answer).Order());
    }

    private static IEnumerable<string> Plan(string country, string situation) =>
        s_directory.Finder.Find(Countries.Of(country)!, s_directory.Situation(situation)).Steps.Where(step => step.Kind == StepKind.Contact).Select(step => step.Channel!.Id);

    private static void ForEvery(Func<Answer, Country, Situation?, bool> keeps)
    {
        var broken = from country in Countries.All
                     where country != Country.UnitedStates
                     from situation in RealDirectory.Facts.Situations.Cast<Situation?>().Prepend(null)
                     let answer = s_directory.Finder.Find(country, situation)
                     where !keeps(answer, country, situation)
                     select $"{country.Name}, {situation?.Id ?? "no situation"}: {string.Join(' ', Ids(answer))}";
        Assert.Empty(broken.Take(5));
    }

    private static string[] Ids(Answer answer) => [.. answer.Channels.Select(answered => answered.Channel.Id)];
}
