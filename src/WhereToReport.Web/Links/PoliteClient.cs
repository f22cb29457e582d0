using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using WhereToReport.Domain.Links;

namespace WhereToReport.Web.Links;

/// <summary>Asks hosts on the web at their pace. Whatever a host does comes back as a <see cref="Reply"/>.</summary>
internal sealed class PoliteClient(HttpClient http, HostPace pace, TimeSpan patience, TimeProvider time)
{
    /// <summary>Said of an address that is not plain.</summary>
    public const string NotPlain = "not a plain http or https address";

    private const int LongestAddress = 2000;

    /// <summary>True for http and https, without credentials, of a usual length.</summary>
    public static bool IsPlain(Uri address) =>
        address is { IsAbsoluteUri: true, Scheme: "http" or "https", UserInfo.Length: 0 } && address.AbsoluteUri.Length <= LongestAddress;

    /// <param name="method">How to ask.</param>
    /// <param name="address">What to ask for.</param>
    /// <param name="bodyBytes">How much of the body to read; 0 for none of it.</param>
    /// <param name="stopping">Ends the work.</param>
    public async Task<Reply> Ask(HttpMethod method, Uri address, int bodyBytes, CancellationToken stopping)
    {
        if (!IsPlain(address))
            return Reply.Failed(LinkOutcome.AddressRefused, NotPlain);

        using var turn = await pace.Turn(address.IdnHost, stopping);
        if (pace.RestsUntil(address.IdnHost) is { } until)
            return new() { Failure = new(LinkOutcome.Blocked) { Detail = "the host asked to wait", NotBefore = until } };

        var reply = await Send(method, address, bodyBytes, stopping);
        if (reply.NotBefore is { } notBefore)
            pace.Rest(address.IdnHost, notBefore);
        return reply;
    }

    private async Task<Reply> Send(HttpMethod method, Uri address, int bodyBytes, CancellationToken stopping)
    {
        using var tooLong = new CancellationTokenSource(patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(tooLong.Token, stopping);
        try
        {
            using var request = new HttpRequestMessage(method, address);
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            var body = bodyBytes > 0 && response.IsSuccessStatusCode ? await Beginning(response, bodyBytes, either.Token) : "";
            return Reply.From(response, body, time.GetUtcNow());
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            return Reply.Failed(LinkOutcome.Timeout, $"no answer within {patience.TotalSeconds:0} s");
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException)
        {
            return Reason(failure);
        }
    }

    private static async Task<string> Beginning(HttpResponseMessage response, int bytes, CancellationToken cancel)
    {
        var buffer = new byte[bytes];
        await using var body = await response.Content.ReadAsStreamAsync(cancel);
        return Encoding.UTF8.GetString(buffer, 0, await body.ReadAtLeastAsync(buffer, bytes, throwOnEndOfStream: false, cancel));
    }

    private static Reply Reason(Exception failure) => Causes(failure).FirstOrDefault(cause => cause is not HttpRequestException) switch
    {
        AddressRefusedException => Reply.Failed(LinkOutcome.AddressRefused, "not on the public web"),
        AuthenticationException invalid => Reply.Failed(LinkOutcome.TlsError, invalid.Message),
        _ when failure is HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => Reply.Failed(LinkOutcome.TlsError, failure.GetBaseException().Message),
        SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain or SocketError.NoRecovery } =>
            Reply.Failed(LinkOutcome.UnknownHost, "the host has no address"),
        _ => Reply.Failed(LinkOutcome.NoConnection, failure.GetBaseException().Message),
    };

    private static IEnumerable<Exception> Causes(Exception failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
            yield return cause;
    }
}
