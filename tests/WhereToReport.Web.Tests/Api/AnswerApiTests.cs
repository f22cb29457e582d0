using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using WhereToReport.Testing;

namespace WhereToReport.Web.Tests.Api;

public class AnswerApiTests(FilledSite filled)
{
    [Fact]
    public async Task A_ZIP_code_is_answered_as_the_contract_says()
    {
        var answer = await Ask("place=94043");

        Assert.Equal("answer", answer.GetProperty("result").GetString());
        var place = answer.GetProperty("place");
        Assert.Equal("county", place.GetProperty("kind").GetString());
        Assert.Equal("06085", place.GetProperty("id").GetString());
        Assert.Equal("Santa Clara County", place.GetProperty("name").GetString());
        Assert.Equal("CA", place.GetProperty("state").GetString());
        Assert.Equal("/us/ca/santa-clara-county", place.GetProperty("url").GetString());
        Assert.Equal(["06085"], answer.GetProperty("counties").EnumerateArray().Select(county => county.GetString()));
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("situation").ValueKind);
        Assert.False(answer.TryGetProperty("steps", out _));
        Assert.Equal(1, answer.GetProperty("revision").GetInt64());
        Assert.Equal(["911", "ncmec-cybertipline", "ca-silicon-valley", "ca-child-protection"], Ids(answer).Take(4));
    }

    [Theory]
    [InlineData("Canada", "CA", "Canada")]
    [InlineData("Montréal, QC H2X 1Y4", "CA", "Canada")]
    [InlineData("Tijuana", "MX", "Mexico")]
    [InlineData("UK", "GB", "United Kingdom")]
    public async Task A_country_is_answered_with_its_own_channels(string text, string code, string name)
    {
        var answer = await Ask($"place={Uri.EscapeDataString(text)}&situation=sextortion");
        var place = answer.GetProperty("place");
        Assert.Equal(("country", code, name), (place.GetProperty("kind").GetString(), place.GetProperty("id").GetString(), place.GetProperty("name").GetString()));
        Assert.Equal($"/world/{code.ToLowerInvariant()}", place.GetProperty("url").GetString());
        Assert.Equal(0, answer.GetProperty("counties").GetArrayLength());
        Assert.StartsWith(code.ToLowerInvariant() + "-", Ids(answer).First());
        Assert.Contains("ncmec-cybertipline", Ids(answer));
        Assert.NotEqual(0, answer.GetProperty("steps").GetArrayLength());
        Assert.All(answer.GetProperty("channels").EnumerateArray(), channel => Assert.NotEmpty(channel.GetProperty("why").GetString()!));
    }

    [Fact]
    public async Task A_postal_code_of_some_other_country_is_a_404_that_asks_for_the_country()
    {
        var response = await (await filled.Site()).Http.GetAsync("/api/v1/answer?place=1012+AB");
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("Name the country", (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("detail").GetString());
    }

    [Fact]
    public async Task A_channel_has_every_field_of_the_contract()
    {
        var tipline = Channel(await Ask("place=94043"), "ncmec-cybertipline");

        Assert.Equal("online-report", tipline.GetProperty("kind").GetString());
        Assert.Equal("NCMEC CyberTipline", tipline.GetProperty("name").GetString());
        Assert.Contains("National Center for Missing", tipline.GetProperty("operator").GetString());
        Assert.NotEmpty(tipline.GetProperty("why").GetString()!);
        var phone = tipline.GetProperty("phones")[0];
        Assert.Equal("+18008435678", phone.GetProperty("number").GetString());
        Assert.Equal("1-800-843-5678", phone.GetProperty("display").GetString());
        Assert.Equal("own", phone.GetProperty("line").GetString());
        Assert.Equal("1-800-THE-LOST", phone.GetProperty("label").GetString());
        foreach (var field in new[] { "text", "chatUrl", "email" })
            Assert.Equal(JsonValueKind.Null, tipline.GetProperty(field).ValueKind);
        Assert.Equal("https://report.cybertip.org", tipline.GetProperty("reportUrl").GetString());
        Assert.True(tipline.GetProperty("takesReports").GetBoolean());
        Assert.Equal(JsonValueKind.Array, tipline.GetProperty("languages").ValueKind);
        Assert.Equal("read-archived-copy", tipline.GetProperty("verification").GetProperty("method").GetString());
        Assert.Equal("2026-11-23", tipline.GetProperty("verification").GetProperty("on").GetString());
        Assert.NotEqual(0, tipline.GetProperty("sources").GetArrayLength());
        Assert.Equal(JsonValueKind.Null, tipline.GetProperty("coverageBasis").ValueKind);
    }

    [Fact]
    public async Task A_task_force_says_how_sure_its_coverage_is_and_whose_line_each_phone_is()
    {
        var certain = Channel(await Ask("place=94043"), "ca-silicon-valley");
        Assert.Equal("stated", certain.GetProperty("coverageBasis").GetString());
        Assert.Equal("host-agency", certain.GetProperty("phones")[0].GetProperty("line").GetString());
        Assert.Equal("possible", Channel(await Ask("place=El+Paso+County,+TX"), "tx-southern").GetProperty("coverageBasis").GetString());
        Assert.Equal("inferred", Channel(await Ask("place=Albany+County,+NY"), "ny-state").GetProperty("coverageBasis").GetString());
    }

    [Fact]
    public async Task A_form_for_mandated_reporters_only_is_not_offered()
    {
        var line = Channel(await Ask("place=AR"), "ar-child-protection");
        Assert.Equal(JsonValueKind.Null, line.GetProperty("reportUrl").ValueKind);
    }

    [Fact]
    public async Task A_situation_brings_steps()
    {
        var answer = await Ask("place=94043&situation=sextortion");
        Assert.Equal("sextortion", answer.GetProperty("situation").GetString());
        var steps = answer.GetProperty("steps").EnumerateArray().ToArray();
        Assert.Equal(["contact", "do", "dont"], steps.Select(step => step.GetProperty("kind").GetString()).Distinct());
        Assert.Equal("ncmec-cybertipline", steps[0].GetProperty("channel").GetString());
        Assert.All(steps, step => Assert.NotEmpty(step.GetProperty("text").GetString()!));
        Assert.Contains(steps, step => step.GetProperty("kind").GetString() == "contact" && step.GetProperty("channel").ValueKind == JsonValueKind.Null);
    }

    [Fact]
    public async Task The_answer_speaks_Spanish_when_asked()
    {
        var english = Channel(await Ask("place=94043"), "911").GetProperty("why").GetString();
        var spanish = Channel(await Ask("place=94043&lang=es"), "911").GetProperty("why").GetString();
        Assert.NotEqual(english, spanish);
        Assert.Contains("menor", spanish);
    }

    [Fact]
    public async Task Language_and_situation_are_understood_in_any_case()
    {
        var answer = await Ask("place=94043&lang=ES&situation=SEXTORTION");
        Assert.Equal("sextortion", answer.GetProperty("situation").GetString());
        Assert.Contains("menor", Channel(answer, "911").GetProperty("why").GetString());
    }

    [Fact]
    public async Task An_unknown_ZIP_code_is_a_404_that_asks_to_check_the_number() =>
        Assert.Contains("Check the number", (await Problem("place=00000", HttpStatusCode.NotFound)).GetProperty("detail").GetString());

    [Fact]
    public async Task Several_places_are_a_choice()
    {
        var choose = await Ask("place=LA");
        Assert.Equal("choose", choose.GetProperty("result").GetString());
        Assert.Equal(["06037", "LA"], choose.GetProperty("choices").EnumerateArray().Select(place => place.GetProperty("id").GetString()));
        Assert.False(choose.TryGetProperty("channels", out _));
    }

    [Fact]
    public async Task A_state_with_several_counties_and_a_country_have_no_counties()
    {
        var state = await Ask("place=Texas");
        Assert.Equal(("state", "TX"), (state.GetProperty("place").GetProperty("kind").GetString(), state.GetProperty("place").GetProperty("id").GetString()));
        Assert.Equal(0, state.GetProperty("counties").GetArrayLength());
        var country = await Ask("place=09001");
        Assert.Equal(("country", "US"), (country.GetProperty("place").GetProperty("kind").GetString(), country.GetProperty("place").GetProperty("id").GetString()));
    }

    [Fact]
    public async Task An_unknown_place_is_a_404_with_suggestions()
    {
        var problem = await Problem("place=Los+Angelos", HttpStatusCode.NotFound);
        Assert.Equal("06037", problem.GetProperty("suggestions")[0].GetProperty("id").GetString());
        Assert.Equal(0, (await Problem("place=qqzzqqzzqq", HttpStatusCode.NotFound)).GetProperty("suggestions").GetArrayLength());
    }

    [Theory]
    [InlineData("")]
    [InlineData("place=")]
    [InlineData("place=%20%20")]
    [InlineData("place=94043&situation=nonsense")]
    [InlineData("place=94043&lang=fr")]
    public async Task Bad_input_is_a_400_with_a_sentence(string query) =>
        Assert.EndsWith(".", (await Problem(query, HttpStatusCode.BadRequest)).GetProperty("detail").GetString());

    [Fact]
    public async Task More_than_100_characters_are_refused()
    {
        await Problem("place=" + new string('a', 101), HttpStatusCode.BadRequest);
        await Problem("place=" + new string('a', 100), HttpStatusCode.NotFound);
    }

    private async Task<JsonElement> Ask(string query)
    {
        var response = await (await filled.Site()).Http.GetAsync("/api/v1/answer?" + query);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    private async Task<JsonElement> Problem(string query, HttpStatusCode status)
    {
        var response = await (await filled.Site()).Http.GetAsync("/api/v1/answer?" + query);
        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static IEnumerable<string?> Ids(JsonElement answer) => answer.GetProperty("channels").EnumerateArray().Select(channel => channel.GetProperty("id").GetString());

    private static JsonElement Channel(JsonElement answer, string id) =>
        answer.GetProperty("channels").EnumerateArray().Single(channel => channel.GetProperty("id").GetString() == id);
}
