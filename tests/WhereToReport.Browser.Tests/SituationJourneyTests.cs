using WhereToReport.Browser.Tests.Pages;
using WhereToReport.Domain;
using WhereToReport.Testing;
using static Microsoft.Playwright.Assertions;

namespace WhereToReport.Browser.Tests;

/// <summary>
/// From the home page to a number that can be dialled, for every situation, with the keyboard alone on a small phone. The
/// expected contacts are written down here and not read from the data, so that a slip in the data is seen.
/// </summary>
public class SituationJourneyTests(Browser browser) : VisitorTests(browser)
{
    private static readonly Journey[] s_journeys =
    [
        new("child-in-danger-now", "Presque Isle, ME", "Aroostook County, Maine", ["911", "ncmec-cybertipline", "me-child-protection"], "911"),
        new("sextortion", "94043", "Santa Clara County, California", ["ncmec-cybertipline", "fbi-tips", "ca-silicon-valley"], "+18008435678"),
        new("online-stranger", "60126", "DuPage County, Illinois", ["ncmec-cybertipline", "il-attorney-general", "local-police"], "+18008435678", ChoosePlace: "17043"),
        new("nude-image-shared", "Harris County, TX", "Harris County, Texas", ["ncmec-cybertipline", "ncmec-take-it-down", "platform-report", "tx-houston"], "+18008435678"),
        new("ai-nude-image", "San Juan, PR", "San Juan Municipio, Puerto Rico", ["ncmec-cybertipline", "local-police", "ncmec-take-it-down"], "+18008435678"),
        new("found-abuse-material", "Guam", "Guam", ["ncmec-cybertipline", "hi", "fbi-tips"], "+18008435678"),
        new("abuse-by-caregiver", "Show Low, AZ", "Navajo County, Arizona", ["az-child-protection", "local-police", "childhelp"], "+18887672445"),
        new("abuse-by-school-or-coach", "Cook County, IL", "Cook County, Illinois", ["local-police", "il-child-protection", "safesport"], "+18002522873"),
        new("trafficking", "Los Angeles, CA", "Los Angeles County, California", ["human-trafficking-hotline", "ncmec-cybertipline", "fbi-tips"], "+18883737888"),
        new("missing-or-runaway", "Fargo, ND", "Cass County, North Dakota", ["911", "ncmec-missing", "national-runaway-safeline"], "911"),
        new("violent-online-group", "10001", "New York County, New York", ["911", "fbi-tips", "ncmec-cybertipline", "ny-nyc"], "911"),
        new("child-in-crisis", "Anchorage, AK", "Anchorage Municipality, Alaska", ["988", "911", "crisis-text-line"], "988"),
        new("support-after-abuse", "American Samoa", "American Samoa", ["childrens-advocacy-centers", "ncmec-team-hope", "rainn"], "+18008435678"),
        new("worried-about-own-thoughts", "Burlington, VT", "Chittenden County, Vermont", ["stop-it-now", "help-wanted", "988"], "+18887738368"),
    ];

    public static TheoryData<string, Language> Situations => [.. s_journeys.SelectMany(journey => Enum.GetValues<Language>().Select(language => (journey.Situation, language)))];

    [Fact]
    public void There_is_a_journey_for_every_situation() =>
        Assert.Equal(RealDirectory.Facts.Situations.Select(situation => situation.Id).Order(), s_journeys.Select(journey => journey.Situation).Order());

    [Theory]
    [MemberData(nameof(Situations))]
    public async Task Two_taps_after_typing_the_place_a_number_can_be_dialled(string situation, Language language)
    {
        var journey = s_journeys.Single(journey => journey.Situation == situation);
        var page = await Visit(language == Language.Spanish ? "/es" : "/");
        var visitor = new ByKeyboard(page);

        await visitor.TypePlace(journey.Place);
        await visitor.ChooseSituation(situation);
        await visitor.Ask();
        if (journey.ChoosePlace is { } place)
            await visitor.ChoosePlace(place);

        await Expect(visitor.Heading).ToContainTextAsync(journey.Heading);
        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", language.Code());
        Assert.Equal(journey.Contacts, (await visitor.Plan()).Take(journey.Contacts.Length));
        var (number, card) = await visitor.GoToFirstNumber();
        Assert.Equal("tel:" + journey.Number, number);
        Assert.Contains(card, journey.Contacts);
        Assert.InRange(visitor.Activations, 1, 2);
    }

    /// <param name="Situation">What happened.</param>
    /// <param name="Place">What the visitor types.</param>
    /// <param name="Heading">How the answer names the place.</param>
    /// <param name="Contacts">With whom the plan must begin, in order.</param>
    /// <param name="Number">The first number that can be dialled.</param>
    /// <param name="ChoosePlace">The id of the place to choose, where the text means several.</param>
    private sealed record Journey(string Situation, string Place, string Heading, string[] Contacts, string Number, string? ChoosePlace = null);
}
