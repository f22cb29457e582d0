using Microsoft.AspNetCore.WebUtilities;
using WhereToReport.Domain;
using WhereToReport.Domain.Places;

namespace WhereToReport.Web.Embedding;

/// <summary>The place, situation and language that the address of a page of this site stands for.</summary>
internal sealed record EmbedTarget(Place Place, string? Situation, Language Language)
{
    /// <summary>Null where the address is not of this site, or not of a page that can be embedded.</summary>
    /// <param name="url">The page of a place, with or without a situation, or its embedded page.</param>
    /// <param name="site">The site's address without a slash at the end.</param>
    /// <param name="directory">The places and situations there are.</param>
    public static EmbedTarget? Of(string? url, string site, DirectorySnapshot directory)
    {
        if (url?.StartsWith(site + "/", StringComparison.OrdinalIgnoreCase) != true || !Uri.TryCreate(url, UriKind.Absolute, out var address))
            return null;
        var query = QueryHelpers.ParseQuery(address.Query);
        var language = Languages.FromCode(query.GetValueOrDefault("lang")) ?? Language.English;
        var parts = address.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (parts is ["es", ..])
            (parts, language) = (parts[1..], Language.Spanish);
        if (parts is ["embed", ..])
            parts = parts[1..];
        if (Find(parts, directory) is not (Place place, var rest) || rest.Length > 1)
            return null;
        if ((rest.FirstOrDefault() ?? query.GetValueOrDefault("situation").ToString()) is not { Length: > 0 } id)
            return new(place, null, language);
        return directory.Situation(id) is { } situation ? new(place, situation.Id, language) : null;
    }

    // The place, and what stands behind it in the address.
    private static (Place? Place, string[] Behind) Find(string[] parts, DirectorySnapshot directory) => parts switch
    {
        ["us"] => (Country.UnitedStates, []),
        ["us", var state] => (directory.Places.State(state), []),
        ["us", var state, var county, .. var rest] when directory.Places.State(state) is { } within => (directory.Places.County(within, county), rest),
        ["world", var code, .. var rest] => (directory.Places.CountryOf(code) is Country { Code: not "US" } country ? country : null, rest),
        _ => (null, []),
    };
}
