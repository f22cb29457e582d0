using Microsoft.Extensions.Primitives;
using WhereToReport.Web.Telemetry;

namespace WhereToReport.Web.Serving.Keeping;

/// <summary>A finished answer: where its body is in the file, and what it shares with most others.</summary>
internal sealed record KeptAnswer(AnswerKind Kind, long Begin, int Length);

/// <summary>What nearly all answers of one kind of page share, and so is in memory once.</summary>
/// <param name="Headers">Its headers, but for the length.</param>
/// <param name="Endpoint">The page that made it, which metrics name.</param>
/// <param name="Counted">What it counts as; null for a page that nobody asked a question for.</param>
internal sealed record AnswerKind(KeyValuePair<string, StringValues>[] Headers, Endpoint? Endpoint, CountedAnswer? Counted);
