using WhereToReport.Web.Hsds;

namespace WhereToReport.Web.Tests.Hsds;

public class NameBasedUuidTests
{
    private static readonly Guid s_dns = new("6ba7b810-9dad-11d1-80b4-00c04fd430c8");

    [Theory]
    [InlineData("www.example.com", "2ed6657d-e927-568b-95e1-2665a8aea6a2")] // RFC 9562, appendix A.4
    [InlineData("python.org", "886313e1-3b8a-5372-9b90-0c9aee199e5d")] // documentation of Python's uuid module
    public void A_name_has_the_UUID_that_others_make_of_it(string name, string uuid) =>
        Assert.Equal(new Guid(uuid), NameBasedUuid.Of(s_dns, name));

    // Others keep these ids: a change here breaks every copy of the directory out there.
    [Theory]
    [InlineData("service", "ncmec-cybertipline", "0a623b4c-4d6c-5b82-b2e8-25ecc66b60a3")]
    [InlineData("organization", "", "552b4d83-2beb-55c8-a403-592eef6c68f7")]
    public void A_record_keeps_its_UUID_forever(string kind, string id, string uuid) =>
        Assert.Equal(new Guid(uuid), HsdsId.Of(kind, id));
}
