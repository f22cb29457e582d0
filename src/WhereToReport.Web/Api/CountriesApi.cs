using WhereToReport.Domain;
using WhereToReport.Domain.Places;
using WhereToReport.Web.Contacts;

namespace WhereToReport.Web.Api;

internal static class CountriesApi
{
    private const string UnknownCountry = "The country is not known.";
    private const string NoSuchCountry = "Use an ISO 3166-1 code of two letters, such as GB. Territories of the USA are states here.";

    private static readonly ApiOperation s_countries = new(ApiOperation.Directory, "countries", "Countries",
        "Every country of ISO 3166-1, in the order of the codes, with the number of channels of its own. A country with none has the worldwide channels only.")
    {
        Parameters = [ApiParameters.Lang],
        Example = directory => new CountriesBody([Line(directory, Countries.Of("GB")!, Language.English)], directory.Revision),
        Failures = [ApiOperation.Unclear("lang", "lang is not one of en, es.")],
    };

    private static readonly ApiOperation s_country = new(ApiOperation.Directory, "country", "A country",
        "The channels of a country, without those for the whole world, and its emergency numbers as far as a source names them.")
    {
        Parameters = [ApiParameters.CountryCode, ApiParameters.Lang],
        Example = directory => Country(directory, Countries.Of("GB")!, Language.English),
        Failures = [ApiOperation.Unclear("lang", "lang is not one of en, es."), ApiOperation.Unknown(UnknownCountry, NoSuchCountry)],
    };

    /// <summary><c>/countries</c> and <c>/countries/{code}</c></summary>
    public static void MapCountries(this IEndpointRouteBuilder api)
    {
        api.MapRead<CountriesBody>("/countries", IResult ([AsParameters] ApiRequest request) =>
        {
            var language = request.Language();
            return request.IsUnclear(out var refusal)
                ? refusal
                : TypedResults.Ok(new CountriesBody([.. Countries.All.Select(country => Line(request.Directory, country, language))], request.Directory.Revision));
        }, s_countries);
        api.MapRead<CountryBody>("/countries/{code}", IResult ([AsParameters] ApiRequest request, string code) =>
        {
            var language = request.Language();
            if (request.IsUnclear(out var refusal))
                return refusal;
            return Countries.Of(code.ToUpperInvariant()) is { } country
                ? TypedResults.Ok(Country(request.Directory, country, language))
                : ApiProblem.NotFound(UnknownCountry, NoSuchCountry);
        }, s_country);
    }

    private static CountryLineBody Line(DirectorySnapshot directory, Country country, Language language) =>
        new(country.Code, country.NameIn(language), country.Region, Countries.RegionName(country.Region, language), Own(directory, country).Count(), country.Path);

    private static CountryBody Country(DirectorySnapshot directory, Country country, Language language) => new(
        country.Code,
        country.NameIn(language),
        country.Region,
        Countries.RegionName(country.Region, language),
        [.. Dialling.Emergencies(directory, country).Select(named => new EmergencyBody(named.Phone.Number, named.Phone.Label?.In(language), named.Channel.Id))],
        [.. Own(directory, country)],
        country.Path,
        directory.Revision);

    private static IEnumerable<string> Own(DirectorySnapshot directory, Country country) => directory.Coverage.Covering(country)
        .Select(covering => covering.Channel)
        .Where(channel => channel.Coverage.Any(rule => rule.Country == country.Code))
        .Select(channel => channel.Id)
        .Order(StringComparer.Ordinal);
}
