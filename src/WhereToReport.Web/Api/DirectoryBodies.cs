using WhereToReport.Domain.Channels;
using WhereToReport.Domain.Places;

namespace WhereToReport.Web.Api;

/// <summary>What a person who is still typing may mean, likeliest first.</summary>
/// <param name="Places">The suggestions; empty where no name begins like this.</param>
/// <param name="Revision">The state of the directory that they were made from.</param>
public sealed record SuggestionsBody(IReadOnlyList<SuggestionBody> Places, long Revision);

/// <summary>A suggestion.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">USPS code of a state, FIPS code of a county, the ZIP code, or a name for the city such as <c>ca/mountain-view</c>.</param>
/// <param name="Name">Its name alone.</param>
/// <param name="State">USPS code; null for a military ZIP code.</param>
/// <param name="Label">What to show in a list.</param>
/// <param name="Ask">What to ask <c>/answer</c> for, as <c>place</c>.</param>
/// <param name="Url">The page that answers, from the root of the site.</param>
public sealed record SuggestionBody(SuggestionKind Kind, string Id, string Name, string? State, string Label, string Ask, string Url);

/// <summary>A page of a list of channels.</summary>
/// <param name="Channels">In the order of their ids.</param>
/// <param name="Total">How many there are on all pages.</param>
/// <param name="Page">Which page this is.</param>
/// <param name="Pages">How many pages there are.</param>
/// <param name="Revision">The state of the directory that the list was made from.</param>
public sealed record ChannelsBody(IReadOnlyList<ChannelRecordBody> Channels, int Total, int Page, int Pages, long Revision);

/// <summary>Everything that is published of a channel.</summary>
/// <param name="Id">Never changes.</param>
/// <param name="Kind">What kind of channel it is.</param>
/// <param name="Name">The official name.</param>
/// <param name="Operator">Who runs it, as far as a source says so.</param>
/// <param name="WhatFor">What it is for.</param>
/// <param name="NotFor">What it is not for.</param>
/// <param name="Audience">Whom it serves; empty where no source says so.</param>
/// <param name="Phones">Its phones, the best first.</param>
/// <param name="Text">Its text line.</param>
/// <param name="ChatUrl">Its chat.</param>
/// <param name="ReportUrl">Its online form; null where it is kept for mandated reporters.</param>
/// <param name="ReportUrlFor">Who may use the online form, or for what, in words.</param>
/// <param name="Website">Its website.</param>
/// <param name="Email">Its e-mail address.</param>
/// <param name="Hours">When it answers, in words.</param>
/// <param name="Languages">ISO 639-1 codes; empty where no source names any.</param>
/// <param name="LanguagesNote">What else is known of languages, such as interpreters.</param>
/// <param name="Anonymous">Whether it takes a report without a name; null where no source says so.</param>
/// <param name="TakesReports">False where it only gives support.</param>
/// <param name="LocalOnly">True where reports go to local offices and there is no number for the whole state.</param>
/// <param name="Situations">The ids of the situations that it is for: as its record says, or as their plans name it or its kind.</param>
/// <param name="Coverage">Where it serves, surest first.</param>
/// <param name="Verification">How and when it was last checked.</param>
/// <param name="Sources">The pages where it was read.</param>
/// <param name="ChangedAt">When it last changed, as far as is known: not after this revision was made.</param>
/// <param name="Url">Its page, from the root of the site.</param>
public sealed record ChannelRecordBody(
    string Id,
    ChannelKind Kind,
    string Name,
    string? Operator,
    string? WhatFor,
    string? NotFor,
    IReadOnlyList<Audience> Audience,
    IReadOnlyList<PhoneBody> Phones,
    TextBody? Text,
    string? ChatUrl,
    string? ReportUrl,
    string? ReportUrlFor,
    string? Website,
    string? Email,
    string? Hours,
    IReadOnlyList<string> Languages,
    string? LanguagesNote,
    bool? Anonymous,
    bool TakesReports,
    bool LocalOnly,
    IReadOnlyList<string> Situations,
    IReadOnlyList<CoverageBody> Coverage,
    VerificationBody? Verification,
    IReadOnlyList<SourceBody> Sources,
    DateTimeOffset ChangedAt,
    string Url);

/// <summary>Areas that a channel covers.</summary>
/// <param name="Basis">How this is known.</param>
/// <param name="World">True for the whole world.</param>
/// <param name="Countries">ISO 3166-1 alpha-2 codes.</param>
/// <param name="States">USPS codes.</param>
/// <param name="Counties">FIPS codes.</param>
public sealed record CoverageBody(CoverageBasis Basis, bool World, IReadOnlyList<string> Countries, IReadOnlyList<string> States, IReadOnlyList<string> Counties);

/// <summary>A page where a fact was read.</summary>
/// <param name="Url">Its address.</param>
/// <param name="Date">The page's own date, as far as it is known: <c>2024</c>, <c>2024-02</c> or <c>2024-02-06</c>.</param>
/// <param name="Official">True where the page belongs to the operator or to a government body.</param>
public sealed record SourceBody(string Url, string? Date, bool Official);

/// <summary>The task forces for internet crimes against children (ICAC).</summary>
/// <param name="TaskForces">In the order of their ids.</param>
/// <param name="Revision">The state of the directory that the list was made from.</param>
public sealed record TaskForcesBody(IReadOnlyList<TaskForceBody> TaskForces, long Revision);

/// <summary>A task force.</summary>
/// <param name="States">USPS codes of the states that it covers, or may cover, in whole or in part.</param>
/// <param name="Channel">The task force itself.</param>
public sealed record TaskForceBody(IReadOnlyList<string> States, ChannelRecordBody Channel);

/// <summary>A state, the District of Columbia or a territory.</summary>
/// <param name="Code">USPS code.</param>
/// <param name="Fips">Two-digit FIPS code.</param>
/// <param name="Name">The official name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="TaskForces">The task forces that cover it, or a part of it, by their ids.</param>
/// <param name="ChildProtectionLines">Its child protection lines, by their ids.</param>
/// <param name="Counties">Its counties, by name.</param>
/// <param name="Url">Its page, from the root of the site.</param>
/// <param name="Revision">The state of the directory that the answer was made from.</param>
public sealed record StateBody(
    string Code,
    string Fips,
    string Name,
    StateKind Kind,
    IReadOnlyList<string> TaskForces,
    IReadOnlyList<string> ChildProtectionLines,
    IReadOnlyList<CountyBody> Counties,
    string Url,
    long Revision);

/// <summary>A county or its equivalent.</summary>
/// <param name="Fips">Five-digit FIPS code.</param>
/// <param name="Name">The legal name.</param>
/// <param name="TaskForces">The task forces that cover it, surest first. Several that are <c>possible</c>: no source says which.</param>
/// <param name="Url">Its page, from the root of the site.</param>
public sealed record CountyBody(string Fips, string Name, IReadOnlyList<CoveringBody> TaskForces, string Url);

/// <summary>A channel that covers a place.</summary>
/// <param name="Channel">Its id.</param>
/// <param name="Basis">How this is known.</param>
public sealed record CoveringBody(string Channel, CoverageBasis Basis);
