using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using WhereToReport.Web.Serving;

namespace WhereToReport.Web.Hsds;

/// <summary>A page of a list as HSDS 3.0 has it. The records are made one by one while they are sent, not held all at once.</summary>
public sealed record HsdsPage(
    int TotalItems, int TotalPages, int PageNumber, int Size, bool FirstPage, bool LastPage, bool Empty, IEnumerable<object> Contents);

/// <summary>
/// Cuts a list into pages. Records stand in the order of their ids, which never change, and each page links to "all after
/// this id": whoever follows the links meets every record exactly once, even while others are added and removed on the
/// way, and whichever node answers. Plain page numbers work as well; they count within the revision that answers.
/// </summary>
internal static class Paging
{
    public static HsdsPage Page<T>(IReadOnlyList<Known<T>> matching, HsdsQuery query, Func<T, object> write)
    {
        var start = Start(matching, query);
        var size = Math.Min(query.PerPage, matching.Count - start);
        return new(
            matching.Count,
            Pages(matching.Count, query.PerPage),
            query.Page ?? start / query.PerPage + 1,
            size,
            FirstPage: start == 0,
            LastPage: start + size >= matching.Count,
            Empty: size == 0,
            matching.Skip(start).Take(size).Select(known => write(known.Fact)));
    }

    /// <summary>The <c>Link</c> header (RFC 8288): the first page, and the next unless this is the last.</summary>
    public static string Links<T>(IReadOnlyList<Known<T>> matching, HsdsQuery query, HttpRequest request)
    {
        var first = $"<{Address(request, null)}>; rel=\"first\"";
        var end = Start(matching, query) + query.PerPage;
        return end < matching.Count ? $"<{Address(request, matching[end - 1].Id)}>; rel=\"next\", {first}" : first;
    }

    private static int Start<T>(IReadOnlyList<Known<T>> matching, HsdsQuery query) => query.After is { } after
        ? matching.Count(known => known.Id.CompareTo(after) <= 0)
        : (int)Math.Min(matching.Count, ((query.Page ?? 1) - 1L) * query.PerPage);

    private static int Pages(int items, int perPage) => (items + perPage - 1) / perPage;

    private static string Address(HttpRequest request, Guid? after)
    {
        var kept = request.Query.Where(parameter => HsdsQuery.Parameters.Contains(parameter.Key) && parameter.Key is not ("page" or "after"));
        KeyValuePair<string, StringValues>[] all = after is { } id ? [.. kept, new("after", id.ToString())] : [.. kept];
        return QueryHelpers.AddQueryString(PublicAddress.Of(request) + request.PathBase + request.Path, all);
    }
}
