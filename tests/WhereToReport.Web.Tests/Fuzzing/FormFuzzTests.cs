using AngleSharp.Html.Parser;

namespace WhereToReport.Web.Tests.Fuzzing;

[Collection(OnFuzzedSite.Name)]
public class FormFuzzTests(FuzzedSite fuzzed)
{
    [Fact]
    public async Task Every_form_that_anybody_can_send_takes_whatever_is_sent_in_it()
    {
        var forms = await Forms();
        Assert.Superset(new HashSet<string> { "/corrections/new", "/editors/sign-in" }, forms.Select(form => form.Page).ToHashSet());
        foreach (var form in forms)
            await form.AssertTakesKnownTrouble(fuzzed.Site);
        await FuzzedForm.AssertTakeAnything(fuzzed.Site, forms);
        Fuzz.AssertNoFault(fuzzed.Site);
    }

    // The forms that a browser would find on the pages that take some.
    private async Task<IReadOnlyList<FuzzedForm>> Forms()
    {
        var forms = new List<FuzzedForm>();
        foreach (var page in fuzzed.Open.Where(endpoint => endpoint.TakesForms).SelectMany(Samples.Paths).Distinct())
        {
            var answer = await fuzzed.Site.Http.GetAsync(page);
            var cookie = answer.Headers.TryGetValues("Set-Cookie", out var set) ? string.Join("; ", set.Select(each => each.Split(';')[0])) : "";
            var document = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
            forms.AddRange(document.QuerySelectorAll("main form[method=post]").Select(form => FuzzedForm.Of(form, page, cookie)));
        }
        return forms;
    }
}
