using WhereToReport.Domain.Sources;

namespace WhereToReport.Web.Api;

/// <summary>Says what records of every kind have.</summary>
internal static class RecordWords
{
    public static VerificationBody? Verification(Verification? verification) =>
        verification is null ? null : new(verification.Method, verification.On);

    public static IReadOnlyList<SourceBody> Sources(IEnumerable<Source> sources) =>
        [.. sources.Select(source => new SourceBody(source.Url, source.Date, source.Official))];
}
