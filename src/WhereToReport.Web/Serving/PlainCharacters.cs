using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Primitives;

namespace WhereToReport.Web.Serving;

/// <summary>
/// Takes control characters out of what was sent, before a page reads it, but for tabs and the ends of lines. No keyboard types
/// them, no page shows them, and Postgres refuses a text with U+0000.
/// </summary>
internal sealed class PlainCharacters : IAsyncResourceFilter
{
    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        var request = context.HttpContext.Request;
        if (request.Query.Any(HasOthers))
            request.Query = new QueryCollection(Plain(request.Query));
        if (await Form(request) is { } form && form.Any(HasOthers))
            request.Form = new FormCollection(Plain(form), form.Files);
        await next();
    }

    // Null for one that cannot be read: to refuse it is for the reading of the page's arguments.
    private static async Task<IFormCollection?> Form(HttpRequest request)
    {
        try
        {
            return request.HasFormContentType ? await request.ReadFormAsync() : null;
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or IOException)
        {
            return null;
        }
    }

    private static bool HasOthers(KeyValuePair<string, StringValues> field) => field.Value.Any(text => text is not null && text.Any(IsOther));

    private static Dictionary<string, StringValues> Plain(IEnumerable<KeyValuePair<string, StringValues>> fields) =>
        fields.ToDictionary(field => field.Key, field => new StringValues(Array.ConvertAll(field.Value.ToArray(), Plain)), StringComparer.OrdinalIgnoreCase);

    private static string? Plain(string? text) => text is null ? null : string.Concat(text.Where(character => !IsOther(character)));

    private static bool IsOther(char character) => char.IsControl(character) && character is not ('\t' or '\n' or '\r');
}
