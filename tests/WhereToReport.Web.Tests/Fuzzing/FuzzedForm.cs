using System.Net.Http.Headers;
using System.Text;
using AngleSharp.Dom;
using CsCheck;
using WhereToReport.Testing;

namespace WhereToReport.Web.Tests.Fuzzing;

/// <summary>A form of the site, and what is sent in it that nobody would.</summary>
/// <param name="Page">Where it stands.</param>
/// <param name="Action">Where it is sent to.</param>
/// <param name="Cookie">The cookies that are sent along.</param>
/// <param name="Fields">Its fields as a browser would send them at once.</param>
internal sealed record FuzzedForm(string Page, string Action, string Cookie, Dictionary<string, string> Fields)
{
    /// <summary>The field that shows that the form comes from the site itself.</summary>
    public const string Token = "__RequestVerificationToken";

    // Half of what the site takes: it hangs up on who sends more.
    private const int LongestBody = 512 * 1024;

    private const string Encoded = "application/x-www-form-urlencoded";
    private const string Multipart = "multipart/form-data; boundary=x";

    /// <summary>A form as it stands on a page.</summary>
    public static FuzzedForm Of(IElement form, string page, string cookie) => new(
        page,
        form.GetAttribute("action") switch
        {
            null or "" => page,
            ['?', ..] query => page + query,
            var action => action,
        },
        cookie,
        FieldsOf(form));

    public static Dictionary<string, string> FieldsOf(IElement form) =>
        form.QuerySelectorAll("[name]").GroupBy(field => field.GetAttribute("name")!).ToDictionary(field => field.Key, field => field.First().GetAttribute("value") ?? "");

    /// <summary>Sends every known trouble in all fields at once, but the token; in as many as a body may hold, where it is long.</summary>
    public async Task AssertTakesKnownTrouble(SiteProcess site)
    {
        foreach (var trouble in Fuzz.Known)
        {
            var room = LongestBody / (Fuzz.Escaped(trouble).Length + 100);
            await AssertAnswered(site, Action, Body(Fields.Select((field, index) => (field.Key, field.Key == Token || index >= room ? field.Value : trouble))), Encoded);
        }
    }

    /// <summary>Sends one of some forms again and again, each time changed in another way, for as long as tests may search.</summary>
    public static Task AssertTakeAnything(SiteProcess site, IReadOnlyList<FuzzedForm> forms) =>
        Gen.Select(Gen.Int[0, forms.Count - 1], Gen.Select(Gen.Int[0, 12], Fuzz.Text, Gen.Int[0, 3]).Array[0, 8], Gen.Int[0, 7], Fuzz.InAddress).SampleAsync(
            drawn => forms[drawn.Item1].Send(site, drawn.Item2, drawn.Item3, drawn.Item4),
            time: Fuzz.Seconds,
            threads: 2);

    private Task Send(SiteProcess site, (int Field, string Text, int How)[] changes, int way, string text)
    {
        var fields = Changed(changes);
        return way switch
        {
            0 => AssertAnswered(site, Action, text, Encoded),
            1 => AssertAnswered(site, Action, "{\"text\":" + text, "application/json"),
            2 => AssertAnswered(site, Action, text, Multipart),
            3 => AssertAnswered(site, Action, string.Concat(fields.Select(field => $"--x\r\nContent-Disposition: form-data; name=\"{field.Name}\"\r\n\r\n{field.Value}\r\n")) + "--x--", Multipart),
            4 => AssertAnswered(site, $"{Page}?channel={text}&returnUrl={text}&handler={text}", Body(fields), Encoded),
            _ => AssertAnswered(site, Action, Body(fields), Encoded),
        };
    }

    private async Task AssertAnswered(SiteProcess site, string address, string body, string type)
    {
        var problem = await Fuzz.Problem(site, () =>
        {
            var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
            var request = new HttpRequestMessage(HttpMethod.Post, Fuzz.Address(site, address)) { Content = content };
            if (Cookie.Length > 0)
                request.Headers.Add("Cookie", Cookie);
            return request;
        });
        if (problem is not null)
            Assert.Fail($"{address} {problem} with {type}: {body[..Math.Min(500, body.Length)]}");
    }

    private (string Name, string Value)[] Changed((int Field, string Text, int How)[] changes)
    {
        var fields = Fields.Select(field => (Name: field.Key, field.Value)).ToList();
        foreach (var (field, text, how) in changes)
        {
            var at = fields.Count == 0 ? 0 : field % fields.Count;
            if (fields.Count == 0 || how == 0)
                fields.Add((text, text));
            else if (how == 1)
                fields.Add((fields[at].Name, text));
            else if (fields[at].Name != Token)
                fields[at] = (fields[at].Name, text);
        }
        return [.. fields];
    }

    private static string Body(IEnumerable<(string Name, string Value)> fields) => string.Join('&', fields.Select(field => $"{Fuzz.Escaped(field.Name)}={Fuzz.Escaped(field.Value)}"));
}
