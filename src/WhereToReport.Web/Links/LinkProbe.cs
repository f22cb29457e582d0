using System.Net;
using WhereToReport.Domain.Links;

namespace WhereToReport.Web.Links;

/// <summary>Checks one link: asks for its headers, follows redirects one by one, and says what it found.</summary>
internal sealed class LinkProbe(PoliteClient client, RobotsFiles robots)
{
    private const int MostRedirects = 5;

    /// <param name="options">The pace and the patience.</param>
    /// <param name="site">The site's public address, which the hosts are told.</param>
    /// <param name="time">The clock.</param>
    /// <param name="handler">How connections are made.</param>
    public static LinkProbe For(LinkCheckOptions options, string site, TimeProvider time, SocketsHttpHandler handler)
    {
        var http = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        http.DefaultRequestHeaders.UserAgent.ParseAdd($"{RobotsFiles.Program}/1.0 (+{site}/about)");
        http.DefaultRequestHeaders.Accept.ParseAdd("text/html, */*;q=0.8");
        http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        var client = new PoliteClient(http, new(options.HostSpacing, time), options.Timeout, time);
        return new(client, new(client, time));
    }

    public async Task<LinkFinding> Check(string url, CancellationToken stopping)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var start))
            return new(LinkOutcome.AddressRefused) { Detail = PoliteClient.NotPlain };

        var route = new Route(start);
        while (true)
        {
            if (!PoliteClient.IsPlain(route.Now))
                return route.End(new(LinkOutcome.AddressRefused) { Detail = PoliteClient.NotPlain });
            if (await robots.Objection(route.Now, stopping) is { } objection)
                return route.End(objection);
            var reply = await Ask(route, stopping);
            if (!reply.IsRedirect)
                return route.End(reply.Finding());
            if (!route.Follow(reply))
                return route.End(new(LinkOutcome.BadRedirect) { Status = (int)reply.Status!.Value, Detail = "redirects without end, or to nowhere" });
        }
    }

    // Many servers answer HEAD wrongly or not at all; only what GET says counts as a failure.
    private async Task<Reply> Ask(Route route, CancellationToken stopping)
    {
        if (!route.NeedsGet)
        {
            var reply = await client.Ask(HttpMethod.Head, route.Now, bodyBytes: 0, stopping);
            if (reply is { Status: < HttpStatusCode.BadRequest } or { NotBefore: not null } or { Failure.Outcome: not (LinkOutcome.Timeout or LinkOutcome.NoConnection) })
                return reply;
            route.NeedsGet = true;
        }
        return await client.Ask(HttpMethod.Get, route.Now, bodyBytes: 0, stopping);
    }

    private sealed class Route(Uri start)
    {
        private readonly HashSet<string> _seen = [start.AbsoluteUri];
        private bool _forGood = true;
        private Uri? _movedTo;

        public Uri Now { get; private set; } = start;

        public bool NeedsGet { get; set; }

        public bool Follow(Reply redirect)
        {
            if (redirect.Location is not { } location || !Uri.TryCreate(Now, location, out var next))
                return false;
            // A fragment is not sent, so it makes no new page.
            next = next.Fragment.Length > 0 ? new(next.GetLeftPart(UriPartial.Query)) : next;
            if (_seen.Count > MostRedirects || !_seen.Add(next.AbsoluteUri))
                return false;
            Now = next;
            _forGood &= redirect.IsPermanentRedirect;
            if (_forGood)
                _movedTo = next;
            return true;
        }

        public LinkFinding End(LinkFinding finding) => finding with
        {
            FinalUrl = _seen.Count > 1 && PoliteClient.IsPlain(Now) ? Now.AbsoluteUri : null,
            MovedTo = finding.Outcome == LinkOutcome.Works ? _movedTo?.AbsoluteUri : null,
        };
    }
}
