namespace WhereToReport.Testing;

/// <summary>How many bytes of memory an answer may allocate: some more than it needs now, so that a regression fails a test.</summary>
public static class AllocationBudget
{
    /// <summary>To find an answer.</summary>
    public const int BytesAnAnswer = 72 * 1024;

    /// <summary>To make the page of a ZIP code, with the request around it.</summary>
    public const int BytesAMadePage = 477 * 1024;

    /// <summary>To send the page again, with the request around it.</summary>
    public const int BytesAKeptPage = 12 * 1024;
}
