using System.Net;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace WhereToReport.Web.Serving;

/// <summary>
/// Whom the site believes. Who sent a request, and over which scheme, is taken from a proxy's headers only where
/// <c>Proxies:Trusted</c> names that proxy. The host of a request must be the one of <c>Site:Address</c>, where it is set,
/// or a loopback name; <c>AllowedHosts</c> says otherwise.
/// </summary>
public static class Proxies
{
    private const string Trusted = "Proxies:Trusted";

    public static void AddProxies(this WebApplicationBuilder builder)
    {
        var trusted = Networks(builder.Configuration[Trusted]);
        builder.Services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = trusted.Length == 0 ? ForwardedHeaders.None : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            foreach (var network in trusted)
                options.KnownIPNetworks.Add(network);

            // Each hop must be a trusted one, so their number needs no limit.
            options.ForwardLimit = null;
        });
        if (builder.Configuration["AllowedHosts"] is null && PublicAddress.Host(builder.Configuration) is { } host)
            builder.Services.Configure<HostFilteringOptions>(options => options.AllowedHosts = [host, "localhost", "127.0.0.1", "[::1]"]);
    }

    public static void UseProxies(this WebApplication app) => app.UseForwardedHeaders();

    /// <exception cref="InvalidOperationException">The setting holds something else.</exception>
    private static IPNetwork[] Networks(string? setting) =>
        [.. (setting ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Network)];

    private static IPNetwork Network(string text) =>
        IPNetwork.TryParse(text, out var network) ? network
        : IPAddress.TryParse(text, out var address) ? new(address, address.GetAddressBytes().Length * 8)
        : throw new InvalidOperationException($"{Trusted} holds \"{text}\". Give addresses or networks such as 10.0.0.0/8, parted by commas.");
}
