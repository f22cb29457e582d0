namespace WhereToReport.Domain.Places;

/// <summary>A place that has an answer: a country, or a state or county of the USA.</summary>
public abstract record Place
{
    /// <summary>ISO 3166-1 alpha-2 for a country, USPS code for a state, five-digit FIPS code for a county.</summary>
    public abstract string Id { get; }
    public abstract string Name { get; init; }

    /// <summary>The address of its page, from the root of the site, without a language prefix.</summary>
    public abstract string Path { get; }
}

/// <summary>A country or territory of ISO 3166-1; all of them stand in <see cref="Countries"/>.</summary>
public sealed record Country : Place
{
    public static Country UnitedStates => Countries.Of("US")!;

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public required string Code { get; init; }

    /// <summary>ISO 3166-1 alpha-3.</summary>
    public required string Alpha3 { get; init; }

    /// <summary>The name in English.</summary>
    public override required string Name { get; init; }
    public required string SpanishName { get; init; }

    /// <summary>UN M49 code of its continent.</summary>
    public required string Region { get; init; }
    public override string Id => Code;
    public override string Path => Code == "US" ? "/us" : "/world/" + Code.ToLowerInvariant();

    public string NameIn(Language language) => language == Language.Spanish ? SpanishName : Name;
}

public enum StateKind
{
    State,
    District,
    Territory,
}

/// <summary>One of the 50 states, the District of Columbia or a territory.</summary>
public sealed record State : Place
{
    /// <summary>USPS code, two upper-case letters.</summary>
    public required string Code { get; init; }

    /// <summary>Two-digit FIPS code.</summary>
    public required string Fips { get; init; }
    public override required string Name { get; init; }
    public required StateKind Kind { get; init; }
    public override string Id => Code;
    public override string Path => "/us/" + Code.ToLowerInvariant();
}

/// <summary>A county or its equivalent: parish, borough, census area, municipio, independent city, district.</summary>
public sealed record County : Place
{
    /// <summary>Five-digit FIPS code.</summary>
    public required string Fips { get; init; }

    /// <summary>USPS code of its state.</summary>
    public required string State { get; init; }

    /// <summary>The legal name: <c>Santa Clara County</c>, <c>Orleans Parish</c>, <c>St. Louis city</c>.</summary>
    public override required string Name { get; init; }

    /// <summary>The name without its kind: <c>Santa Clara</c>.</summary>
    public required string ShortName { get; init; }
    public override string Id => Fips;

    /// <summary>The legal name as it stands in an address; unique within the state.</summary>
    public string Slug => PlaceText.Slug(Name);
    public override string Path => $"/us/{State.ToLowerInvariant()}/{Slug}";
}
