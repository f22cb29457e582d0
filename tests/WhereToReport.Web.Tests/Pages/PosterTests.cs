using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using WhereToReport.Domain;
using WhereToReport.Domain.Channels;
using WhereToReport.Testing;
using ZXing;
using ZXing.Common;

namespace WhereToReport.Web.Tests.Pages;

public partial class PosterTests(FilledSite filled)
{
    [Theory]
    [InlineData("/us/ca/santa-clara-county/poster", "en")]
    [InlineData("/es/us/ca/santa-clara-county/poster", "es")]
    public async Task A_poster_has_the_core_contacts_and_a_code_that_leads_to_the_county(string path, string language)
    {
        var page = await filled.Page(path);
        Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
        Assert.Equal(["911", "ncmec-cybertipline", "ca-silicon-valley", "ca-child-protection"], page.Channels());
        Assert.EndsWith("/us/ca/santa-clara-county", page.Text("footer a"));
        Assert.StartsWith("M", page.QuerySelector("svg path")!.GetAttribute("d"));
        Assert.NotNull(page.QuerySelector("#quick-exit"));
    }

    [Fact]
    public async Task A_host_agency_on_a_poster_is_named_as_one() =>
        Assert.Contains("not the task force's own", (await filled.Page("/us/ca/santa-clara-county/poster")).Text("[data-channel='ca-silicon-valley']"));

    [Fact]
    public async Task Task_forces_that_only_may_be_the_right_ones_stand_together_with_the_way_out()
    {
        var page = await filled.Page("/us/tx/travis-county/poster");
        Assert.Equal(["tx-houston", "tx-north", "tx-southern"], page.QuerySelectorAll(".forces [data-channel]").Select(force => force.GetAttribute("data-channel")).Order());
        Assert.Contains("One of these task forces covers Travis County, Texas", page.Text(".forces"));
        Assert.Contains("If unsure, report to the CyberTipline", page.Text(".forces"));
    }

    [Fact]
    public async Task Every_state_has_a_poster_for_the_staff_room_with_its_duty_and_its_numbers()
    {
        foreach (var duty in RealDirectory.Facts.Duties)
        {
            var state = RealDirectory.Snapshot.Places.State(duty.State)!;
            var expected = RealDirectory.Snapshot.Finder.Find(state).Channels
                .Where(answered => answered.Channel.Kind is ChannelKind.TaskForce or ChannelKind.ChildProtectionLine)
                .Select(answered => answered.Channel.Id).Append("911").Append("ncmec-cybertipline");
            foreach (var (prefix, language) in new[] { ("", Language.English), ("/es", Language.Spanish) })
            {
                var page = await filled.Page($"{prefix}/schools/{duty.State.ToLowerInvariant()}/poster");
                Assert.Equal(expected.Order(), page.Channels().Order());
                Assert.Equal(duty.Statute, page.Text("#law"));
                Assert.Equal(duty.ReportTo.In(language), page.Text("#report-to"));
                if (duty.OralDeadline is { } spoken)
                    Assert.Equal(spoken.In(language), page.Text("#spoken"));
                if (duty.WrittenDeadline is { } written)
                    Assert.Equal(written.In(language), page.Text("#written"));
                Assert.Equal(5, page.QuerySelectorAll(".tells li").Length);
                Assert.EndsWith($"{prefix}/schools/{duty.State.ToLowerInvariant()}", page.Text("footer a"));
                Assert.NotNull(page.QuerySelector("footer svg path[d^='M']"));
            }
        }
    }

    [Fact]
    public async Task A_staff_room_poster_is_dated_and_no_legal_advice()
    {
        var footer = (await filled.Page("/schools/ca/poster")).Text("footer");
        Assert.Contains("This is not legal advice", footer);
        Assert.Contains("Facts last checked on Nov 23, 2026", footer);
    }

    [Fact]
    public async Task Another_reader_finds_the_address_of_the_right_page_in_every_code()
    {
        var site = await filled.Site();
        var pages = RealDirectory.Facts.Duties.Select(duty => $"/schools/{duty.State.ToLowerInvariant()}")
            .Concat(RealDirectory.Facts.Gazetteer.Counties.GroupBy(county => county.State).Select(state => state.MaxBy(county => county.Name.Length)!.Path));
        foreach (var path in pages.SelectMany(path => new[] { path, "/es" + path }))
            Assert.Equal(new Uri(site.Http.BaseAddress!, path).ToString(), Read((await filled.Page(path + "/poster")).QuerySelector("footer svg")!));
    }

    [Theory]
    [InlineData("/us/ca/nowhere/poster")]
    [InlineData("/schools/zz/poster")]
    public async Task There_is_no_poster_of_a_place_that_does_not_exist(string path) =>
        Assert.Equal(HttpStatusCode.NotFound, (await (await filled.Site()).Http.GetAsync(path)).StatusCode);

    // Dark modules of several pixels each on white. The reader is told that the picture is straight: where it searches for the
    // corners as in a photograph, it misses them in one of some thousand codes.
    private static string? Read(IElement code)
    {
        const int Pixels = 4;
        var side = int.Parse(code.GetAttribute("viewBox")!.Split(' ')[^1]) * Pixels;
        var light = new byte[side * side];
        Array.Fill(light, byte.MaxValue);
        foreach (Match dark in Module().Matches(code.QuerySelector("path")!.GetAttribute("d")!))
        {
            var (left, top) = (int.Parse(dark.Groups[1].Value) * Pixels, int.Parse(dark.Groups[2].Value) * Pixels);
            for (var line = top; line < top + Pixels; line++)
                Array.Fill(light, byte.MinValue, line * side + left, Pixels);
        }
        var picture = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(light, side, side, RGBLuminanceSource.BitmapFormat.Gray8)));
        return new ZXing.QrCode.QRCodeReader().decode(picture, new Dictionary<DecodeHintType, object> { [DecodeHintType.PURE_BARCODE] = true })?.Text;
    }

    [GeneratedRegex("M([0-9]+) ([0-9]+)h1v1h-1z")]
    private static partial Regex Module();
}
