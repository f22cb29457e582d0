using System.Collections.Concurrent;
using System.Net;
using WhereToReport.Domain.Links;

namespace WhereToReport.Web.Links;

/// <summary>The robots.txt of each host, read once a day.</summary>
internal sealed class RobotsFiles(PoliteClient client, TimeProvider time)
{
    /// <summary>The name by which a robots.txt can address the link checker.</summary>
    public const string Program = "WhereToReport-LinkCheck";

    private const int LongestFile = 500 * 1024; // RFC 9309, section 2.5
    private const int MostRedirects = 5;
    private static readonly TimeSpan s_keep = TimeSpan.FromDays(1);
    private static readonly TimeSpan s_keepFailure = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, (Answer Answer, DateTimeOffset Until)> _known = [];

    private sealed record Answer(RobotsRules? Rules, LinkFinding? Failure);

    /// <summary>
    /// Why an address must not be asked for; null where it may be. A host that cannot be reached for its robots.txt
    /// cannot be reached for the page either, so that failure is the page's.
    /// </summary>
    public async Task<LinkFinding?> Objection(Uri address, CancellationToken cancel)
    {
        var (rules, failure) = await Of(address, cancel);
        return failure ?? (rules!.Allows(address) ? null : new LinkFinding(LinkOutcome.RobotsDisallow) { Detail = "robots.txt asks to stay away" });
    }

    private async Task<Answer> Of(Uri address, CancellationToken cancel)
    {
        var host = address.GetLeftPart(UriPartial.Authority);
        var now = time.GetUtcNow();
        if (_known.TryGetValue(host, out var known) && known.Until > now)
            return known.Answer;
        foreach (var (old, _) in _known.Where(kept => kept.Value.Until <= now))
            _known.TryRemove(old, out _);
        var answer = Judge(await Fetch(new(new Uri(host), "/robots.txt"), cancel));
        _known[host] = (answer, time.GetUtcNow() + (answer.Failure is null ? s_keep : s_keepFailure));
        return answer;
    }

    private async Task<Reply> Fetch(Uri address, CancellationToken cancel)
    {
        var reply = await client.Ask(HttpMethod.Get, address, LongestFile, cancel);
        for (var redirects = 0; redirects < MostRedirects && reply is { IsRedirect: true, Location: { } location }; redirects++)
        {
            address = new(address, location);
            reply = await client.Ask(HttpMethod.Get, address, LongestFile, cancel);
            if (reply.Failure is not null)
                return new() { Status = HttpStatusCode.NotFound }; // the failure of another address says nothing of this one
        }
        return reply;
    }

    // RFC 9309, section 2.3.1: no such file means no rules; a server that fails or asks to wait means: stay away for now.
    private static Answer Judge(Reply reply) => reply switch
    {
        { Failure: { } failure } => new(null, failure),
        { Status: HttpStatusCode.OK } => new(RobotsRules.Parse(reply.Body, Program), null),
        { Status: >= HttpStatusCode.InternalServerError or HttpStatusCode.TooManyRequests } => new(null, new(LinkOutcome.RobotsDisallow)
        {
            Status = (int)reply.Status,
            Detail = "robots.txt cannot be read",
            NotBefore = reply.NotBefore,
        }),
        _ => new(RobotsRules.AllowAll, null),
    };
}
