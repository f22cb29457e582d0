using WhereToReport.Domain.Channels;
using WhereToReport.Domain.Places;
using WhereToReport.Domain.Sources;

namespace WhereToReport.Domain.Guidance;

/// <summary>What happened, in the words of the person who looks for help, and what to do about it.</summary>
public sealed record Situation
{
    private const int DontsAtOnce = 3;

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

    /// <summary>What not to do, the most urgent first.</summary>
    public IReadOnlyList<Advice> Dont { get; init; } = [];

    /// <summary>What a person must not do in the first minutes, one sentence each: the most urgent of <see cref="Dont"/> without their reasons.</summary>
    /// <param name="country">The country the person is in.</param>
    public IEnumerable<Bilingual> NotNow(Country country) =>
        Dont.Where(advice => advice.Fits(country)).Take(DontsAtOnce).Select(advice => advice.Text.FirstSentence());
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

    /// <summary>In the general plan: stands first for a military ZIP code, which can be anywhere in the world.</summary>
    public bool Military { get; init; }

    /// <summary>In the general plan: stands in the answers for other countries too, for what has to do with the USA.</summary>
    public bool Abroad { get; init; }
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

    /// <summary>ISO 3166-1 alpha-2 code of the only country that it fits, because of a number or a law; null where it fits everywhere.</summary>
    public string? Country { get; init; }
    public IReadOnlyList<string> Sources { get; init; } = [];

    public bool Fits(Country country) => Country is null || Country == country.Code;
}

/// <summary>Whom to contact, in order, when only the place is known.</summary>
public sealed record GeneralPlan
{
    public IReadOnlyList<PlannedContact> Contacts { get; init; } = [];
}
