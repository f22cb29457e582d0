using WhereToReport.Domain.Places;
using WhereToReport.Domain.Sources;

namespace WhereToReport.Domain.Channels;

public enum ChannelKind
{
    Emergency,
    TaskForce,
    ChildProtectionLine,
    OnlineReport,
    TipLine,
    Helpline,
    ContentHotline,
    Police,
}

/// <summary>Whom a channel serves.</summary>
public enum Audience
{
    Anyone,
    Parent,
    SchoolStaff,
    YoungPerson,
}

/// <summary>Who may use an online form where it is not open to everybody.</summary>
public enum FormRestriction
{
    MandatedReporters,
}

/// <summary>One official way to report, or to get help. Keyed by <see cref="Id"/>, which never changes once published.</summary>
public sealed record Channel
{
    /// <summary>Lower-case letters, digits and single hyphens.</summary>
    public required string Id { get; init; }
    public required ChannelKind Kind { get; init; }
    public required Bilingual Name { get; init; }

    /// <summary>The id of the <see cref="Organization"/> that runs it; null where no source names it.</summary>
    public string? Operator { get; init; }

    public Bilingual? WhatFor { get; init; }
    public Bilingual? NotFor { get; init; }
    public IReadOnlyList<Audience> Audience { get; init; } = [];
    public IReadOnlyList<Phone> Phones { get; init; } = [];
    public TextLine? Text { get; init; }
    public string? ChatUrl { get; init; }
    public string? ReportUrl { get; init; }

    /// <summary>Who may use the online form, or for what, in words.</summary>
    public Bilingual? ReportUrlFor { get; init; }

    /// <summary>Set where the online form must not be offered to everybody.</summary>
    public FormRestriction? ReportUrlRestrictedTo { get; init; }

    public string? Website { get; init; }
    public string? Email { get; init; }
    public Bilingual? Hours { get; init; }

    /// <summary>ISO 639-1 codes of the languages it is known to answer in; empty where none was read in a source.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];
    public Bilingual? LanguagesNote { get; init; }

    /// <summary>Whether a report without a name is taken; null where no source says so.</summary>
    public bool? Anonymous { get; init; }

    /// <summary>True where it takes reports; false where it only gives support.</summary>
    public required bool TakesReports { get; init; }

    /// <summary>True where reports go to county offices and there is no statewide number.</summary>
    public bool LocalOnly { get; init; }

    /// <summary>Member of INHOPE, the network of content hotlines; null where unknown.</summary>
    public bool? InhopeMember { get; init; }

    /// <summary>Ids of the situations it is for.</summary>
    public IReadOnlyList<string> Situations { get; init; } = [];
    public IReadOnlyList<CoverageRule> Coverage { get; init; } = [];
    public IReadOnlyList<Source> Sources { get; init; } = [];
    public Verification? Verification { get; init; }
    public ChannelConfidence? Confidence { get; init; }

    /// <summary>An editor's notes on conflicts and doubts; never shown to the public.</summary>
    public string? Notes { get; init; }

    /// <summary>False keeps the record out of every public answer, for example while it has no source.</summary>
    public required bool Publish { get; init; }

    /// <summary>The online form, unless it is kept for mandated reporters.</summary>
    public string? PublicReportUrl => ReportUrlRestrictedTo is null ? ReportUrl : null;

    /// <summary>The website, unless it is the form that is kept for mandated reporters.</summary>
    public string? PublicWebsite => ReportUrlRestrictedTo is not null && Website == ReportUrl ? null : Website;

    /// <summary>True where it serves the whole world.</summary>
    public bool IsWorldwide => Coverage.Any(rule => rule.World);

    /// <summary>The one country outside the USA that it serves; null for channels of the USA and of the whole world.</summary>
    public Country? CountryAbroad() =>
        Coverage is [{ Country: { } code }] && Countries.Of(code) is { } country && country != Country.UnitedStates ? country : null;

    /// <summary>True where a person has some way to get in touch.</summary>
    public bool HasContact =>
        Phones.Count > 0 || Text is not null || ChatUrl is not null || ReportUrl is not null || Website is not null || Email is not null;
}

/// <summary>How sure an editor is of who runs a channel, of its contacts and of its coverage.</summary>
public sealed record ChannelConfidence
{
    public Confidence? Identity { get; init; }
    public Confidence? Contact { get; init; }
    public Confidence? Coverage { get; init; }
}
