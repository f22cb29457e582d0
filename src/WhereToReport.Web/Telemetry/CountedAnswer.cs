namespace WhereToReport.Web.Telemetry;

/// <summary>What an answered question is counted as: the kind of place that the answer was for, never the place.</summary>
/// <param name="For"><c>county</c>, <c>state</c>, <c>country</c>, or <c>choice</c> where several places can be meant.</param>
public sealed record CountedAnswer(string For)
{
    public static readonly CountedAnswer County = new("county");
    public static readonly CountedAnswer State = new("state");
    public static readonly CountedAnswer Country = new("country");
    public static readonly CountedAnswer Choice = new("choice");
}
