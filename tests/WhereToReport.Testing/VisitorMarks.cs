using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace WhereToReport.Testing;

/// <summary>
/// Everything by which a visitor could be known again, or what they looked for: what was typed, cookies, browsers, internet
/// addresses. None of it may stand in a log.
/// </summary>
public sealed partial class VisitorMarks
{
    // Shorter texts stand in any log by chance.
    private const int Shortest = 5;

    private readonly ConcurrentDictionary<string, string> _marks = new();

    /// <summary>An address of the loopback network that nothing else on the machine uses; null where only 127.0.0.1 can be used.</summary>
    public static IPAddress? Address { get; } = OperatingSystem.IsLinux() ? IPAddress.Parse("127.71.83.97") : null;

    public void Add(string what, string? value)
    {
        if (value?.Length >= Shortest && !value.All(char.IsWhiteSpace))
            _marks.TryAdd(value, what);
    }

    /// <summary>Connections from <see cref="Address"/>, of which every request is remembered.</summary>
    public HttpMessageHandler Watch(SocketsHttpHandler handler)
    {
        handler.ConnectCallback = Connect;
        return new Memory(this) { InnerHandler = handler };
    }

    /// <exception cref="InvalidOperationException">The log holds something of a visitor.</exception>
    public void AssertNotIn(string log)
    {
        foreach (var line in log.Split('\n').Where(line => !line.Contains("Now listening on")))
        {
            foreach (var (mark, what) in Found(line))
                throw new InvalidOperationException($"The log holds a visitor's {what}, \"{mark}\":\n{line}");
        }
    }

    /// <summary>The marks in a text, where they stand as a word of their own; the folder of this clone may be named like one.</summary>
    public IEnumerable<KeyValuePair<string, string>> Found(string text)
    {
        text = text.Replace(Repository.Root, "", StringComparison.Ordinal);
        return _marks
            .Append(new(Address?.ToString() ?? "no address", "internet address"))
            .Where(mark => text.Contains(mark.Key, StringComparison.OrdinalIgnoreCase) && Regex.IsMatch(text, $@"(?<!\w){Regex.Escape(mark.Key)}(?!\w)", RegexOptions.IgnoreCase));
    }

    private static async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            if (Address is not null)
                socket.Bind(new IPEndPoint(Address.MapToIPv6(), 0));
            await socket.ConnectAsync(context.DnsEndPoint, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private sealed class Memory(VisitorMarks marks) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancel)
        {
            Remember("query", request.RequestUri!.Query.TrimStart('?'));
            if (request.Content?.Headers.ContentType?.MediaType == "application/x-www-form-urlencoded")
                Remember("form", await request.Content.ReadAsStringAsync(cancel));
            Remember(request.Headers);
            foreach (Match secret in Secret().Matches(request.RequestUri.AbsolutePath))
                marks.Add("link", secret.Groups[1].Value);
            var response = await base.SendAsync(request, cancel);
            foreach (var cookie in response.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
                marks.Add("cookie", cookie.Split(';')[0].Split('=', 2)[^1]);
            return response;
        }

        private void Remember(HttpRequestHeaders headers)
        {
            foreach (var name in new[] { "User-Agent", "Referer", "X-Forwarded-For", "tracestate" })
                marks.Add(name, headers.TryGetValues(name, out var values) ? string.Join(' ', values) : null);
            foreach (var cookie in headers.TryGetValues("Cookie", out var cookies) ? cookies.SelectMany(line => line.Split("; ")) : [])
                marks.Add("cookie", cookie.Split('=', 2)[^1]);
        }

        private void Remember(string what, string pairs)
        {
            foreach (var value in pairs.Split('&').Select(pair => pair.Split('=', 2)[^1]))
            {
                marks.Add(what, value);
                marks.Add(what, WebUtility.UrlDecode(value));
            }
        }
    }

    [GeneratedRegex("/(?:invite|corrections)/([^/]{8,})")]
    private static partial Regex Secret();
}
