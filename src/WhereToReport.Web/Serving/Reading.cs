namespace WhereToReport.Web.Serving;

public static class Reading
{
    private static readonly string[] s_methods = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>An address that is only read; load balancers and link checkers ask with HEAD.</summary>
    public static RouteHandlerBuilder MapRead(this IEndpointRouteBuilder routes, string pattern, Delegate answer) =>
        routes.MapMethods(pattern, s_methods, answer);
}
