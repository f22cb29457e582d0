using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using WhereToReport.Domain.Channels;
using WhereToReport.Domain.Places;
using WhereToReport.Web.Serving;

namespace WhereToReport.Web.Api;

/// <summary>A parameter in the address, as the document tells of it.</summary>
internal sealed record ApiParameter(string Name, string Description, OpenApiSchema Schema, JsonNode Example)
{
    public bool Required { get; init; }
}

/// <summary>Every parameter of the API.</summary>
internal static class ApiParameters
{
    public const int MostSuggestions = 50;
    public const int UsualSuggestions = 10;
    public const int MostListed = 500;
    public const int UsualListed = 50;
    public const int MostChanges = 500;
    public const int UsualChanges = 100;

    public static readonly ApiParameter Place = new("place",
        "A ZIP code, a city, a county or a state, as a person types it.", Text(PlaceText.MaxLength), "94043")
    { Required = true };

    public static readonly ApiParameter Typed = new("q",
        "What a person has typed so far: the beginning of a ZIP code or of the name of a city, county or state. A state may follow: `springfield, il`.",
        Text(PlaceText.MaxLength), "santa cl")
    { Required = true };

    public static readonly ApiParameter Situation = new("situation",
        "What happened: the id of a situation, as `/situations` lists them.", new() { Type = JsonSchemaType.String }, "sextortion");

    public static readonly ApiParameter Lang = new("lang", "The language of the words. Official names stay as they are.", OneOf("en", ["en", "es"]), "en");

    public static readonly ApiParameter Kind = new("kind", "Only channels of this kind.", OneOf(null, QueryReader.NamesOf<ChannelKind>()), "helpline");

    public static readonly ApiParameter State = new("state",
        "Only what serves this state or a part of it, also if it serves the whole country: a USPS code.", UspsCode, "CA");

    public static readonly ApiParameter Country = new("country",
        "Only what serves this country, also if it serves the whole world: an ISO 3166-1 code of two letters. A channel of a part of the USA serves no country.", IsoCode, "GB");

    public static readonly ApiParameter Page = new("page", "Which page of the list.", Number(int.MaxValue, 1), 1);

    public static readonly ApiParameter Since = new("since",
        "The `cursor` of the answer before: only changes behind it. Or a date or an instant: only changes made then or later. Without it, from the first change on.",
        new() { Type = JsonSchemaType.String }, "0");

    public static readonly ApiParameter Before = new("before", "Only changes before the one with this id.", Number(long.MaxValue, null), 1000);

    public static readonly ApiParameter SuggestionLimit = Limit(MostSuggestions, UsualSuggestions);
    public static readonly ApiParameter ListLimit = Limit(MostListed, UsualListed);
    public static readonly ApiParameter ChangeLimit = Limit(MostChanges, UsualChanges);

    public static readonly ApiParameter ChannelId = new("id", "The id of a channel; capitals do not matter.", new() { Type = JsonSchemaType.String }, "ncmec-cybertipline") { Required = true };

    public static readonly ApiParameter StateCode = new("code", "A USPS code; capitals do not matter.", UspsCode, "CA") { Required = true };

    public static readonly ApiParameter DutyState = new("state", "A USPS code; capitals do not matter.", UspsCode, "CA") { Required = true };

    public static readonly ApiParameter CountryCode = new("code", "An ISO 3166-1 code of two letters; capitals do not matter.", IsoCode, "GB") { Required = true };

    private static OpenApiSchema IsoCode => UspsCode;

    private static OpenApiSchema UspsCode => new() { Type = JsonSchemaType.String, Pattern = "^[A-Za-z]{2}$" };

    private static ApiParameter Limit(int most, int usual) => new("limit", "How many to give at most.", Number(most, usual), usual);

    private static OpenApiSchema Text(int longest) => new() { Type = JsonSchemaType.String, MinLength = 1, MaxLength = longest };

    private static OpenApiSchema Number(long most, int? usual) => new()
    {
        Type = JsonSchemaType.Integer,
        Minimum = "1",
        Maximum = most is int.MaxValue or long.MaxValue ? null : most.ToString(System.Globalization.CultureInfo.InvariantCulture),
        Default = usual,
    };

    private static OpenApiSchema OneOf(string? usual, IEnumerable<string> names) => new()
    {
        Type = JsonSchemaType.String,
        Enum = [.. names.Select(name => JsonValue.Create(name))],
        Default = usual,
    };
}
