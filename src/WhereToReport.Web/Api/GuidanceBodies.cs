namespace WhereToReport.Web.Api;

/// <summary>What can have happened.</summary>
/// <param name="Situations">In the order in which the site lists them.</param>
/// <param name="Revision">The state of the directory that the list was made from.</param>
public sealed record SituationsBody(IReadOnlyList<SituationBody> Situations, long Revision);

/// <summary>A situation, and what to do about it anywhere.</summary>
/// <param name="Id">Never changes; what to ask <c>/answer</c> for, as <c>situation</c>.</param>
/// <param name="Label">In a parent's words.</param>
/// <param name="SchoolLabel">In the words of school staff.</param>
/// <param name="LooksLike">What it looks like.</param>
/// <param name="Danger">True where a child may be in danger now: 911 stands first.</param>
/// <param name="Contacts">Whom to contact, in order.</param>
/// <param name="AlsoIf">More contacts for special cases.</param>
/// <param name="Do">What to do.</param>
/// <param name="Dont">What not to do, the most urgent first.</param>
/// <param name="Verification">How and when it was last checked.</param>
/// <param name="Sources">The pages where it was read.</param>
/// <param name="Url">Its page, from the root of the site.</param>
public sealed record SituationBody(
    string Id,
    string Label,
    string? SchoolLabel,
    string LooksLike,
    bool Danger,
    IReadOnlyList<PlannedContactBody> Contacts,
    IReadOnlyList<AlsoIfBody> AlsoIf,
    IReadOnlyList<AdviceBody> Do,
    IReadOnlyList<AdviceBody> Dont,
    VerificationBody? Verification,
    IReadOnlyList<SourceBody> Sources,
    string Url);

/// <summary>A channel to contact, or a part that the place fills, such as the task force there.</summary>
/// <param name="Channel">The id of the channel; null for a part.</param>
/// <param name="Role">The id of the part; null for a channel.</param>
/// <param name="Name">The name of either.</param>
/// <param name="Why">Why to contact it.</param>
public sealed record PlannedContactBody(string? Channel, string? Role, string Name, string? Why);

/// <summary>More contacts for a special case.</summary>
/// <param name="When">The case.</param>
/// <param name="Contacts">Whom to contact then.</param>
/// <param name="Why">Why.</param>
public sealed record AlsoIfBody(string When, IReadOnlyList<PlannedContactBody> Contacts, string Why);

/// <summary>Something to do or not to do.</summary>
/// <param name="Text">In words.</param>
/// <param name="Sources">The addresses of the pages that say so.</param>
public sealed record AdviceBody(string Text, IReadOnlyList<string> Sources);

/// <summary>A state's rule on who must report child abuse, as it binds school staff.</summary>
/// <param name="State">USPS code.</param>
/// <param name="Name">The name of the state.</param>
/// <param name="Universal">True where every adult must report.</param>
/// <param name="SchoolStaff">True where school staff must report.</param>
/// <param name="OralDeadline">How fast to report by word of mouth.</param>
/// <param name="WrittenDeadline">How fast to report in writing.</param>
/// <param name="ReportTo">To whom.</param>
/// <param name="Statute">The citation of the law.</param>
/// <param name="StatuteUrl">Where the law can be read.</param>
/// <param name="Verification">How and when it was last checked.</param>
/// <param name="Sources">The pages where it was read.</param>
/// <param name="Url">Its page, from the root of the site.</param>
/// <param name="Revision">The state of the directory that the answer was made from.</param>
public sealed record DutyBody(
    string State,
    string Name,
    bool Universal,
    bool SchoolStaff,
    string? OralDeadline,
    string? WrittenDeadline,
    string ReportTo,
    string Statute,
    string? StatuteUrl,
    VerificationBody? Verification,
    IReadOnlyList<SourceBody> Sources,
    string Url,
    long Revision);
