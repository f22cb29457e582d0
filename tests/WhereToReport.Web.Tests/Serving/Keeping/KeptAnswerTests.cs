using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using WhereToReport.Testing;

namespace WhereToReport.Web.Tests.Serving.Keeping;

/// <summary>A site that keeps answers, and one that keeps none, on the same database.</summary>
public sealed class KeepingSites : IAsyncLifetime
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public TestDatabase Database { get; private set; } = null!;

    public SiteProcess Keeping { get; private set; } = null!;

    public SiteProcess Making { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Database = await TestDatabase.Filled();
        Keeping = await Start("Directory__KeptAnswersMegabytes", "100");
        Making = await Start("Directory__KeptAnswersMegabytes", "0");
    }

    public async ValueTask DisposeAsync()
    {
        await Keeping.DisposeAsync();
        await Making.DisposeAsync();
        await Database.DisposeAsync();
    }

    public async Task<SiteProcess> Start(string setting, string value)
    {
        var site = await SiteProcess.Start(Database.AsSite, settings: new Dictionary<string, string> { ["Site__Address"] = "https://example.org", [setting] = value });
        await site.UntilItServesTheDatabase();
        return site;
    }
}

/// <summary>Answers that were kept, beside those of a site that keeps none.</summary>
public class KeptAnswerTests(KeepingSites sites) : IClassFixture<KeepingSites>
{
    private const string Large = "/us/tx";

    private readonly SiteProcess _keeping = sites.Keeping;
    private readonly SiteProcess _making = sites.Making;

    [Fact]
    public async Task A_kept_answer_is_the_one_that_is_made()
    {
        var county = RealDirectory.Snapshot.Places.County("06085")!;
        string[] paths =
        [
            "/", "/es", "/find?q=94043", "/es/find?q=94043", "/find?q=94043&situation=sextortion", "/find?q=37752", "/find?q=99999", "/us", "/us/ca", county.Path,
            "/es" + county.Path + "/sextortion", county.Path + "/poster", "/situations/sextortion", "/schools/tx", "/channels/fbi-tips", "/channels/fbi-tips/history", "/world/mx", "/us/zz", Large,
            "/api/v1/answer?place=94043", "/api/v1/answer?place=37752&lang=es&situation=sextortion", "/api/v1/channels/fbi-tips", "/hsds/services",
        ];
        foreach (var path in paths)
        {
            foreach (var coding in new[] { "gzip, BR", "GZIP", "br, @", "identity", "gzip", "br", "gzip, deflate, br, zstd", "br;q=0.5, gzip" })
            {
                var made = await Ask(_making, path, coding);
                Assert.Equal(made, await Ask(_keeping, path, coding));
                Assert.Equal(made, await Ask(_keeping, path, coding));
            }
        }
    }

