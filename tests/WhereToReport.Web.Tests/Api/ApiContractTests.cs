using System.Net;
using System.Text.Json;
using WhereToReport.Testing;

namespace WhereToReport.Web.Tests.Api;

/// <summary>Every answer that the OpenAPI document tells of is asked for, and is as the document says.</summary>
public class ApiContractTests(FilledSite filled, LimitedApiSite limited) : IClassFixture<LimitedApiSite>
{
    public static TheoryData<string, int, string> Exercises => new()
    {
        { "answer", 200, "/api/v1/answer?place=94043" },
        { "answer", 200, "/api/v1/answer?place=94043&situation=sextortion&lang=es" },
        { "answer", 200, "/api/v1/answer?place=texas&situation=trafficking" },
        { "answer", 200, "/api/v1/answer?place=09001" },
        { "answer", 200, "/api/v1/answer?place=LA" },
        { "answer", 304, "/api/v1/answer?place=94043" },
        { "answer", 400, "/api/v1/answer" },
        { "answer", 400, "/api/v1/answer?place=94043&situation=nonsense" },
        { "answer", 404, "/api/v1/answer?place=Los+Angelos" },
        { "answer", 404, "/api/v1/answer?place=00000" },
        { "answer", 429, "/api/v1/answer?place=94043" },
        { "places", 200, "/api/v1/places?q=san" },
        { "places", 200, "/api/v1/places?q=090&limit=50" },
        { "places", 200, "/api/v1/places?q=qqzz" },
        { "places", 304, "/api/v1/places?q=san" },
        { "places", 400, "/api/v1/places" },
        { "places", 400, "/api/v1/places?q=san&limit=51" },
        { "places", 429, "/api/v1/places?q=san" },
        { "state", 200, "/api/v1/states/CA" },
        { "state", 200, "/api/v1/states/pr" },
        { "state", 304, "/api/v1/states/CA" },
        { "state", 404, "/api/v1/states/ZZ" },
        { "state", 429, "/api/v1/states/CA" },
        { "countries", 200, "/api/v1/countries" },
        { "countries", 200, "/api/v1/countries?lang=es" },
        { "countries", 304, "/api/v1/countries" },
        { "countries", 400, "/api/v1/countries?lang=fr" },
        { "countries", 429, "/api/v1/countries" },
        { "country", 200, "/api/v1/countries/GB?lang=es" },
        { "country", 200, "/api/v1/countries/us" },
        { "country", 200, "/api/v1/countries/AQ" },
        { "country", 304, "/api/v1/countries/GB" },
        { "country", 400, "/api/v1/countries/GB?lang=fr" },
        { "country", 404, "/api/v1/countries/ZZ" },
        { "country", 429, "/api/v1/countries/GB" },
        { "channels", 200, "/api/v1/channels?limit=500" },
        { "channels", 200, "/api/v1/channels?limit=500&lang=es" },
        { "channels", 200, "/api/v1/channels?kind=helpline&state=TX&situation=sextortion&page=2&limit=1" },
        { "channels", 200, "/api/v1/channels?country=gb&lang=es" },
        { "channels", 304, "/api/v1/channels" },
        { "channels", 400, "/api/v1/channels?kind=nonsense" },
        { "channels", 400, "/api/v1/channels?country=ZZ" },
        { "channels", 429, "/api/v1/channels?limit=1" },
        { "channel", 200, "/api/v1/channels/ncmec-cybertipline?lang=es" },
        { "channel", 200, "/api/v1/channels/TX-HOUSTON" },
        { "channel", 304, "/api/v1/channels/ncmec-cybertipline" },
        { "channel", 400, "/api/v1/channels/ncmec-cybertipline?lang=fr" },
        { "channel", 404, "/api/v1/channels/nonsense" },
        { "channel", 429, "/api/v1/channels/911" },
        { "taskForces", 200, "/api/v1/task-forces" },
        { "taskForces", 200, "/api/v1/task-forces?state=ca&lang=es" },
        { "taskForces", 304, "/api/v1/task-forces" },
        { "taskForces", 400, "/api/v1/task-forces?state=ZZ" },
        { "taskForces", 429, "/api/v1/task-forces?state=DE" },
        { "situations", 200, "/api/v1/situations" },
        { "situations", 200, "/api/v1/situations?lang=ES" },
        { "situations", 304, "/api/v1/situations" },
        { "situations", 400, "/api/v1/situations?lang=fr" },
        { "situations", 429, "/api/v1/situations" },
        { "duty", 200, "/api/v1/duties/TX" },
        { "duty", 200, "/api/v1/duties/pr?lang=es" },
        { "duty", 304, "/api/v1/duties/TX" },
        { "duty", 400, "/api/v1/duties/TX?lang=fr" },
        { "duty", 404, "/api/v1/duties/ZZ" },
        { "duty", 429, "/api/v1/duties/TX" },
        { "changes", 200, "/api/v1/changes?limit=500" },
        { "changes", 200, "/api/v1/changes?since=2026-01-01&limit=3" },
        { "changes", 304, "/api/v1/changes" },
        { "changes", 400, "/api/v1/changes?since=yesterday" },
        { "changes", 429, "/api/v1/changes" },
        { "changes", 503, "/api/v1/changes" },
        { "changesFeed", 200, "/changes.atom" },
        { "changesFeed", 304, "/changes.atom" },
        { "changesFeed", 400, "/changes.atom?before=0" },
        { "changesFeed", 429, "/changes.atom" },
        { "changesFeed", 503, "/changes.atom" },
    };

