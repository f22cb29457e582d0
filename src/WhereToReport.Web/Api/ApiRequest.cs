using Microsoft.AspNetCore.Http.HttpResults;
using WhereToReport.Domain;
using WhereToReport.Domain.Guidance;
using WhereToReport.Domain.Places;
using WhereToReport.Web.Serving;

namespace WhereToReport.Web.Api;

/// <summary>A request to the API, with the revision that answers it.</summary>
internal sealed record ApiRequest(HttpContext Context, DirectorySnapshot Directory)
{
    /// <summary>What the address asks for. Read everything, then see <see cref="IsUnclear"/>.</summary>
    public QueryReader Query { get; } = new(Context.Request.Query);

    public Language Language()
    {
        if (Query.Text("lang") is not { } code)
            return Domain.Language.English;
        var language = Languages.FromCode(code);
        if (language is null)
            Query.Refuse("lang is not one of en, es.", "lang");
        return language ?? Domain.Language.English;
    }

    public State? State()
    {
        if (Query.Text("state") is not { } code)
            return null;
        var state = Directory.Places.State(code);
        if (state is null)
            Query.Refuse("state is not the USPS code of a state, the District or a territory, such as CA.", "state");
        return state;
    }

    public Country? Country()
    {
        if (Query.Text("country") is not { } code)
            return null;
        var country = Countries.Of(code.ToUpperInvariant());
        if (country is null)
            Query.Refuse("country is not the ISO 3166-1 code of a country, such as GB.", "country");
        return country;
    }

    public Situation? Situation()
    {
        if (Query.Text("situation") is not { } id)
            return null;
        var situation = Directory.Situation(id);
        if (situation is null)
            Query.Refuse($"situation is not one of {string.Join(", ", Directory.Facts.Situations.Select(one => one.Id))}.", "situation");
        return situation;
    }

    /// <summary>True where a parameter is wrong; <paramref name="refusal"/> says which and why.</summary>
    public bool IsUnclear([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out ProblemHttpResult? refusal)
    {
        refusal = Query.Problem is { } problem ? ApiProblem.BadRequest(Query.Parameter!, problem) : null;
        return refusal is not null;
    }

    /// <summary>Refers to the part of a list that follows this one, by the header <c>Link</c> (RFC 8288).</summary>
    public void LinkNext(string parameter, string value)
    {
        var known = Context.GetEndpoint()!.Metadata.GetRequiredMetadata<ApiOperation>().Parameters.Select(one => one.Name);
        var kept = Context.Request.Query.Where(one => one.Key != parameter && known.Contains(one.Key));
        var address = Microsoft.AspNetCore.WebUtilities.QueryHelpers.AddQueryString(
            PublicAddress.Of(Context.Request) + Context.Request.PathBase + Context.Request.Path, [.. kept, new(parameter, value)]);
        Context.Response.Headers.Link = $"<{address}>; rel=\"next\"";
    }
}
