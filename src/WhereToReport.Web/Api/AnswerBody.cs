using WhereToReport.Domain.Answers;
using WhereToReport.Domain.Channels;
using WhereToReport.Domain.Sources;

namespace WhereToReport.Web.Api;

/// <summary>An answer. Counties are FIPS codes; empty for a country and for a state with several counties.</summary>
public sealed record AnswerBody(
    string Result,
    PlaceBody Place,
    IReadOnlyList<string> Counties,
    string? Situation,
    IReadOnlyList<ChannelBody> Channels,
    [property: System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)]
    IReadOnlyList<StepBody>? Steps,
    long Revision);

/// <summary>Several places can be meant; the biggest guess stands first.</summary>
public sealed record ChooseBody(string Result, IReadOnlyList<PlaceBody> Choices, long Revision);

/// <summary>A place: <c>country</c> with its ISO 3166-1 alpha-2 code, <c>state</c> with its USPS code, or <c>county</c> with its FIPS code.</summary>
public sealed record PlaceBody(string Kind, string Id, string Name, string? State, string Url);

/// <summary>A channel and the reason why it is in the answer. <c>coverageBasis</c> is set for task forces.</summary>
public sealed record ChannelBody(
    string Id,
    ChannelKind Kind,
    string Name,
    string? Operator,
    string? Why,
    IReadOnlyList<PhoneBody> Phones,
    TextBody? Text,
    string? ChatUrl,
    string? ReportUrl,
    string? ReportUrlFor,
    string? Website,
    string? Email,
    string? Hours,
    IReadOnlyList<string> Languages,
    bool? Anonymous,
    bool TakesReports,
    CoverageBasis? CoverageBasis,
    VerificationBody? Verification,
    IReadOnlyList<string> Sources);

/// <summary>A phone: E.164 or short code, the same for people, and whose line it is.</summary>
public sealed record PhoneBody(string Number, string Display, string? Extension, string? Label, PhoneLine Line, bool Tty);

/// <summary>A text line: where to write, and the word to send.</summary>
public sealed record TextBody(string To, string? Body);

/// <summary>How and when the channel was last checked.</summary>
public sealed record VerificationBody(VerificationMethod Method, DateOnly On);

/// <summary>A step of the plan; <c>channel</c> is null where the directory holds no channel for it.</summary>
public sealed record StepBody(StepKind Kind, string Text, string? Channel);
