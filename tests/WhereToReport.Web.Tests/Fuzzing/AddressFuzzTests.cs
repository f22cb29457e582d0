using CsCheck;
using WhereToReport.Testing;

namespace WhereToReport.Web.Tests.Fuzzing;

[Collection(OnFuzzedSite.Name)]
public class AddressFuzzTests(FuzzedSite fuzzed)
{
    private static readonly string[] s_headers =
        ["Accept", "Accept-Language", "If-None-Match", "If-Modified-Since", "Range", "Origin", "Cookie", "Forwarded", "X-Forwarded-For", "X-HTTP-Method-Override", "traceparent", "Sec-Fetch-Site"];

    [Fact]
    public async Task Every_address_answers_every_known_trouble_plainly_and_at_once()
    {
        var (site, endpoints) = (fuzzed.Site, fuzzed.Open);
        Assert.True(endpoints.Count > 40);
        var requests = Fuzz.Known.Select(Fuzz.Escaped).SelectMany(text => endpoints
            .Where(endpoint => endpoint.Parameters.Length > 0).Select(endpoint => endpoint.Path(part => Samples.Of(part)[0]) + "?" + string.Join('&', endpoint.Parameters.Select(name => $"{name}={text}")))
            .Concat(endpoints.Where(endpoint => endpoint.Parts.Length > 0).Select(endpoint => endpoint.Path(_ => text.Length == 0 ? "%20" : text))));
        await Parallel.ForEachAsync(requests, new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (address, _) =>
            Assert.Null(await Fuzz.Problem(site, () => new(HttpMethod.Get, Fuzz.Address(site, address))) is { } problem ? $"{Shown(address)} {problem}" : null));
        Fuzz.AssertNoFault(site);
    }

    [Fact]
    public async Task Any_address_with_any_parameters_is_answered_plainly_and_at_once()
    {
        var (site, endpoints) = (fuzzed.Site, fuzzed.Open);
        var names = endpoints.SelectMany(endpoint => endpoint.Parameters).Distinct().ToArray();
        var request = Gen.Select(
            Gen.Int[0, endpoints.Count - 1],
            Gen.OneOf("", "", "", "/es"),
            Fuzz.InAddress.Array[4],
            Gen.Select(Gen.Int[0, 40], Fuzz.InAddress).Array[0, 6],
            Gen.Select(Gen.OneOf(s_headers), Gen.String[Gen.Char[' ', '~'], 0, 80]).Array[0, 2]);
        await request.SampleAsync(
            async drawn =>
            {
                var (endpoint, prefix, parts, values, headers) = drawn;
                var address = prefix + Path(endpoints[endpoint], parts) + "?" + string.Join('&', values.Select(value => $"{Name(endpoints[endpoint].Parameters, names, value.Item1)}={value.Item2}"));
                if (await Fuzz.Problem(site, () => Request(site, address, headers)) is { } problem)
                    Assert.Fail($"{Shown(address)} {problem}");
            },
            time: Fuzz.Seconds,
            threads: 2);
        Fuzz.AssertNoFault(site);
    }

    [Theory]
    [InlineData("a&")]
    [InlineData("q=a&")]
    [InlineData("situation=a&")]
    [InlineData("search=a&")]
    public async Task As_many_parameters_as_an_address_can_hold_are_answered_at_once(string parameter)
    {
        var query = string.Concat(Enumerable.Repeat(parameter, 100_000 / parameter.Length));
        foreach (var path in new[] { "/find?", "/api/v1/answer?place=94043&", "/hsds/services?", "/us/ca?", "/" })
            Assert.Null(await Fuzz.Problem(fuzzed.Site, () => new(HttpMethod.Get, Fuzz.Address(fuzzed.Site, path + query))));
    }

    private static HttpRequestMessage Request(SiteProcess site, string address, (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, Fuzz.Address(site, address));
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return request;
    }

    // Most often a good place with bad parameters; sometimes a bad place.
    private static string Path(SiteEndpoint endpoint, string[] drawn)
    {
        var at = 0;
        return endpoint.Path(part => drawn[at++ % drawn.Length] is { Length: > 0 } text && text.Length % 4 == 0 ? text : Samples.Of(part)[0]);
    }

    private static string Name(string[] own, string[] all, int choice) =>
        choice < 30 && own.Length > 0 ? own[choice % own.Length] : all[choice % all.Length];

    private static string Shown(string address) => address.Length <= 300 ? address : address[..300] + "…";
}
