using System.Net;
using System.Text.Json;
using WhereToReport.Testing;

namespace WhereToReport.Web.Tests.Api;

/// <summary>Asks the API of a site.</summary>
internal static class ApiSite
{
    public static async Task<JsonElement> Api(this SiteProcess site, string address)
    {
        var response = await site.Http.GetAsync("/api/v1/" + address);
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{address}: {response.StatusCode} {await response.Content.ReadAsStringAsync()}");
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        return JsonElement.Parse(await response.Content.ReadAsStringAsync());
    }

    public static async Task<JsonElement> ApiProblem(this SiteProcess site, string address, HttpStatusCode status)
    {
        var response = await site.Http.GetAsync("/api/v1/" + address);
        Assert.True(status == response.StatusCode, $"{address}: {response.StatusCode}");
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        return JsonElement.Parse(await response.Content.ReadAsStringAsync());
    }

    public static string Text(this JsonElement from, string field) => from.GetProperty(field).GetString()!;

    public static JsonElement[] List(this JsonElement from, string field) => [.. from.GetProperty(field).EnumerateArray()];

    public static string[] Texts(this JsonElement from, string field) => [.. from.List(field).Select(item => item.GetString()!)];

    public static string[] Ids(this JsonElement from, string field) => [.. from.List(field).Select(item => item.Text("id"))];
}

/// <summary>A site where each internet address, as a proxy in front of it names them, has a small quota, and which has no database.</summary>
public sealed class LimitedApiSite : IAsyncLifetime
{
    public const int Quota = 5;

    public SiteProcess Site { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Site = await SiteProcess.Start(
        "Host=127.0.0.1;Port=1;Username=nobody;Database=none",
        settings: new Dictionary<string, string>
        {
            ["Api__RequestsPerMinute"] = $"{Quota}",
            ["Proxies__Trusted"] = "127.0.0.0/8",
        });

    public ValueTask DisposeAsync() => Site.DisposeAsync();

    public async Task<HttpResponseMessage> From(string sender, string address, HttpMethod? method = null)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, address);
        request.Headers.Add("X-Forwarded-For", sender);
        return await Site.Http.SendAsync(request);
    }

    /// <summary>Asks until the quota is used up.</summary>
    public async Task<HttpResponseMessage> Refusal(string sender, string address)
    {
        for (var i = 0; i < 100 * Quota; i++)
        {
            var response = await From(sender, address);
            if (response.StatusCode == HttpStatusCode.TooManyRequests)
                return response;
        }
        throw new InvalidOperationException($"{address} has no limit.");
    }
}
