using System.Text.Json;
using WhereToReport.Testing;

namespace WhereToReport.Browser.Tests;

/// <summary>What a phone with an empty cache waits for, as the browser itself measures it.</summary>
public class WireBudgetTests(Browser browser) : VisitorTests(browser)
{
    private const int MostRequestsBeforeThePaint = 2;

    // What is fetched after the page has loaded (by a service worker, say) delays nobody.
    private const string Measure =
        """
        async () => {
          const shift = await new Promise(done => {
            let sum = 0;
            const observer = new PerformanceObserver(list => { for (const entry of list.getEntries()) sum += entry.value; });
            observer.observe({ type: 'layout-shift', buffered: true });
            setTimeout(() => { observer.disconnect(); done(sum); }, 300);
          });
          const [page] = performance.getEntriesByType('navigation');
          const loaded = performance.getEntriesByType('resource').filter(each => each.startTime <= page.loadEventEnd);
          return JSON.stringify({
            bytes: page.encodedBodySize + loaded.reduce((sum, each) => sum + each.encodedBodySize, 0),
            requests: 1 + loaded.length,
            blocking: loaded.filter(each => each.renderBlockingStatus === 'blocking').map(each => new URL(each.name).pathname),
            foreign: performance.getEntriesByType('resource').map(each => each.name).filter(name => new URL(name).origin !== location.origin),
            paint: performance.getEntriesByName('first-contentful-paint')[0].startTime,
            shift,
          });
        }
        """;

    [Fact]
    public async Task The_pages_that_people_land_on_arrive_at_once_and_stand_still()
    {
        TestContext.Current.TestOutputHelper!.WriteLine($"{"page",-45} {"bytes",6} {"requests",8} {"before paint",12} {"paint",7} {"shift",6}");
        var breaches = new List<string>();
        foreach (var path in FirstVisit.Pages)
        {
            var page = await Open(Screen.Phone);
            var answer = await page.GotoAsync(path);
            Assert.Equal("br", (await answer!.AllHeadersAsync())["content-encoding"]);
            var visit = JsonSerializer.Deserialize<Visited>(await page.EvaluateAsync<string>(Measure), JsonSerializerOptions.Web)!;
            TestContext.Current.TestOutputHelper.WriteLine(FormattableString.Invariant(
                $"{path,-45} {visit.Bytes,6} {visit.Requests,8} {1 + visit.Blocking.Count,12} {visit.Paint,4:0} ms {visit.Shift,6:0.000}"));
            breaches.AddRange(Breaches(visit).Select(breach => $"{path}: {breach}"));
        }
        Assert.Empty(breaches);
    }

    private static IEnumerable<string> Breaches(Visited visit)
    {
        if (visit.Bytes > FirstVisit.MostBytes)
            yield return $"{visit.Bytes} bytes";
        if (1 + visit.Blocking.Count > MostRequestsBeforeThePaint || visit.Blocking.Any(path => !path.EndsWith(".css", StringComparison.Ordinal)))
            yield return $"the first paint waits for {string.Join(", ", visit.Blocking)}";
        if (visit.Foreign.Count > 0)
            yield return $"asks {string.Join(", ", visit.Foreign)}";
        if (visit.Shift > 0)
            yield return $"moves by {visit.Shift}";
    }

    private sealed record Visited
    {
        public int Bytes { get; init; }
        public int Requests { get; init; }
        public List<string> Blocking { get; init; } = [];
        public List<string> Foreign { get; init; } = [];
        public double Paint { get; init; }
        public double Shift { get; init; }
    }
}
