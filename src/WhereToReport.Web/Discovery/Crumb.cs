namespace WhereToReport.Web.Discovery;

/// <summary>A page above the one that is shown.</summary>
/// <param name="Name">Its name in the language of the page.</param>
/// <param name="Path">Its address without the language prefix.</param>
public sealed record Crumb(string Name, string Path);
