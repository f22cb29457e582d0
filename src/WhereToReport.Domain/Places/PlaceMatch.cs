namespace WhereToReport.Domain.Places;

/// <summary>One of several places that a text can mean; <paramref name="Name"/> tells them apart in a list.</summary>
public sealed record PlaceChoice(Place Place, string Name)
{
    /// <summary>The city that leads to a country outside the USA; <see cref="Name"/> holds it too.</summary>
    public string? City { get; init; }
}

/// <summary>What a text can mean: one place, several, or none.</summary>
public abstract record PlaceMatch
{
    private PlaceMatch()
    {
    }

    /// <summary>Places that the text may have been meant for instead: far bigger, and one letter away.</summary>
    public IReadOnlyList<PlaceChoice> LookingFor { get; init; } = [];

    public sealed record One(Place Place) : PlaceMatch
    {
        /// <summary>Other places of the same name, biggest guess first.</summary>
        public IReadOnlyList<PlaceChoice> Others { get; init; } = [];

        /// <summary>The ZIP code that was asked for, where it is not on record and only its state is known by its first three digits.</summary>
        public string? UnknownZip { get; init; }

        /// <summary>The military ZIP code that led here.</summary>
        public MilitaryZipCode? Military { get; init; }
    }

    /// <summary>At least two places, biggest guess first.</summary>
    public sealed record Several(IReadOnlyList<PlaceChoice> Choices) : PlaceMatch;

    /// <summary>Nothing on record; <see cref="Within"/> is set where at least the state was understood.</summary>
    public sealed record None : PlaceMatch
    {
        public State? Within { get; init; }

        /// <summary>The text without that state: what is left to search for; empty where searching is of no use.</summary>
        public string Name { get; init; } = "";

        /// <summary>The number that was asked for, where it is no ZIP code on record.</summary>
        public string? UnknownZip { get; init; }

        /// <summary>What may be a postal code of another country; the country is not known.</summary>
        public string? ForeignPostalCode { get; init; }

        /// <summary>The states that its first three digits are known in.</summary>
        public IReadOnlyList<PlaceChoice> StatesNearby { get; init; } = [];
    }
}
