namespace WhereToReport.Domain.Places;

/// <summary>Where a person's device says that it is, no finer than it takes to find the county.</summary>
public sealed record Whereabouts
{
    /// <summary>Decimals of a degree that are looked at: about a kilometer.</summary>
    public const int Decimals = 2;

    /// <summary>What a device says is of no use where it may be further off than this, in kilometers.</summary>
    public const int VaguestKilometers = 10;

    private Whereabouts(double latitude, double longitude, int within) =>
        (Latitude, Longitude, Within) = (Math.Round(latitude, Decimals), Math.Round(longitude, Decimals), within);

    /// <summary>WGS 84 degrees; north is positive.</summary>
    public double Latitude { get; }

    /// <summary>WGS 84 degrees; east is positive.</summary>
    public double Longitude { get; }

    /// <summary>How far off the device may be, in whole kilometers.</summary>
    public int Within { get; }

    /// <summary>Null where there is no such point on Earth, or where it is too vague.</summary>
    public static Whereabouts? Of(double latitude, double longitude, int within) =>
        latitude is >= -90 and <= 90 && longitude is >= -180 and <= 180 && within is >= 0 and <= VaguestKilometers
            ? new(latitude, longitude, within)
            : null;

    /// <summary>Never says where: texts end up in logs.</summary>
    public override string ToString() => nameof(Whereabouts);
}
