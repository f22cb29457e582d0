namespace WhereToReport.Web;

/// <summary>
/// Names the texts of the pages: the English sentence is the key, <c>Resources/SiteText.es.resx</c> holds the Spanish one.
/// It stands at the root of the project because the name of the resource is made from its namespace.
/// </summary>
public sealed class SiteText;