    public static TheoryData<string> Answers => [.. Exercises.Where(row => row.Data.Item2 == 200).Select(row => row.Data.Item3)];

    [Fact]
    public async Task Every_documented_answer_is_asked_for()
    {
        var documented = ApiDocumentTests.Operations(await Document())
            .SelectMany(operation => operation.Operation.GetProperty("responses").EnumerateObject(), (operation, response) => $"{operation.Operation.Text("operationId")} {response.Name}");
        Assert.Equal(documented.Order(), Exercises.Select(row => $"{row.Data.Item1} {row.Data.Item2}").Distinct().Order());
    }

    [Theory]
    [MemberData(nameof(Exercises))]
    public async Task An_answer_is_as_the_document_says(string id, int status, string address)
    {
        var document = await Document();
        var (path, operation) = ApiDocumentTests.Operations(document).Single(operation => operation.Operation.Text("operationId") == id);
        AssertDocumented(address, path, operation);

        var response = await Ask(status, address);
        Assert.True(status == (int)response.StatusCode, $"{response.StatusCode} {await response.Content.ReadAsStringAsync()}");
        Assert.Equal("*", response.Headers.GetValues("Access-Control-Allow-Origin").Single());
        var told = operation.GetProperty("responses").GetProperty(status.ToString());
        foreach (var header in told.GetProperty("headers").EnumerateObject().Where(header => header.Value.GetProperty("required").GetBoolean()))
            Assert.True(response.Headers.Contains(header.Name), header.Name);

        var body = await response.Content.ReadAsStringAsync();
        if (!told.TryGetProperty("content", out var content))
        {
            Assert.Empty(body);
            return;
        }
        var media = content.EnumerateObject().Single();
        Assert.Equal(media.Name, response.Content.Headers.ContentType?.MediaType);
        new DocumentedSchemas(document).AssertValid(media.Value.GetProperty("schema"), media.Name.EndsWith("json", StringComparison.Ordinal) ? JsonElement.Parse(body) : JsonSerializer.SerializeToElement(body));
    }

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task HEAD_answers_like_GET_without_the_body(string address)
    {
        var site = await filled.Site();
        using var head = new HttpRequestMessage(HttpMethod.Head, address);
        var (first, second) = (await site.Http.GetAsync(address), await site.Http.SendAsync(head));
        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
        Assert.Equal(first.Content.Headers.ContentType, second.Content.Headers.ContentType);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync());
    }

    private async Task<HttpResponseMessage> Ask(int status, string address)
    {
        switch (status)
        {
            case 429:
                return await limited.Refusal("192.0.2." + (address.Sum(letter => letter) % 200 + 20), address);
            case 503:
                return await limited.From("198.51.100." + (address.Length + 20), address);
        }
        var site = await filled.Site();
        if (status != 304)
            return await site.Http.GetAsync(address);
        using var again = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { IfNoneMatch = { (await site.Http.GetAsync(address)).Headers.ETag! } } };
        return await site.Http.SendAsync(again);
    }

    private static void AssertDocumented(string address, string path, JsonElement operation)
    {
        var asked = new Uri("https://example.org" + address);
        Assert.Equal(path.Split('/').Length, asked.AbsolutePath.Split('/').Length);
        Assert.All(path.Split('/').Zip(asked.AbsolutePath.Split('/')), part => Assert.True(part.First == part.Second || part.First.StartsWith('{')));
        var names = operation.List("parameters").Where(parameter => parameter.Text("in") == "query").Select(parameter => parameter.Text("name"));
        foreach (var parameter in System.Web.HttpUtility.ParseQueryString(asked.Query).AllKeys)
            Assert.Contains(parameter, names);
    }

    private async Task<JsonElement> Document() => JsonElement.Parse(await (await filled.Site()).Http.GetStringAsync("/openapi/v1.json"));
}
