namespace WhereToReport.Benchmarks;

/// <summary>One line of the table: what was measured, beside its reference and its target.</summary>
/// <param name="What">What was measured.</param>
/// <param name="Value">The median.</param>
/// <param name="Unit">Its unit.</param>
internal sealed record Figure(string What, double Value, string Unit)
{
    /// <summary>What the value is compared with, for example nginx.</summary>
    public string? Reference { get; init; }

    /// <summary>The median of the reference in the same unit.</summary>
    public double? ReferenceValue { get; init; }

    /// <summary>The median of the ratios of runs that followed each other, which a busy machine disturbs least.</summary>
    public double? Ratio { get; init; }

    /// <summary>The least or the most that the ratio, or without one the value, should be.</summary>
    public Target? Target { get; init; }

    /// <summary>Null without a target.</summary>
    public bool? Met => Target?.IsMetBy(Ratio ?? Value);

    /// <summary>The middle of an odd number of values.</summary>
    public static double Median(IEnumerable<double> values) => values.Order().ToArray() is var ordered ? ordered[ordered.Length / 2] : 0;

    /// <summary>The value that a share of all does not exceed.</summary>
    public static double Percentile(IEnumerable<double> values, double share) =>
        values.Order().ToArray() is var ordered ? ordered[(int)Math.Min(ordered.Length - 1, ordered.Length * share)] : 0;
}

/// <summary>A bound; fractions of a unit that the table does not show do not count.</summary>
internal sealed record Target(double Bound, bool AtLeast)
{
    public static Target Least(double bound) => new(bound, AtLeast: true);

    public static Target Most(double bound) => new(bound, AtLeast: false);

    public bool IsMetBy(double value) => AtLeast ? value >= Bound : value <= Bound;

    public override string ToString() => FormattableString.Invariant($"{(AtLeast ? "≥" : "≤")} {Bound:0.##}");
}
