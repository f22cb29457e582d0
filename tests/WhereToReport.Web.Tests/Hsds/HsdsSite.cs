using System.Net;
using System.Text.Json;
using WhereToReport.Testing;

namespace WhereToReport.Web.Tests.Hsds;

/// <summary>Asks the HSDS API of a site.</summary>
internal static class HsdsSite
{
    public static async Task<JsonElement> Hsds(this SiteProcess site, string path)
    {
        var response = await site.Http.GetAsync("/hsds/" + path);
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{path}: {response.StatusCode} {await response.Content.ReadAsStringAsync()}");
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        return JsonElement.Parse(await response.Content.ReadAsStringAsync());
    }

    public static JsonElement[] Contents(this JsonElement page) => [.. page.GetProperty("contents").EnumerateArray()];

    public static string Id(this JsonElement record) => record.GetProperty("id").GetString()!;

    public static async Task<string> Problem(this SiteProcess site, string path, HttpStatusCode status)
    {
        var response = await site.Http.GetAsync("/hsds/" + path);
        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        return JsonElement.Parse(await response.Content.ReadAsStringAsync()).GetProperty("detail").GetString()!;
    }
}
