namespace WhereToReport.Web.Telemetry;

/// <summary>What may be said of an exception: its type and where it was thrown, but never its message.</summary>
internal sealed record Fault(string Type, IReadOnlyList<string> At);

internal static class Faults
{
    /// <summary>The exception and those that caused it, the outermost first.</summary>
    public static IEnumerable<Fault> Of(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
            yield return new(cause.GetType().FullName!, cause.StackTrace?.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? []);
    }
}
