using System.Net;
using System.Net.Sockets;

namespace WhereToReport.Web.Serving;

/// <summary>Whom a limit counts as one. Nothing of it is ever stored or logged.</summary>
internal static class Network
{
    private const int BytesOfIPv6Network = 8;

    /// <summary>The IPv4 address, or the /64 network of an IPv6 address: a household has a whole one, and phones change their addresses within it.</summary>
    public static IPAddress Of(IPAddress? address)
    {
        if (address is null)
            return IPAddress.None;
        if (IPAddress.IsLoopback(address))
            return IPAddress.Loopback;
        if (address.IsIPv4MappedToIPv6)
            return address.MapToIPv4();
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
            return address;
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(BytesOfIPv6Network).Clear();
        return new(bytes);
    }
}
