using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;
using WhereToReport.Web.Telemetry;

namespace WhereToReport.Web.Serving.Keeping;

/// <summary>The finished answers of one edition, in one file. Its index takes some 200 bytes an answer.</summary>
internal sealed class Shelf
{
    private const int MostAnswers = 200_000;

    // These are of one answer, one visitor and one connection: another's connection must not be closed because the first one's was.
    private static readonly HashSet<string> s_ofOneAnswer = new(["Connection", "Content-Length", "Date", "Keep-Alive", "Transfer-Encoding", "RateLimit", "RateLimit-Policy"], StringComparer.OrdinalIgnoreCase);

    private readonly AnswerFile _file;
    private readonly ConcurrentDictionary<string, KeptAnswer> _answers = [];
    private readonly ConcurrentDictionary<string, KeptAnswer>.AlternateLookup<ReadOnlySpan<char>> _byAddress;
    private readonly ConcurrentDictionary<string, AnswerKind> _kinds = [];

    public Shelf(Edition edition, AnswerFile file)
    {
        Edition = edition;
        _file = file;
        _byAddress = _answers.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public Edition Edition { get; }

    /// <summary>True once there is no room for more: a new shelf is due.</summary>
    public bool IsFull { get; private set; }

    public bool TryFind(ReadOnlySpan<char> address, out KeptAnswer answer) => _byAddress.TryGetValue(address, out answer!);

    /// <summary>Answers with what is kept; with its headers alone where only they are asked for.</summary>
    public async Task Send(KeptAnswer answer, HttpContext context)
    {
        var response = context.Response;
        foreach (var (name, value) in answer.Kind.Headers)
            response.Headers[name] = value;
        response.ContentLength = answer.Length;
        if (context.Features.Get<IHttpMetricsTagsFeature>() is not null || Activity.Current is not null)
            context.SetEndpoint(answer.Kind.Endpoint); // only who watches needs its name
        if (HttpMethods.IsHead(context.Request.Method))
            return;
        await response.StartAsync();
        await _file.Send(answer.Begin, answer.Length, response.BodyWriter);
    }

    /// <exception cref="IOException">The disk takes no more.</exception>
    public void Keep(string address, HttpContext context, ReadOnlySpan<byte> body)
    {
        if (_answers.ContainsKey(address))
            return;
        if (_answers.Count < MostAnswers && _file.Append(body) is { } begin)
            _answers.TryAdd(address, new(KindOf(context), begin, body.Length));
        else
            IsFull = true;
    }

    private AnswerKind KindOf(HttpContext context)
    {
        KeyValuePair<string, StringValues>[] headers = [.. context.Response.Headers.Where(header => !s_ofOneAnswer.Contains(header.Key))];
        var counted = context.Features.Get<CountedAnswer>();
        var endpoint = context.GetEndpoint();
        var name = string.Join('\n', headers.Select(header => $"{header.Key}: {header.Value}").Append(endpoint?.DisplayName).Append(counted?.For));
        return _kinds.GetOrAdd(name, new AnswerKind(headers, endpoint, counted));
    }
}
