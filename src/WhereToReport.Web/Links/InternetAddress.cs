using System.Net;
using System.Net.Sockets;

namespace WhereToReport.Web.Links;

/// <summary>
/// Tells addresses of the public internet from all others, after the special-purpose registries of IANA
/// (RFC 6890 and its successors). IPv6 is judged by what is allowed, not by what is forbidden: global unicast only.
/// </summary>
internal static class InternetAddress
{
    private static readonly IPNetwork[] s_notPublic =
    [
        .. new[]
        {
            "0.0.0.0/8", // this network
            "10.0.0.0/8", // private
            "100.64.0.0/10", // carrier-grade NAT
            "127.0.0.0/8", // loopback
            "168.63.129.16/32", // metadata and control of a big cloud, though from a public range
            "169.254.0.0/16", // link-local, metadata of most clouds
            "172.16.0.0/12", // private
            "192.0.0.0/24", // IETF protocol assignments
            "192.0.2.0/24", // documentation
            "192.31.196.0/24", // AS112
            "192.52.193.0/24", // AMT
            "192.88.99.0/24", // 6to4 relays
            "192.168.0.0/16", // private
            "192.175.48.0/24", // AS112
            "198.18.0.0/15", // benchmarking
            "198.51.100.0/24", // documentation
            "203.0.113.0/24", // documentation
            "224.0.0.0/4", // multicast
            "240.0.0.0/4", // reserved, broadcast
            "2001::/23", // IETF protocol assignments, Teredo, benchmarking, ORCHID
            "2001:db8::/32", // documentation
            "2002::/16", // 6to4, which wraps any IPv4 address
            "2620:4f:8000::/48", // AS112
            "3fff::/20", // documentation
        }.Select(range => IPNetwork.Parse(range)),
    ];

    private static readonly IPNetwork s_globalUnicast = IPNetwork.Parse("2000::/3");
    private static readonly IPNetwork s_nat64 = IPNetwork.Parse("64:ff9b::/96");

    /// <summary>True for an address that anybody on the internet can reach; one that wraps an IPv4 address counts as that one.</summary>
    public static bool IsPublic(IPAddress address)
    {
        var plain = Unwrap(address);
        return (plain.AddressFamily == AddressFamily.InterNetwork || s_globalUnicast.Contains(plain))
            && !s_notPublic.Any(range => range.Contains(plain));
    }

    private static IPAddress Unwrap(IPAddress address) => address switch
    {
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4(),
        { AddressFamily: AddressFamily.InterNetworkV6 } when s_nat64.Contains(address) => new(address.GetAddressBytes()[12..]),
        _ => address,
    };
}
