namespace WhereToReport.Web.Pages;

/// <summary>The one box: what stands in it, the situation chosen, and what is wrong with them in a sentence.</summary>
public sealed record SearchBox(string? Text = null, string? Situation = null, string? Problem = null, bool AsksSituation = true);
