using WhereToReport.Domain.Channels;
using WhereToReport.Domain.Sources;

namespace WhereToReport.Domain.Guidance;

/// <summary>What happened, in the words of the person who looks for help, and what to do about it.</summary>
public sealed record Situation
{
    public required string Id { get; init; }

    /// <summary>The address of its page, from the root of the site, without a language prefix.</summary>
    public string Path => "/situations/" + Id;

    /// <summary>In a parent's words.</summary>
    public required Bilingual Label { get; init; }

    /// <summary>In the words of school staff.</summary>
    public Bilingual? SchoolLabel { get; init; }
    public required Bilingual LooksLike { get; init; }

    /// <summary>True where a child may be in danger now: 911 stands first.</summary>
    public bool Danger { get; init; }

    /// <summary>Whom to contact, in order.</summary>
    public IReadOnlyList<PlannedContact> Contacts { get; init; } = [];
    public IReadOnlyList<AlsoIf> AlsoIf { get; init; } = [];
    public IReadOnlyList<Advice> Do { get; init; } = [];
    public IReadOnlyList<Advice> Dont { get; init; } = [];
    public IReadOnlyList<Source> Sources { get; init; } = [];
    public Verification? Verification { get; init; }
    public ChannelConfidence? Confidence { get; init; }
    public string? Notes { get; init; }
}

/// <summary>A channel or a role to contact, and why. Exactly one of the two ids is set.</summary>
public sealed record PlannedContact
{
    public string? Channel { get; init; }
    public string? Role { get; init; }

    /// <summary>Null only inside an <see cref="AlsoIf"/>, which gives one reason for all its contacts.</summary>
    public Bilingual? Why { get; init; }

    /// <summary>In the general plan: stands in the answer to every situation too.</summary>
    public bool Always { get; init; }
}

/// <summary>More contacts for a special case: tribal land, a military family, an adult in the picture.</summary>
public sealed record AlsoIf
{
    public required Bilingual When { get; init; }
    public IReadOnlyList<PlannedContact> Contacts { get; init; } = [];
    public required Bilingual Why { get; init; }
}

/// <summary>Something to do or not to do, with the addresses of the pages that say so.</summary>
public sealed record Advice
{
    public required Bilingual Text { get; init; }
    public IReadOnlyList<string> Sources { get; init; } = [];
}

/// <summary>Whom to contact, in order, when only the place is known.</summary>
public sealed record GeneralPlan
{
    public IReadOnlyList<PlannedContact> Contacts { get; init; } = [];
}
