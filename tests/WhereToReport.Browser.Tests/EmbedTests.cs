using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Playwright;
using WhereToReport.Browser.Tests.Pages;

namespace WhereToReport.Browser.Tests;

public class EmbedTests(Browser browser) : VisitorTests(browser)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task One_copied_line_carries_the_numbers_into_a_page_of_another_origin(bool script)
    {
        var builder = await Visit("/data/embed?q=harris+county+texas&situation=sextortion");
        var line = await builder.Locator("textarea, pre code").First.EvaluateAsync<string>("element => element.value ?? element.textContent");
        using var school = new OtherSite($"<!DOCTYPE html><html lang=en><title>School</title><h1>Our school</h1>{line}");

        var page = await Open(Screen.Phone with { Script = script }, school.Address);
        await page.GotoAsync("/");
        var frame = page.FrameLocator("iframe");
        await Assertions.Expect(frame.Locator("[data-channel='ncmec-cybertipline'] a[href='tel:+18008435678']")).ToBeVisibleAsync();
        await Assertions.Expect(frame.Locator("[data-channel='tx-houston']")).ToBeVisibleAsync();
        var inside = page.Frames.Single(one => one != page.MainFrame);
        Assert.NotEqual(new Uri(page.Url).Authority, new Uri(inside.Url).Authority);
        Assert.False(await inside.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth"));
    }

    [Theory]
    [InlineData("/us/tx/harris-county")]
    [InlineData("/")]
    [InlineData("/editors")]
    [InlineData("/corrections/new")]
    public async Task Every_other_page_refuses_to_stand_in_a_frame(string path)
    {
        var site = new Uri((await Visit("/")).Url);
        using var school = new OtherSite($"<!DOCTYPE html><iframe src='{new Uri(site, path)}'></iframe>");
        var page = await Open(Screen.Phone, school.Address);
        var refusals = new List<string>();
        page.Console += (_, message) => refusals.Add(message.Text);
        await page.GotoAsync("/", new() { WaitUntil = WaitUntilState.NetworkIdle });
        Assert.Contains(refusals, refusal => refusal.Contains("frame", StringComparison.OrdinalIgnoreCase));
        Assert.Equal(0, await page.FrameLocator("iframe").Locator(".wordmark, form, [data-channel]").CountAsync());
    }

    [Theory]
    [InlineData(320, ColorScheme.Light)]
    [InlineData(600, ColorScheme.Dark)]
    public async Task The_embedded_page_is_accessible_by_itself(int width, ColorScheme colors)
    {
        var page = await Open(new Screen(width, Colors: colors));
        foreach (var path in new[] { "/embed/us", "/embed/us/tx", "/embed/us/tx/harris-county?situation=sextortion", "/embed/us/ca/santa-clara-county?lang=es" })
        {
            await page.GotoAsync(path);
            Assert.Empty(await Axe.Violations(page));
        }
    }

    /// <summary>Somebody else's site: one page at an origin of its own.</summary>
    private sealed class OtherSite : IDisposable
    {
        private readonly HttpListener _listener = new();

        public OtherSite(string html)
        {
            Address = new($"http://localhost:{FreePort()}/");
            _listener.Prefixes.Add(Address.ToString());
            _listener.Start();
            _ = Answer(Encoding.UTF8.GetBytes(html));
        }

        public Uri Address { get; }

        public void Dispose() => _listener.Close();

        private async Task Answer(byte[] page)
        {
            while (_listener.IsListening)
            {
                HttpListenerContext request;
                try
                {
                    request = await _listener.GetContextAsync();
                }
                catch (Exception end) when (end is HttpListenerException or ObjectDisposedException)
                {
                    return;
                }
                request.Response.ContentType = "text/html; charset=utf-8";
                await request.Response.OutputStream.WriteAsync(page);
                request.Response.Close();
            }
        }

        private static int FreePort()
        {
            using var listener = new TcpListener(IPAddress.Loopback, 0);
            listener.Start();
            return ((IPEndPoint)listener.LocalEndpoint).Port;
        }
    }
}
