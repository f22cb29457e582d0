using System.Text.Json.Serialization;
using WhereToReport.Domain.Answers;
using WhereToReport.Domain.Channels;
using WhereToReport.Domain.Sources;

namespace WhereToReport.Web.Api;

/// <summary>An answer, or a choice of places; <c>result</c> says which.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "result")]
[JsonDerivedType(typeof(AnswerBody), "answer")]
[JsonDerivedType(typeof(ChooseBody), "choose")]
public abstract record ReplyBody;

/// <summary>The channels to contact, in order.</summary>
/// <param name="Place">The place that the answer is for.</param>
/// <param name="Counties">FIPS codes; empty for a country and for a state with several counties.</param>
/// <param name="Situation">The id of the situation that was asked for.</param>
/// <param name="Channels">Whom to contact, the first first.</param>
/// <param name="Steps">The plan of the situation; left out without one.</param>
/// <param name="Revision">The state of the directory that the answer was made from.</param>
public sealed record AnswerBody(
    PlaceBody Place,
    IReadOnlyList<string> Counties,
    string? Situation,
    IReadOnlyList<ChannelBody> Channels,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<StepBody>? Steps,
    long Revision) : ReplyBody;

/// <summary>Several places can be meant.</summary>
/// <param name="Choices">The places; the biggest guess stands first.</param>
/// <param name="Revision">The state of the directory that the answer was made from.</param>
public sealed record ChooseBody(IReadOnlyList<PlaceBody> Choices, long Revision) : ReplyBody;

/// <summary>A place that has an answer.</summary>
/// <param name="Kind"><c>country</c>, <c>state</c> (also the District and the territories) or <c>county</c> (also parishes, boroughs, independent cities).</param>
/// <param name="Id">ISO 3166-1 alpha-2, USPS code or FIPS code.</param>
/// <param name="Name">The official name.</param>
/// <param name="State">USPS code; null for a country.</param>
/// <param name="Url">Its page, from the root of the site.</param>
public sealed record PlaceBody(string Kind, string Id, string Name, string? State, string Url);

/// <summary>A channel and the reason why it is in the answer.</summary>
/// <param name="Id">Never changes.</param>
/// <param name="Kind">What kind of channel it is.</param>
/// <param name="Name">The official name.</param>
/// <param name="Operator">Who runs it, as far as a source says so.</param>
/// <param name="Why">Why it is in the answer.</param>
/// <param name="Phones">Its phones, the best first.</param>
/// <param name="Text">Its text line.</param>
/// <param name="ChatUrl">Its chat.</param>
/// <param name="ReportUrl">Its online form; null where it is kept for mandated reporters.</param>
/// <param name="ReportUrlFor">Who may use the online form, or for what, in words.</param>
/// <param name="Website">Its website.</param>
/// <param name="Email">Its e-mail address.</param>
/// <param name="Hours">When it answers, in words.</param>
/// <param name="Languages">ISO 639-1 codes; empty where no source names any.</param>
/// <param name="Anonymous">Whether it takes a report without a name; null where no source says so.</param>
/// <param name="TakesReports">False where it only gives support.</param>
/// <param name="CoverageBasis">How sure it is that a task force covers the place; null for other kinds.</param>
/// <param name="Verification">How and when it was last checked.</param>
/// <param name="Sources">The pages where it was read.</param>
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

/// <summary>A phone.</summary>
/// <param name="Number">E.164, or a short code as people dial it.</param>
/// <param name="Display">The same for people.</param>
/// <param name="Extension">Digits to dial after the number is answered.</param>
/// <param name="Label">What the number is for.</param>
/// <param name="Line">Whose line it is.</param>
/// <param name="Tty">True for a text telephone of deaf callers.</param>
public sealed record PhoneBody(string Number, string Display, string? Extension, string? Label, PhoneLine Line, bool Tty);

/// <summary>A text line.</summary>
/// <param name="To">Where to write.</param>
/// <param name="Body">The word to send.</param>
public sealed record TextBody(string To, string? Body);

/// <summary>The last check.</summary>
/// <param name="Method">How it was checked.</param>
/// <param name="On">On which day.</param>
public sealed record VerificationBody(VerificationMethod Method, DateOnly On);

/// <summary>A step of the plan.</summary>
/// <param name="Kind">What to do with it.</param>
/// <param name="Text">The step in words.</param>
/// <param name="Channel">The id of the channel to contact; null where the directory holds none for it.</param>
public sealed record StepBody(StepKind Kind, string Text, string? Channel);
