namespace WhereToReport.Web.Api;

/// <summary>Every country.</summary>
/// <param name="Countries">In the order of their codes.</param>
/// <param name="Revision">The state of the directory that the list was made from.</param>
public sealed record CountriesBody(IReadOnlyList<CountryLineBody> Countries, long Revision);

/// <summary>A country in the list.</summary>
/// <param name="Code">ISO 3166-1 alpha-2.</param>
/// <param name="Name">As the Unicode CLDR has it.</param>
/// <param name="Region">Its continent: a UN M49 code.</param>
/// <param name="RegionName">The name of the continent.</param>
/// <param name="Channels">How many channels of its own the directory has.</param>
/// <param name="Url">Its page, from the root of the site.</param>
public sealed record CountryLineBody(string Code, string Name, string Region, string RegionName, int Channels, string Url);

/// <summary>A country.</summary>
/// <param name="Code">ISO 3166-1 alpha-2.</param>
/// <param name="Name">As the Unicode CLDR has it.</param>
/// <param name="Region">Its continent: a UN M49 code.</param>
/// <param name="RegionName">The name of the continent.</param>
/// <param name="Emergencies">Its emergency numbers; empty where no source names one, which does not mean that there is none.</param>
/// <param name="Channels">The channels of its own, by their ids.</param>
/// <param name="Url">Its page, from the root of the site.</param>
/// <param name="Revision">The state of the directory that the answer was made from.</param>
public sealed record CountryBody(
    string Code,
    string Name,
    string Region,
    string RegionName,
    IReadOnlyList<EmergencyBody> Emergencies,
    IReadOnlyList<string> Channels,
    string Url,
    long Revision);

/// <summary>An emergency number of a country.</summary>
/// <param name="Number">As people dial it there.</param>
/// <param name="Label">What the number is for.</param>
/// <param name="Channel">The channel whose sources name it.</param>
public sealed record EmergencyBody(string Number, string? Label, string Channel);
