using System.Net;
using CsCheck;
using WhereToReport.Web.Links;

namespace WhereToReport.Web.Tests.Links;

public class InternetAddressTests
{
    private static readonly string[] s_private4 =
    [
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
        "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
    ];

    private static readonly Gen<IPAddress> s_four = Gen.Byte.Array[4].Select(bytes => new IPAddress(bytes));
    private static readonly Gen<IPAddress> s_six = Gen.Byte.Array[16].Select(bytes => new IPAddress(bytes));

    [Theory]
    [InlineData("8.8.8.8")]
    [InlineData("1.1.1.1")]
    [InlineData("9.255.255.255")]
    [InlineData("11.0.0.0")]
    [InlineData("100.63.255.255")]
    [InlineData("100.128.0.0")]
    [InlineData("126.255.255.255")]
    [InlineData("128.0.0.0")]
    [InlineData("169.253.255.255")]
    [InlineData("172.15.255.255")]
    [InlineData("172.32.0.0")]
    [InlineData("192.167.255.255")]
    [InlineData("198.17.255.255")]
    [InlineData("198.20.0.0")]
    [InlineData("223.255.255.255")]
    [InlineData("2606:4700:4700::1111")]
    [InlineData("2001:4860:4860::8888")]
    [InlineData("2a00:1450:4001::1")]
    [InlineData("::ffff:8.8.8.8")]
    [InlineData("64:ff9b::8.8.8.8")]
    public void Addresses_of_the_public_internet_may_be_asked(string address) => Assert.True(InternetAddress.IsPublic(IPAddress.Parse(address)));

    [Theory]
    [InlineData("0.0.0.0", "this network")]
    [InlineData("10.1.2.3", "private")]
    [InlineData("100.64.0.1", "carrier-grade NAT")]
    [InlineData("100.100.100.200", "metadata in carrier-grade NAT")]
    [InlineData("127.0.0.1", "loopback")]
    [InlineData("127.255.255.254", "loopback")]
    [InlineData("168.63.129.16", "metadata")]
    [InlineData("169.254.169.254", "metadata")]
    [InlineData("172.16.0.1", "private")]
    [InlineData("172.31.255.255", "private")]
    [InlineData("192.0.0.192", "metadata")]
    [InlineData("192.0.2.1", "documentation")]
    [InlineData("192.88.99.1", "6to4 relay")]
    [InlineData("192.168.1.1", "private")]
    [InlineData("198.18.0.1", "benchmarking")]
    [InlineData("198.51.100.7", "documentation")]
    [InlineData("203.0.113.7", "documentation")]
    [InlineData("224.0.0.1", "multicast")]
    [InlineData("239.255.255.250", "multicast")]
    [InlineData("240.0.0.1", "reserved")]
    [InlineData("255.255.255.255", "broadcast")]
    [InlineData("::", "unspecified")]
    [InlineData("::1", "loopback")]
    [InlineData("::127.0.0.1", "IPv4-compatible")]
    [InlineData("::ffff:127.0.0.1", "mapped loopback")]
    [InlineData("::ffff:169.254.169.254", "mapped metadata")]
    [InlineData("64:ff9b::10.0.0.1", "NAT64 of a private address")]
    [InlineData("64:ff9b::169.254.169.254", "NAT64 of metadata")]
    [InlineData("64:ff9b:1::8.8.8.8", "local NAT64")]
    [InlineData("100::1", "discard")]
    [InlineData("2001::1", "Teredo")]
    [InlineData("2001:2::1", "benchmarking")]
    [InlineData("2001:20::1", "ORCHID")]
    [InlineData("2001:db8::1", "documentation")]
    [InlineData("2002:7f00:1::", "6to4 of loopback")]
    [InlineData("2002:808:808::", "6to4")]
    [InlineData("3fff::1", "documentation")]
    [InlineData("5f00::1", "segment routing")]
    [InlineData("fc00::1", "unique local")]
    [InlineData("fd00:ec2::254", "metadata")]
    [InlineData("fe80::1", "link-local")]
    [InlineData("fe80::1%1", "link-local with a zone")]
    [InlineData("fec0::1", "site-local")]
    [InlineData("ff02::1", "multicast")]
    public void All_others_may_not(string address, string why) => Assert.False(InternetAddress.IsPublic(IPAddress.Parse(address)), why);

    [Fact]
    public void No_address_inside_a_private_range_passes() =>
        Gen.Select(Gen.Int[0, s_private4.Length - 1], Gen.UInt).Sample((range, random) =>
        {
            var network = IPNetwork.Parse(s_private4[range]);
            Assert.False(InternetAddress.IsPublic(Inside(network, random)));
        });

    [Fact]
    public void Wrapping_an_address_in_IPv6_makes_it_no_more_public() => s_four.Sample(four =>
    {
        var bare = InternetAddress.IsPublic(four);
        Assert.Equal(bare, InternetAddress.IsPublic(four.MapToIPv6()));
        Assert.Equal(bare, InternetAddress.IsPublic(Nat64(four)));
        Assert.False(InternetAddress.IsPublic(SixToFour(four)));
    });

    [Fact]
    public void Outside_global_unicast_no_IPv6_address_passes() => s_six.Sample(six =>
    {
        if ((six.GetAddressBytes()[0] & 0xE0) != 0x20)
            Assert.False(InternetAddress.IsPublic(six));
    });

    private static IPAddress Inside(IPNetwork network, uint random)
    {
        var mask = network.PrefixLength == 0 ? 0 : uint.MaxValue << (32 - network.PrefixLength);
        var start = System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(network.BaseAddress.GetAddressBytes());
        var bytes = new byte[4];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(bytes, start | (random & ~mask));
        return new(bytes);
    }

    private static IPAddress Nat64(IPAddress four) => new([0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0, .. four.GetAddressBytes()]);

    private static IPAddress SixToFour(IPAddress four) => new([0x20, 0x02, .. four.GetAddressBytes(), 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
}
