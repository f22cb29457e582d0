using Microsoft.AspNetCore.Http.HttpResults;
using WhereToReport.Domain;

namespace WhereToReport.Web.Hsds;

/// <summary>A request for a list or a record, with the revision that answers it.</summary>
internal sealed record HsdsRequest(HttpContext Context, DirectorySnapshot Directory, HsdsDirectory Hsds)
{
    /// <param name="table">The table of the list, for CSV.</param>
    /// <param name="matching">The records that the query means, in the order of their ids.</param>
    /// <param name="write">How the query wants a record to be written.</param>
    public IResult List<T>(HsdsTable table, Func<HsdsDirectory, HsdsQuery, IReadOnlyList<Known<T>>> matching, Func<HsdsDirectory, HsdsQuery, T, object> write)
    {
        if (HsdsQuery.Read(Context.Request.Query, Directory, out var problem) is not { } query)
            return BadRequest(problem);

        var found = matching(Hsds, query);
        var all = found.Select(known => write(Hsds, query, known.Fact));
        switch (query.Format)
        {
            case HsdsFormat.Csv:
                return TypedResults.Stream(body => CsvRows.Write(body, table, all), "text/csv; charset=utf-8", table.Path);
            case HsdsFormat.Ndjson:
                return TypedResults.Stream(body => HsdsJson.WriteLines(body, all), "application/x-ndjson");
            default:
                Context.Response.Headers.Link = Paging.Links(found, query, Context.Request);
                return TypedResults.Json(Paging.Page(found, query, fact => write(Hsds, query, fact)), HsdsJson.Options);
        }
    }

    public IResult One<T>(string id, Func<HsdsDirectory, IReadOnlyList<Known<T>>> records, Func<HsdsDirectory, HsdsQuery, T, object> write)
    {
        if (!Guid.TryParseExact(id, "D", out var uuid))
            return BadRequest("The id in the address is not a UUID, such as 2ed6657d-e927-568b-95e1-2665a8aea6a2.");
        if (HsdsQuery.Read(Context.Request.Query, Directory, out var problem) is not { } query)
            return BadRequest(problem);
        return records(Hsds).FirstOrDefault(known => known.Id == uuid) is { } found
            ? TypedResults.Json(write(Hsds, query, found.Fact), HsdsJson.Options)
            : TypedResults.Problem("No record has this id. It may have been taken out; the list holds all there are.", statusCode: StatusCodes.Status404NotFound, title: "The record is not known.");
    }

    private static ProblemHttpResult BadRequest(string? problem) =>
        TypedResults.Problem(problem, statusCode: StatusCodes.Status400BadRequest, title: "The request cannot be understood.");
}
