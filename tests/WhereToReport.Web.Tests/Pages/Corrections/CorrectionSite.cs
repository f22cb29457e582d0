using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using WhereToReport.Testing;

namespace WhereToReport.Web.Tests.Pages.Corrections;

/// <summary>A site with an empty database of its own, where one address may send as many corrections as the tests need.</summary>
public class CorrectionSite : IAsyncLifetime
{
    public static readonly IReadOnlyDictionary<string, string> NoLimit = new Dictionary<string, string>
    {
        ["Corrections__Limit"] = "1000000",
        ["Directory__RefreshEvery"] = "00:00:00.200",
    };

    protected virtual IReadOnlyDictionary<string, string> Settings => NoLimit;

    public TestDatabase Database { get; private set; } = null!;

    public SiteProcess Site { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Database = await TestDatabase.Empty();
        Site = await SiteProcess.Start(Database.AsSite, settings: Settings);
        await Site.UntilCorrectionsAreTaken();
    }

    public async ValueTask DisposeAsync()
    {
        await Site.DisposeAsync();
        await Database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    public Task<long> Stored(string text) => Database.Scalar<long>($"select count(*) from correction where text = '{text}'")!;
}

internal static class CorrectionRequests
{
    /// <summary>A form that is well filled in.</summary>
    public static Dictionary<string, string> Filled(string text) => new()
    {
        ["key"] = Guid.NewGuid().ToString(),
        ["kind"] = "NumberDoesNotWork",
        ["text"] = text,
    };

    public static async Task<HttpResponseMessage> Send(
        this SiteProcess site, Dictionary<string, string> form, string path = "/corrections/new", params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(form) };
        foreach (var (name, value) in headers)
            request.Headers.Add(name, value);
        return await site.Http.SendAsync(request);
    }

    public static async Task<IDocument> Document(this HttpResponseMessage response) =>
        await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStreamAsync());

    /// <summary>Sends a form that must be taken, and returns the address of its receipt.</summary>
    public static async Task<string> SendAndGetReceipt(this SiteProcess site, Dictionary<string, string> form, string path = "/corrections/new")
    {
        var response = await site.Send(form, path);
        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        return response.Headers.Location!.ToString();
    }

    // A node that has just started takes a moment to find its database.
    public static Task UntilCorrectionsAreTaken(this SiteProcess site) => Eventually.Happens(
        async () => (await site.Send(Filled("Is anybody there?"))).StatusCode == HttpStatusCode.SeeOther, within: TimeSpan.FromMinutes(2));
}