    [Fact]
    public async Task Head_and_unchanged_pages_are_answered_alike_before_and_after()
    {
        foreach (var method in new[] { HttpMethod.Head, HttpMethod.Get, HttpMethod.Head })
        {
            var answer = await Ask(_keeping, "/find?q=78701", "br", method);
            Assert.Equal(200, answer.Status);
            Assert.Equal(method == HttpMethod.Get, answer.Body != Digest([]));
        }
        using var request = new HttpRequestMessage(HttpMethod.Get, "/find?q=78701");
        request.Headers.TryAddWithoutValidation("If-None-Match", await Tag("/find?q=78701"));
        Assert.Equal(HttpStatusCode.NotModified, (await _keeping.Http.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task All_ZIP_codes_of_a_county_have_the_same_page()
    {
        var counties = RealDirectory.Facts.Gazetteer.ZipCounties.GroupBy(pair => pair.Zip).Where(zip => zip.Count() == 1).Select(zip => zip.Single()).GroupBy(pair => pair.CountyFips);
        foreach (var zips in counties.Where(county => county.Count() > 1).Where((_, index) => index % 100 == 0))
        {
            var (first, last) = (zips.First().Zip, zips.Last().Zip);
            foreach (var begin in new[] { "/find?q=", "/es/find?situation=sextortion&q=", "/api/v1/answer?place=" })
                Assert.Equal(await Ask(_making, begin + first, "identity"), await Ask(_making, begin + last, "identity"));
        }
    }

    [Fact]
    public async Task Many_who_ask_at_once_for_what_is_not_kept_yet_all_get_it()
    {
        var expected = await Ask(_making, "/es/task-forces", "br");
        var answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Ask(_keeping, "/es/task-forces", "br")));
        Assert.All(answers, answer => Assert.Equal(expected, answer));
    }

    [Theory]
    [InlineData(Large)]
    [InlineData("/us")]
    public async Task A_large_answer_reaches_a_slow_reader_whole_made_and_kept(string path)
    {
        var expected = (await Ask(_making, path, "identity")).Body;
        for (var i = 0; i < 3; i++)
            Assert.Equal(expected, await ReadSlowly(path));
    }

    [Fact]
    public async Task Clients_that_hang_up_leave_nothing_half_behind()
    {
        for (var i = 0; i < 100; i++)
        {
            using var client = await Connect(Large);
            client.Client.LingerState = new(enable: true, seconds: 0);
            if (i % 2 == 0)
                await client.GetStream().ReadExactlyAsync(new byte[100]);
        }
        var expected = await Ask(_making, Large, "identity");
        Assert.Equal(expected, await Ask(_keeping, Large, "identity"));
        Assert.Equal(expected, await Ask(_keeping, Large, "identity"));
    }

    [Fact]
    public async Task Each_host_gets_its_own_links_however_many_are_made_up()
    {
        await using var open = await SiteProcess.Start(sites.Database.AsSite);
        for (var i = 0; i < 20; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/find?q=94043") { Headers = { Host = $"host{i % 10}.example" } };
            var page = await (await open.Http.SendAsync(request)).Content.ReadAsStringAsync();
            Assert.Contains($"<link rel=\"canonical\" href=\"http://host{i % 10}.example/", page);
        }
    }

    [Fact]
    public async Task Kept_answers_of_the_API_count_against_its_limit_and_tell_what_is_left()
    {
        await using var site = await sites.Start("Api__LocalRequestsPerMinute", "60");
        var statuses = new List<HttpStatusCode>();
        var left = new List<string>();
        for (var i = 0; i < 80; i++)
        {
            using var answer = await site.Http.GetAsync("/api/v1/answer?place=94043");
            statuses.Add(answer.StatusCode);
            left.Add(Assert.Single(answer.Headers.GetValues("RateLimit")));
        }
        Assert.Equal(HttpStatusCode.OK, statuses[1]);
        Assert.Equal(HttpStatusCode.TooManyRequests, statuses[^1]);
        Assert.True(left.Distinct().Count() > 20, string.Join(' ', left.Distinct()));
    }

    [Fact]
    public async Task Without_room_on_disk_every_answer_is_made()
    {
        await using var site = await sites.Start("Directory__SnapshotFile", "/dev/null/snapshot.json");
        var expected = await Ask(_making, "/find?q=94043", "br");
        Assert.Equal(expected, await Ask(site, "/find?q=94043", "br"));
        Assert.Equal(expected, await Ask(site, "/find?q=94043", "br"));
        Assert.Contains("cannot be kept", site.Output);
    }

    private static async Task<Sent> Ask(SiteProcess site, string path, string coding, HttpMethod? method = null)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", coding);
        using var response = await site.Http.SendAsync(request);
        var headers = response.Headers.Concat(response.Content.Headers)
            .Where(header => header.Key is not ("Date" or "Content-Length" or "Transfer-Encoding" or "RateLimit"))
            .Select(header => $"{header.Key}: {string.Join(", ", header.Value)}")
            .Order(StringComparer.Ordinal);
        return new((int)response.StatusCode, string.Join('\n', headers), Digest(await response.Content.ReadAsByteArrayAsync()));
    }

    private async Task<string> Tag(string path) => (await _keeping.Http.GetAsync(path)).Headers.ETag!.ToString();

    private async Task<TcpClient> Connect(string path)
    {
        var client = new TcpClient { ReceiveBufferSize = 4096 };
        await client.ConnectAsync(_keeping.Address.Host, _keeping.Address.Port);
        await client.GetStream().WriteAsync(Encoding.Latin1.GetBytes($"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"));
        return client;
    }

    private async Task<string> ReadSlowly(string path)
    {
        using var patience = new CancellationTokenSource(KeepingSites.Patience);
        using var client = await Connect(path);
        using var all = new MemoryStream();
        var buffer = new byte[4096];
        while (await client.GetStream().ReadAsync(buffer, patience.Token) is > 0 and var read)
        {
            all.Write(buffer.AsSpan(0, read));
            await Task.Delay(1, patience.Token);
        }
        var answer = all.ToArray();
        var body = answer.AsSpan().IndexOf("\r\n\r\n"u8) + 4;
        var head = Encoding.Latin1.GetString(answer, 0, body);
        Assert.Contains($"Content-Length: {answer.Length - body}\r\n", head);
        return Digest(answer.AsSpan(body));
    }

    private static string Digest(ReadOnlySpan<byte> body) => $"{body.Length} bytes, {Convert.ToHexString(SHA256.HashData(body))}";

    private sealed record Sent(int Status, string Headers, string Body);
}
