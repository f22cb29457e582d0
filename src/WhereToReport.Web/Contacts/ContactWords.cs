using System.Globalization;
using Microsoft.Extensions.Localization;
using WhereToReport.Domain;
using WhereToReport.Domain.Channels;
using WhereToReport.Domain.Sources;
using WhereToReport.Web.Answering;

namespace WhereToReport.Web.Contacts;

/// <summary>Says in plain words what the directory knows about a channel.</summary>
public sealed class ContactWords(DirectorySnapshot directory, PlaceWords places, IStringLocalizer<SiteText> text)
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

    /// <summary>The languages a channel is known to answer in.</summary>
    public string Languages(Channel channel) => places.List(channel.Languages.Select(Name));

    /// <summary>The areas that a channel covers, one sentence a rule.</summary>
    public IEnumerable<string> Areas(Channel channel) => channel.Coverage.Select(rule => rule switch
    {
        { World: true } => text["The whole world."],
        { Country: "US" } => text["The whole United States."],
        { Country: { } code } => new RegionInfo(code).DisplayName + ".",
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

    private string Name(string code)
    {
        try
        {
            return CultureInfo.GetCultureInfo(code).DisplayName;
        }
        catch (CultureNotFoundException)
        {
            // ICU has no data for every ISO 639-1 language (Aymara); its code still says more than nothing.
            return code;
        }
    }
}
