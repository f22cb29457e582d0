using System.Globalization;
using Microsoft.Extensions.Localization;
using WhereToReport.Domain;
using WhereToReport.Domain.Channels;
using WhereToReport.Domain.Places;
using WhereToReport.Domain.Sources;
using WhereToReport.Web.Answering;
using WhereToReport.Web.Speaking;

namespace WhereToReport.Web.Contacts;

/// <summary>Says in plain words what the directory knows about a channel.</summary>
public sealed class ContactWords(DirectorySnapshot directory, PlaceWords places, PageLanguage language, IStringLocalizer<SiteText> text)
{
    /// <summary>A day as people write it in the language of the page.</summary>
    public string Day(DateOnly day) => day.ToString(text["MMM d, yyyy"], CultureInfo.CurrentCulture);

    /// <summary>How and when a record was last checked.</summary>
    public string Checked(Verification? verification) => verification switch
    {
        null => text["Nobody has checked this yet."],
        { Method: VerificationMethod.ReadArchivedCopy } => text["Read in a stored copy of the source on {0}. Not yet confirmed by phone.", Day(verification.On)],
        { Method: VerificationMethod.ReadOfficialPage } => text["Read on the official page on {0}. Not yet confirmed by phone.", Day(verification.On)],
        { Method: VerificationMethod.Called } => text["Confirmed by a phone call on {0}.", Day(verification.On)],
        _ => text["Confirmed by the agency on {0}.", Day(verification.On)],
    };

    /// <summary>True for a number that was read in only a few sources.</summary>
    public static bool IsUnsure(Phone phone) => phone.Confidence is Confidence.Medium or Confidence.Low;

    /// <summary>What to do where a number of the channel does not work; empty where there is nothing else to say.</summary>
    public string IfItFails(Channel channel) => channel switch
    {
        { Kind: ChannelKind.TaskForce } => text["If it does not work, use the CyberTipline."],
        { PublicReportUrl: not null } => text["If it does not work, use its online form."],
        { Kind: ChannelKind.ChildProtectionLine } => text["If it does not work, call your local police."],
        { PublicWebsite: not null } => text["If it does not work, look on its website."],
        _ => "",
    };

    /// <summary>The languages a channel is known to answer in.</summary>
    public string Languages(Channel channel) => places.List(channel.Languages.Select(Name));

    /// <summary>Whose number it is or what it is for; null where nothing is known beyond the channel's name.</summary>
    public string? Whose(Phone phone) => phone switch
    {
        { Line: PhoneLine.HostAgency } => text["Host agency's general line, not the task force's own"],
        { Label: { } label } => label.In(language.Language),
        _ => null,
    };

    /// <summary>A number as it is shown, and from where it can be dialled as far as that is worth a word.</summary>
    /// <param name="phone">The number.</param>
    /// <param name="channel">Its channel.</param>
    /// <param name="abroad">True on a page for people outside the USA.</param>
    public (string Display, string? From) HowToDial(Phone phone, Channel channel, bool abroad)
    {
        if (channel.CountryAbroad() is { } country)
        {
            var own = Dialling.Of(phone, country);
            return (own.Local, From(own));
        }
        if (!abroad)
            return (PhoneFormat.Display(phone), null);
        var home = Dialling.Of(phone, Country.UnitedStates);
        return (home.International ?? home.Local, home.Reach == Reach.Anywhere ? null : text["It may not work from other countries."].Value);
    }

    private string From(Dialling dialling) => dialling.Reach switch
    {
        Reach.InsideOnly => text["Works inside the country only."],
        Reach.PerhapsNotFromAbroad => text["From other countries: {0}. It may not work from there.", dialling.International!],
        _ => text["From other countries: {0}", dialling.International!],
    };

    /// <summary>The areas that a channel covers, one sentence a rule.</summary>
    public IEnumerable<string> Areas(Channel channel) => channel.Coverage.Select(rule => rule switch
    {
        { World: true } => text["The whole world."],
        { Country: "US" } => text["The whole United States."],
        { Country: { } code } => text["All of {0}.", places.Full(Countries.Of(code)!)],
        { State: { } state } => text["All of {0}.", directory.Places.State(state)!.Name],
        { RestOfState: { } rest } => text["Every county of {0} that no other task force names.", directory.Places.State(rest)!.Name],
        _ => Counties(rule),
    });

    /// <summary>How we know that a channel covers an area.</summary>
    public string Basis(CoverageBasis basis) => basis switch
    {
        CoverageBasis.Stated => text["A source says so."],
        CoverageBasis.Inferred => text["We infer this from what other task forces cover."],
        _ => text["Not certain: no source we read lists the counties, and other task forces may cover them."],
    };

    /// <summary>The host of a web address: <c>report.cybertip.org</c>.</summary>
    public static string Host(string url) => new Uri(url).Host is ['w', 'w', 'w', '.', .. var bare] ? bare : new Uri(url).Host;

    private string Counties(CoverageRule rule)
    {
        var counties = rule.Counties.Select(fips => directory.Places.County(fips)!).ToArray();
        return string.Join(' ', counties.GroupBy(county => county.State).Select(state =>
            text["In {0}: {1}.", directory.Places.State(state.Key)!.Name, places.List(state.Select(county => county.Name))].Value));
    }

    // A language without a name in the CLDR is called by its code, which still says more than nothing.
    private static string Name(string code) => CultureInfo.GetCultureInfo(code).DisplayName;
}
