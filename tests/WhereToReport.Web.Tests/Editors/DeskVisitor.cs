using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using WhereToReport.Testing;

namespace WhereToReport.Web.Tests.Editors;

/// <summary>A browser without script at the desk: keeps the cookies that the site sets and sends the forms of its pages.</summary>
internal sealed class DeskVisitor(HttpClient http)
{
    public const string Password = "correct horse battery staple";

    public Dictionary<string, string> Cookies { get; } = [];

    /// <summary>The app that the person set up on the enrolment page.</summary>
    public AuthenticatorApp? App { get; set; }

    public string Email { get; private set; } = "";

    public IReadOnlyList<string> RecoveryCodes { get; private set; } = [];

    /// <summary>A new person who took up an invitation with a password and an app, and is signed in.</summary>
    public static async Task<DeskVisitor> Enrolled(DeskSite desk, Postgres.Editors.EditorRole role = Postgres.Editors.EditorRole.Editor, HttpClient? http = null)
    {
        var visitor = new DeskVisitor(http ?? (await desk.Site()).Http);
        var (email, path) = await desk.Invite(role);
        await visitor.Enrol(email, path);
        return visitor;
    }

    public async Task Enrol(string email, string path)
    {
        Email = email;
        App = await ReadApp(path);
        var done = await Parse(await Submit(path, "Password", new() { ["Form.Name"] = "Ada Lovelace", ["Form.Password"] = Password, ["Form.Code"] = App.NewCode() }), HttpStatusCode.OK);
        RecoveryCodes = [.. done.QuerySelectorAll("#recovery-codes code").Select(code => code.TextContent)];
    }

    public async Task<AuthenticatorApp> ReadApp(string path) => new((await Page(path)).QuerySelector("#authenticator-key")!.TextContent);

    public async Task<HttpResponseMessage> SignInByPassword(string? password = null, string? email = null) =>
        await Submit("/editors/sign-in", "?returnUrl", new() { ["Form.Email"] = email ?? Email, ["Form.Password"] = password ?? Password });

    public Task<HttpResponseMessage> SendCode(string code) => Submit("/editors/sign-in/code", "", new() { ["Form.Code"] = code });

    public async Task<HttpResponseMessage> SignOut() => await SignOutOf(await Page("/editors/account"));

    private Task<HttpResponseMessage> SignOutOf(IDocument page) =>
        Post("/editors/account?handler=SignOut", new() { ["__RequestVerificationToken"] = page.QuerySelector("header form input")!.GetAttribute("value")! });

    public async Task<IDocument> Page(string path, HttpStatusCode status = HttpStatusCode.OK) => await Parse(await Get(path), status);

    public Task<HttpResponseMessage> Get(string path) => Send(new(HttpMethod.Get, path));

    public Task<HttpResponseMessage> Post(string path, Dictionary<string, string> fields) =>
        Send(new(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields) });

    /// <summary>Sends the form of a page whose address has these words in it, with what its fields hold and what is typed.</summary>
    public async Task<HttpResponseMessage> Submit(string path, string action, Dictionary<string, string> typed)
    {
        var page = await Page(path);
        var form = Form(page, action);
        var address = Button(form, action)?.GetAttribute("formaction") ?? form.GetAttribute("action");
        return await Post(address is { Length: > 0 } ? address : path, Fields(page, action, typed));
    }

    /// <summary>What a browser would send of that form.</summary>
    public static Dictionary<string, string> Fields(IDocument page, string action, Dictionary<string, string> typed)
    {
        var fields = Form(page, action).QuerySelectorAll("input[name]").ToDictionary(input => input.GetAttribute("name")!, input => input.GetAttribute("value") ?? "");
        foreach (var (name, value) in typed)
            fields[name] = value;
        return fields;
    }

    /// <summary>All that a browser would send of that form, boxes, lists and long texts too, with what is typed in place of what stands there.</summary>
    public static List<KeyValuePair<string, string>> Filled(IDocument page, string action, IReadOnlyDictionary<string, string>? typed = null)
    {
        typed ??= new Dictionary<string, string>();
        var fields = Form(page, action).QuerySelectorAll("input[name], select[name], textarea[name]").SelectMany(Sent).Where(field => !typed.ContainsKey(field.Key));
        return [.. fields, .. typed];
    }

    /// <summary>Sends all of that form of a page that is open already, by the button that leads to a handler.</summary>
    public Task<HttpResponseMessage> Send(string path, IDocument page, string handler, IReadOnlyDictionary<string, string>? typed = null) =>
        Send(new(HttpMethod.Post, path.Split('?')[0] + (handler.Length > 0 ? "?handler=" + handler : "")) { Content = new FormUrlEncodedContent(Filled(page, handler, typed)) });

    private static IEnumerable<KeyValuePair<string, string>> Sent(IElement field)
    {
        var name = field.GetAttribute("name")!;
        return field switch
        {
            IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } => [],
            IHtmlInputElement input => [new(name, input.Value)],
            IHtmlSelectElement list => [new(name, list.Value ?? "")],
            IHtmlTextAreaElement text => [new(name, text.Value)],
            _ => [],
        };
    }

    private static IElement Form(IDocument page, string action) =>
        page.QuerySelectorAll("main form").First(form => (form.GetAttribute("action") ?? "").Contains(action, StringComparison.Ordinal)
            || Button(form, action) is not null);

    // A form may have several buttons that lead to places of their own.
    private static IElement? Button(IElement form, string action) =>
        action.Length > 0 && action.All(char.IsLetter) ? form.QuerySelector($"[formaction*='handler={action}']") : null;

    public static async Task<IDocument> Parse(HttpResponseMessage response, HttpStatusCode status)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == status, $"{response.RequestMessage!.RequestUri}: {response.StatusCode} instead of {status}: {text}");
        return await new HtmlParser().ParseDocumentAsync(text);
    }

    private async Task<HttpResponseMessage> Send(HttpRequestMessage request)
    {
        if (Cookies.Count > 0)
            request.Headers.Add("Cookie", string.Join("; ", Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        var response = await http.SendAsync(request);
        foreach (var cookie in response.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
            Keep(cookie);
        return response;
    }

    // What every cookie of the site must be is checked where it arrives.
    private void Keep(string cookie)
    {
        var parts = cookie.Split("; ");
        var (name, value) = (parts[0].Split('=', 2)[0], parts[0].Split('=', 2)[1]);
        Assert.StartsWith("__Secure-editors", name);
        Assert.Superset(new HashSet<string> { "path=/editors", "secure", "httponly", "samesite=strict" }, parts[1..].ToHashSet());
        if (value.Length == 0)
            Cookies.Remove(name);
        else
            Cookies[name] = value;
    }
}
