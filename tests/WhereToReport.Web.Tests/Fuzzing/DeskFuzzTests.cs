using AngleSharp.Dom;
using WhereToReport.Postgres.Editors;
using WhereToReport.Web.Tests.Editors;

namespace WhereToReport.Web.Tests.Fuzzing;

/// <summary>What a signed-in admin, or somebody who took over an admin's browser, can send.</summary>
[Collection(OnFuzzedSite.Name)]
public class DeskFuzzTests(FuzzedSite fuzzed)
{
    private static readonly string[] s_pages =
    [
        "/editors/people", "/editors/account", "/editors/account/password", "/editors/account/authenticator", "/editors/account/again", "/editors/records/channel/tx-houston",
        "/editors/records/duty/TX", "/editors/edit/channel/tx-houston", "/editors/edit/channel/tx-houston?remove=true", "/editors/edit/situation/sextortion", "/editors/edit/duty/TX",
        "/editors/edit/learn-page", "/editors/history/1",
    ];

    [Fact]
    public async Task Every_form_of_the_desk_takes_whatever_is_sent_in_it()
    {
        var forms = new List<FuzzedForm>();
        foreach (var path in s_pages)
        {
            var admin = await Admin();
            FuzzedForm[] ofPage = [.. (await admin.Page(path)).QuerySelectorAll("main form[method=post]").SelectMany(form => Forms(form, path, Cookies(admin)))];
            Assert.True(ofPage.Length > 0, $"{path} has no form.");
            foreach (var form in ofPage)
                await form.AssertTakesKnownTrouble(fuzzed.Site);

            // Else all but the first would only have been refused at the door. Who proves again who he is has five tries.
            if (path != "/editors/account/again")
                await admin.Page("/editors");
            forms.AddRange(ofPage);
        }
        await FuzzedForm.AssertTakeAnything(fuzzed.Site, forms);
        Fuzz.AssertNoFault(fuzzed.Site);
    }

    [Fact]
    public async Task Every_address_of_the_desk_answers_every_known_trouble()
    {
        var cookies = Cookies(await Admin());
        Assert.True(fuzzed.Closed.Count > 10);
        foreach (var text in Fuzz.Known.Select(Fuzz.Escaped))
        {
            foreach (var endpoint in fuzzed.Closed)
            {
                var query = string.Join('&', endpoint.Parameters.Select(name => $"{name}={text}"));
                foreach (var address in new[] { endpoint.Path(part => Samples.Of(part)[0]) + "?" + query, endpoint.Path(_ => text.Length == 0 ? "%20" : text) })
                    Assert.Null(await Fuzz.Problem(fuzzed.Site, () => new(HttpMethod.Get, Fuzz.Address(fuzzed.Site, address)) { Headers = { { "Cookie", cookies } } }) is { } problem ? $"{address} {problem}" : null);
            }
        }
        Fuzz.AssertNoFault(fuzzed.Site);
    }

    private async Task<DeskVisitor> Admin()
    {
        await using var editors = fuzzed.Database.OpenEditors();
        var email = $"a{Guid.NewGuid():n}@example.org";
        var token = await new Invitations(editors, TimeProvider.System).Invite("Ada Lovelace", email, EditorRole.Admin);
        var admin = new DeskVisitor(fuzzed.Site.Http);
        await admin.Enrol(email, "/editors/invite/" + token);
        return admin;
    }

    private static string Cookies(DeskVisitor visitor) => string.Join("; ", visitor.Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}"));

    // One for each of its buttons that lead to a place of their own, or else one.
    private static IEnumerable<FuzzedForm> Forms(IElement form, string path, string cookies)
    {
        var whole = FuzzedForm.Of(form, path, cookies);
        string[] actions = [.. form.QuerySelectorAll("[formaction]").Select(button => button.GetAttribute("formaction")!)];
        return actions.Length == 0 ? [whole] : actions.Select(action => whole with { Action = action.StartsWith('?') ? path.Split('?')[0] + action : action });
    }
}
