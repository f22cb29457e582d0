using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using WhereToReport.Postgres.Snapshots;
using WhereToReport.Testing;
using WhereToReport.Web.Tests.Pages;

namespace WhereToReport.Web.Tests.Serving;

/// <summary>A directory in which every text of every record tries to break out of wherever it is shown.</summary>
public sealed class HostileRecordTests : IAsyncLifetime
{
    // What other records or the code itself refer to, and what is no text: the schema refuses anything else there.
    private static readonly HashSet<string> s_kept =
    [
        "id", "kind", "operator", "number", "line", "confidence", "state", "basis", "date", "method", "on", "identity", "coverage", "counties", "contact",
        "restOfState", "reportUrlRestrictedTo", "to", "situations", "country", "languages", "fills", "channel", "role", "slug", "language", "reviewed",
        "situation", "audience", "extension",
    ];

    private static readonly HashSet<string> s_addresses = ["website", "url", "reportUrl", "chatUrl", "statuteUrl", "sources"];

    private SiteProcess _site = null!;

    public async ValueTask InitializeAsync() => _site = await SiteProcess.Start("Host=127.0.0.1;Port=1;Username=nobody;Database=none", file =>
    {
        new SnapshotFile(file).Write(RealDirectory.Snapshot).GetAwaiter().GetResult();
        var content = JsonNode.Parse(File.ReadAllText(file).Split('\n', 2)[1])!.AsObject();
        foreach (var (kind, records) in content["facts"]!.AsObject().Where(pair => pair.Key != "gazetteer").ToArray())
            Spoil(records!, kind);
        var json = content.ToJsonString();
        File.WriteAllText(file, $"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)))}\n{json}");
    });

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task No_text_of_a_record_becomes_more_than_text_anywhere()
    {
        Assert.Contains("\"file\"", await _site.Http.GetStringAsync("/health/ready"));
        Assert.Contains("=1&#x2B;1&lt;script&gt;", await _site.Http.GetStringAsync("/channels/ncmec-cybertipline"));

        var pages = EveryPageTests.Kinds.Select(row => row.Data).SelectMany(path => new[] { path, path == "/" ? "/es" : "/es" + path });
        var others = (await SiteEndpoints.All()).Where(endpoint => !endpoint.ForEditors)
            .SelectMany(endpoint => Samples.Paths(endpoint));
        string[] lists = ["/hsds/services?format=csv", "/hsds/services?format=ndjson&full=true", "/hsds/organizations?format=csv", "/hsds/service_at_locations?format=csv", "/hsds/services?full=true&per_page=1000"];
        var answered = 0;
        foreach (var path in pages.Concat(others).Concat(lists).Distinct())
        {
            var answer = await _site.Http.GetAsync(path);
            Assert.True(answer.StatusCode != HttpStatusCode.InternalServerError, $"{path}: {answer.StatusCode}\n{_site.Output}");
            Assert.Null(await Inert.Problem(answer) is { } problem ? $"{path} {problem}" : null);
            answered += answer.StatusCode == HttpStatusCode.OK ? 1 : 0;
        }
        Assert.True(answered > 100, $"Only {answered} answers.");
    }

    private static void Spoil(JsonNode node, string name)
    {
        switch (node)
        {
            case JsonObject record:
                foreach (var (field, value) in record.Where(pair => pair.Value is not null).ToArray())
                    Spoil(value!, field);
                break;
            case JsonArray list:
                foreach (var value in list.Where(value => value is not null).ToArray())
                    Spoil(value!, name);
                break;
            case JsonValue value when value.TryGetValue<string>(out var text) && !s_kept.Contains(name):
                value.ReplaceWith(JsonValue.Create(s_addresses.Contains(name) ? text + "#\"'><script>alert(1)</script><b/id=hostile>" : Spoiled(name, text)));
                break;
        }
    }

    // Markdown is spoiled with what only Markdown can say.
    private static string Spoiled(string name, string text) => name == "markdown"
        ? $"{text}\n\n{Inert.Hostile}\n\n[a](javascript:alert(1)) [b](<java\nscript:alert(1)>) ![c](https://evil.example/x.png) <javascript:alert(1)> [d](vbscript:x) [e](data:text/html,x)\n\n<style>*{{}}</style>"
        : Inert.Hostile + text;
}
