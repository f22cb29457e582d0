using WhereToReport.Testing;

namespace WhereToReport.Domain.Tests.Guidance;

public class PlainLanguageTests
{
    private const double HighestGrade = 7;

    public static TheoryData<string> Situations => new(RealDirectory.Facts.Situations.Select(situation => situation.Id));

    public static TheoryData<string> LearnPages => new(RealDirectory.Facts.LearnPages.Where(page => page.Language == "en").Select(page => page.Slug));

    [Fact]
    public void The_formula_tells_easy_from_hard()
    {
        Assert.InRange(Readability.Grade("The cat sat on the mat. It was a good day."), -3, 2);
        Assert.InRange(Readability.Grade("Notwithstanding jurisdictional considerations, individuals possessing information regarding exploitation are encouraged to communicate with investigators expeditiously."), 15, 40);
    }

    [Theory]
    [MemberData(nameof(Situations))]
    public void Guidance_for_a_situation_is_plain(string id)
    {
        var situation = RealDirectory.Facts.Situations.Single(situation => situation.Id == id);
        Bilingual?[] texts =
        [
            situation.Label, situation.SchoolLabel, situation.LooksLike,
            .. situation.Contacts.Select(contact => contact.Why), .. situation.AlsoIf.SelectMany(also => new[] { also.When, also.Why }),
            .. situation.Do.Concat(situation.Dont).Select(advice => advice.Text),
        ];
        AssertPlain(string.Join("\n", texts.Select(text => text?.En)));
    }

    [Fact]
    public void What_is_said_when_only_the_place_is_known_is_plain() =>
        AssertPlain(string.Join("\n", RealDirectory.Facts.GeneralPlan.Contacts.Select(contact => contact.Why?.En)));

    [Fact]
    public void What_is_said_of_a_contact_that_the_place_decides_is_plain() =>
        AssertPlain(string.Join("\n", RealDirectory.Facts.Roles.SelectMany(role => new[] { role.WhatFor.En, role.NotFor?.En })));

    [Theory]
    [MemberData(nameof(LearnPages))]
    public void A_page_that_explains_is_plain(string slug) =>
        AssertPlain(RealDirectory.Facts.LearnPages.Single(page => page.Slug == slug && page.Language == "en").Markdown);

    [Fact]
    public void Every_page_that_explains_is_there_in_both_languages_with_the_same_sources()
    {
        var pages = RealDirectory.Facts.LearnPages.ToLookup(page => page.Language);
        Assert.Equal(pages["en"].Select(page => page.Slug), pages["es"].Select(page => page.Slug));
        foreach (var (english, spanish) in pages["en"].Zip(pages["es"]))
            Assert.Equal(english.Sources.Select(source => source.Url), spanish.Sources.Select(source => source.Url));
    }

    [Fact]
    public void Every_text_of_a_situation_is_there_in_Spanish()
    {
        foreach (var situation in RealDirectory.Facts.Situations)
        {
            Bilingual?[] texts =
            [
                situation.Label, situation.SchoolLabel, situation.LooksLike,
                .. situation.Contacts.Select(contact => contact.Why), .. situation.AlsoIf.SelectMany(also => new[] { also.When, also.Why }),
                .. situation.Do.Concat(situation.Dont).Select(advice => advice.Text),
            ];
            Assert.All(texts.OfType<Bilingual>(), text => Assert.False(string.IsNullOrWhiteSpace(text.Es), text.En));
        }
    }

    [Fact]
    public void The_older_term_is_only_explained_never_used()
    {
        foreach (var page in RealDirectory.Facts.LearnPages.Where(page => page.Slug != "words-we-use"))
            Assert.DoesNotContain("child porn", page.Markdown, StringComparison.OrdinalIgnoreCase);
        foreach (var situation in RealDirectory.Facts.Situations)
            Assert.DoesNotContain("porn", string.Join(' ', situation.Label.En, situation.LooksLike.En), StringComparison.OrdinalIgnoreCase);
    }

    private static void AssertPlain(string text) => Assert.InRange(Readability.Grade(text), -5, HighestGrade);
}
