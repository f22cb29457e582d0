using System.Diagnostics;
using System.Net;
using CsCheck;
using WhereToReport.Testing;
using WhereToReport.Web.Tests.Serving;

namespace WhereToReport.Web.Tests.Fuzzing;

/// <summary>Values as nobody types them, and what every answer to them must keep.</summary>
internal static class Fuzz
{
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(1);

    /// <summary>Texts that broke other programs.</summary>
    public static readonly string[] Known =
    [
        "", " ", "\0", "a\0b", "\ud800", "\udc00a", "\uFEFF", "\u202Etxt", "ﷺ", "İ", "ß", "I\u0307", "𝕊𝕒𝕟", "👩‍👩‍👧‍👦", "e\u0301\u0301\u0301", "null", "undefined", "NaN", "-1", "0",
        "2147483648", "9223372036854775808", "1e309", "0x7f", "٣٤٥", "true", "[]", "{}", "..", "../../etc/passwd", "%", "%zz", "%00", "%ff%fe", "%c0%ae", "+", "&&&", "a=b", ";",
        "'", "\"", "\\", "' or 1=1--", "'; drop table channel; --", "$(id)", "`id`", "${jndi:ldap://x}", "{{7*7}}", "@(1+1)", "<script>alert(1)</script>", "\r\nSet-Cookie: x=1",
        "en\r\nX: y", "2026-13-45", "9999-12-31T23:59:59Z", "0001-01-01", "00000000-0000-0000-0000-000000000000", "(((((((((((((((", "a*a*a*a*a*a*a*a*b", "94043-", "-94043", "00000",
        new string('a', 101), new string('9', 5000), new string(' ', 3000), string.Concat(Enumerable.Repeat("é ", 2000)), Inert.Hostile,
    ];

    private static readonly string[] s_ordinary =
    [
        "94043", "Springfield", "Santa Clara County", "ca", "CA", "TX", "en", "es", "sextortion", "ncmec-cybertipline", "child", "json", "csv", "ndjson", "1", "50", "1000", "true",
        "false", "2026-01-01", "2ed6657d-e927-568b-95e1-2665a8aea6a2", "NumberDoesNotWork", "a@example.org", "https://example.org",
    ];

    /// <summary>Any text: ordinary, known to be trouble, random, or an ordinary one with something changed.</summary>
    public static readonly Gen<string> Text = Gen.Frequency(
        (3, Gen.OneOf(s_ordinary)),
        (3, Gen.OneOf(Known)),
        (2, Gen.String[Gen.Char, 0, 60]),
        (2, Gen.String[Gen.Char[' ', '~'], 0, 120]),
        (2, Gen.Select(Gen.OneOf(s_ordinary), Gen.OneOf(Known), Gen.Int[0, 20], (ordinary, known, at) => ordinary.Insert(Math.Min(at, ordinary.Length), known))));

    /// <summary>A text as it can stand in an address: escaped as it should be, or left as it is where that is possible.</summary>
    public static readonly Gen<string> InAddress = Gen.Select(Text, Gen.Int[0, 5], (text, way) => way == 0 ? Raw(text) : Escaped(text));

    /// <summary>How long one test may search, in seconds: <c>FUZZ_SECONDS</c>, or a few.</summary>
    public static int Seconds { get; } = int.TryParse(Environment.GetEnvironmentVariable("FUZZ_SECONDS"), out var seconds) ? seconds : 4;

    public static string Escaped(string text) => Uri.EscapeDataString(string.Concat(text.EnumerateRunes()));

    /// <summary>Sends a request and returns what is wrong with its answer; null where nothing is.</summary>
    public static async Task<string?> Problem(SiteProcess site, Func<HttpRequestMessage> make)
    {
        var (answer, took) = await Send(site, make);
        for (var again = 0; again < 4 && took > s_longest; again++)
        {
            // The machine may be busy with something else: then the plainest answer is slow as well.
            await Task.Delay(s_longest);
            var (plain, least) = await Send(site, () => new(HttpMethod.Get, "/health/live"));
            plain.Dispose();
            answer.Dispose();
            (answer, took) = await Send(site, make);
            took -= least;
        }
        using (answer)
        {
            if (took > s_longest)
                return $"took {took.TotalSeconds:0.0} s";
            if (answer.StatusCode >= HttpStatusCode.InternalServerError && answer.StatusCode != HttpStatusCode.NotImplemented)
                return $"was {(int)answer.StatusCode}: {site.Output.Split('\n').LastOrDefault(IsFault)}";
            return await Inert.Problem(answer);
        }
    }

    public static void AssertNoFault(SiteProcess site) => Assert.DoesNotContain(
        site.Output.Split('\n'), IsFault);

    public static Uri Address(SiteProcess site, string pathAndQuery) =>
        new(site.Address.GetLeftPart(UriPartial.Authority) + pathAndQuery, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });

    private static bool IsFault(string line) => line.Contains("\"faults\"", StringComparison.Ordinal)
        || line.Contains("\"level\":\"error\"", StringComparison.Ordinal) || line.Contains("\"level\":\"critical\"", StringComparison.Ordinal);

    private static async Task<(HttpResponseMessage Answer, TimeSpan Took)> Send(SiteProcess site, Func<HttpRequestMessage> make)
    {
        using var request = make();
        var clock = Stopwatch.StartNew();
        var answer = await site.Http.SendAsync(request);
        return (answer, clock.Elapsed);
    }

    // What no request line can hold is escaped all the same.
    private static string Raw(string text) => string.Concat(text.Select(letter => letter is > ' ' and <= '~' and not '#' ? letter.ToString() : Escaped(letter.ToString())));
}
