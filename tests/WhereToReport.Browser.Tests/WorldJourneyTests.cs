using Microsoft.Playwright;
using WhereToReport.Browser.Tests.Pages;
using static Microsoft.Playwright.Assertions;

namespace WhereToReport.Browser.Tests;

/// <summary>Families and a teacher outside the USA, from the box on the home page to a contact that works where they are.</summary>
public class WorldJourneyTests(Browser browser) : VisitorTests(browser)
{
    [Fact]
    public async Task A_family_in_Toronto_types_its_city_and_picks_Canada()
    {
        var home = new SitePage(await Visit("/"));
        await home.SearchFor("Toronto", "sextortion");
        await home.Page.GetByRole(AriaRole.Link, new() { Name = "Toronto, Canada", Exact = true }).ClickAsync();

        await Expect(home.Page).ToHaveURLAsync("/world/ca/sextortion");
        await Expect(home.Heading).ToContainTextAsync("Canada");
        await Expect(home.Page.Locator("main")).ToContainTextAsync("Do not pay");
        await Expect(home.Channel("ca-cybertip").Locator("a[href='https://www.cybertip.ca/en/report/']")).ToBeVisibleAsync();
        await Expect(home.Channel("ca-khp").Locator("a[href='tel:+18006686868']")).ToBeVisibleAsync();
        await Expect(home.Page.Locator("main a[href='tel:911']")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_family_in_Tijuana_asks_in_Spanish_and_is_told_what_is_not_known()
    {
        var home = new SitePage(await Visit("/es"));
        await home.SearchFor("Tijuana, Baja California");

        await Expect(home.Page.Locator("html")).ToHaveAttributeAsync("lang", "es");
        await Expect(home.Heading).ToContainTextAsync("México");
        await Expect(home.Page.Locator("#no-emergency-number")).ToBeVisibleAsync();
        await Expect(home.Page.Locator("#local-police")).ToBeVisibleAsync();
        await Expect(home.Channel("mx-teprotejo").Locator("a[href='https://www.teprotejomexico.org/']")).ToBeVisibleAsync();
        await Expect(home.Channel("mx-ciberdenuncia-cdmx")).ToContainTextAsync("No es para lugares fuera de la Ciudad de México");
        await Expect(home.Channel("xx-inhope-directory").Locator("a[href='https://www.inhope.org/EN/our-members']")).ToBeVisibleAsync();
        await Expect(home.Channel("ncmec-cybertipline").Locator("a[href='https://report.cybertip.org']")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_family_in_Montréal_types_its_postal_code_and_gets_a_contact_that_answers_in_French()
    {
        var home = new SitePage(await Visit("/", Screen.Phone with { Script = false }));
        await home.SearchFor("H2X 1Y4");

        await Expect(home.Heading).ToContainTextAsync("Canada");
        await Expect(home.Channel("ca-cybertip")).ToContainTextAsync("French");
        await Expect(home.Channel("ca-khp")).ToContainTextAsync("Gives support");
    }

    [Fact]
    public async Task A_military_family_in_Germany_types_its_APO_ZIP_code_and_goes_on_to_the_host_country()
    {
        var home = new SitePage(await Visit("/"));
        await home.SearchFor("09096");

        await Expect(home.Page.Locator("#understood")).ToContainTextAsync("APO AE");
        Assert.Equal("military-family-advocacy", await home.Page.Locator("main [data-channel]").First.GetAttributeAsync("data-channel"));
        await Expect(home.Channel("military-family-advocacy").Locator("a[href='tel:+18003429647']")).ToBeVisibleAsync();
        await Expect(home.Channel("military-family-advocacy")).ToContainTextAsync("may not work from other countries");
        await home.Page.GetByRole(AriaRole.Link, new() { Name = "Pick your country" }).ClickAsync();
        await home.Page.GetByRole(AriaRole.Link, new() { Name = "Germany", Exact = true }).ClickAsync();

        await Expect(home.Heading).ToContainTextAsync("Germany");
        await Expect(home.Channel("de-nummergegenkummer").Locator("a[href='tel:116111']")).ToBeVisibleAsync();
        await Expect(home.Channel("de-beschwerdestelle").Locator("a[href='https://www.internet-beschwerdestelle.de/en/']")).ToBeVisibleAsync();
        await Expect(home.Channel("military-family-advocacy")).ToBeVisibleAsync();
        await Expect(home.Channel("us-embassy").Locator("a[href='tel:+12025014444']")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_teacher_in_the_UK_gets_the_emergency_number_the_hotline_and_the_helpline_that_takes_reports()
    {
        var home = new SitePage(await Visit("/", Screen.Desktop));
        await home.SearchFor("UK", "abuse-by-caregiver");

        await Expect(home.Heading).ToContainTextAsync("United Kingdom");
        await Expect(home.Page.Locator(".at-hand a[href='tel:999']")).ToBeVisibleAsync();
        Assert.Equal("gb-nspcc", await home.Page.Locator("main [data-channel]").First.GetAttributeAsync("data-channel"));
        await Expect(home.Channel("gb-nspcc").Locator("a[href='tel:+448088005000']")).ToBeVisibleAsync();
        await Expect(home.Channel("gb-iwf").Locator("a[href='https://report.iwf.org.uk/en']")).ToBeVisibleAsync();
        await Expect(home.Page.Locator("main")).Not.ToContainTextAsync("Childhelp");
    }

    [Fact]
    public async Task The_list_leads_to_every_continent_by_keyboard()
    {
        var page = await Visit("/world", Screen.Desktop);
        await page.GetByRole(AriaRole.Link, new() { Name = "Name", Exact = true }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("main .states")).ToHaveCountAsync(1);
        await page.Locator("main .states a").First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("h1")).ToContainTextAsync("Afghanistan");
    }
}
