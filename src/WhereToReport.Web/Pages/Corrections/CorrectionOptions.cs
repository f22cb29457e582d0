namespace WhereToReport.Web.Pages.Corrections;

/// <summary>The settings under <c>Corrections</c>: how many one internet address may send in how long a time.</summary>
public sealed class CorrectionOptions
{
    public int Limit { get; set; } = 5;

    public TimeSpan Window { get; set; } = TimeSpan.FromMinutes(10);
}
