using Microsoft.Playwright;
using WhereToReport.Testing;

[assembly: AssemblyFixture(typeof(WhereToReport.Browser.Tests.Browser))]
[assembly: AssemblyFixture(typeof(DeskSite))]

namespace WhereToReport.Browser.Tests;

/// <summary>How a visitor's browser is: its screen, and whether it runs scripts and keeps pages.</summary>
public sealed record Screen(int Width = 360, int Height = 740, ColorScheme Colors = ColorScheme.Light, bool Script = true, bool Keeps = true)
{
    public static readonly Screen Phone = new();
    public static readonly Screen Desktop = new(1280, 900);
}

/// <summary>One real Chromium and one real site for all tests; every visit has a context of its own.</summary>
public sealed class Browser : IAsyncLifetime
{
    private readonly FilledSite _filled = new();
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;

    public async ValueTask InitializeAsync()
    {
        var chromium = Environment.GetEnvironmentVariable("CHROMIUM_PATH") is { Length: > 0 } path ? path : "/usr/bin/chromium";
        if (!File.Exists(chromium))
            throw new InvalidOperationException("No Chromium to test with: run ./dev test, or set CHROMIUM_PATH.");
        Assertions.SetDefaultExpectTimeout(20_000);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = chromium,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });

        // Until it has shown something, this browser puts off looking for newer service workers, for half a minute and longer.
        await (await _browser.NewPageAsync()).GotoAsync("data:text/html,");
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
        await _filled.DisposeAsync();
    }

    /// <summary>The site that all tests share.</summary>
    public Task<SiteProcess> Site() => _filled.Site();

    /// <summary>An empty browser with one page.</summary>
    /// <param name="screen">How the screen is.</param>
    /// <param name="address">Another site than the one that all tests share.</param>
    public async Task<IPage> Open(Screen screen, Uri? address = null)
    {
        address ??= (await _filled.Site()).Address;
        var context = await _browser.NewContextAsync(new()
        {
            BaseURL = address.ToString(),
            ViewportSize = new() { Width = screen.Width, Height = screen.Height },
            ColorScheme = screen.Colors,
            JavaScriptEnabled = screen.Script,
            ServiceWorkers = screen.Keeps ? ServiceWorkerPolicy.Allow : ServiceWorkerPolicy.Block,
            ReducedMotion = ReducedMotion.Reduce,
        });
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(30_000);
        return page;
    }
}

/// <summary>Tests in which a visitor uses the site; what a test opens is closed after it.</summary>
public abstract class VisitorTests(Browser browser) : IAsyncLifetime
{
    private readonly List<IPage> _opened = [];

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (var page in _opened)
        {
            if (TestContext.Current.TestState?.Result == TestResult.Failed)
                TestContext.Current.TestOutputHelper!.WriteLine($"At {page.Url}: {await Shown(page)}");
            await page.Context.CloseAsync();
        }
        GC.SuppressFinalize(this);
    }

    /// <summary>A visitor with an empty browser.</summary>
    protected async Task<IPage> Open(Screen screen, Uri? address = null)
    {
        var page = await browser.Open(screen, address);
        _opened.Add(page);
        return page;
    }

    /// <summary>A visitor with an empty browser, on a page; on a phone where nothing else is said.</summary>
    protected async Task<IPage> Visit(string path, Screen? screen = null)
    {
        var page = await Open(screen ?? Screen.Phone);
        await page.GotoAsync(path);
        return page;
    }

    // For whoever reads of a failure afterwards.
    private static async Task<string> Shown(IPage page)
    {
        try
        {
            return await page.EvaluateAsync<string>("(document.querySelector('main') ?? document.body)?.innerText.replace(/\\s+/g, ' ').slice(0, 500) ?? 'blank'").WaitAsync(TimeSpan.FromSeconds(5));
        }
        catch (Exception failure) when (failure is TimeoutException or PlaywrightException)
        {
            return failure.Message;
        }
    }
}
