namespace WhereToReport.Drills;

/// <summary>One thing that goes wrong on purpose, and what must hold all the same.</summary>
/// <param name="Name">As in <c>./dev drill NAME</c>.</param>
/// <param name="What">In a few words.</param>
/// <param name="Run">Does it, and tells what it found.</param>
internal sealed record Drill(string Name, string What, Func<Stage, Task<Findings>> Run)
{
    /// <summary>Plays it. One that breaks off, or does not come to an end, falls short and keeps the others from nothing.</summary>
    public async Task<Findings> Play(Stage stage)
    {
        try
        {
            return await Run(stage).WaitAsync(stage.Choose(full: TimeSpan.FromMinutes(20), quick: TimeSpan.FromMinutes(4)));
        }
        catch (Exception failure)
        {
            await Console.Error.WriteLineAsync($"{Name}: {failure}");
            await stage.Clear();
            return new Findings().Demand(false, $"it broke off: {failure.Message.Split('\n')[0]}");
        }
    }
}

/// <summary>What a drill found: the figures, and every sentence on what should not have been.</summary>
internal sealed record Findings
{
    private readonly List<string> _shortfalls = [];

    /// <summary>Requests answered in a second; null where the drill is not about load.</summary>
    public double? LoadHeld { get; init; }

    /// <summary>How often something was broken.</summary>
    public int Faults { get; init; } = 1;
    public int FailedReads { get; init; }
    public int WrongAnswers { get; init; }
    public int LostWrites { get; init; }

    /// <summary>Seconds until all was as before; null where nothing had to recover.</summary>
    public double? RecoverySeconds { get; init; }

    /// <summary>What else was measured, in words.</summary>
    public string Notes { get; init; } = "";

    public IReadOnlyList<string> Shortfalls =>
    [
        .. _shortfalls,
        .. FailedReads > 0 ? [$"{FailedReads} reads failed"] : Array.Empty<string>(),
        .. WrongAnswers > 0 ? [$"{WrongAnswers} answers were wrong"] : Array.Empty<string>(),
        .. LostWrites > 0 ? [$"{LostWrites} acknowledged writes were lost"] : Array.Empty<string>(),
    ];

    /// <summary>Says what should have been; the drill falls short where it was not.</summary>
    public Findings Demand(bool holds, string otherwise)
    {
        if (!holds)
            _shortfalls.Add(otherwise);
        return this;
    }

    /// <summary>One line, with the same figures for every drill.</summary>
    public string Line(string name) =>
        $"{name,-24} {(Shortfalls.Count == 0 ? "holds" : "FALLS SHORT"),-12} load held {Show(LoadHeld, "0"),6}/s, faults {Faults,5}, failed reads {FailedReads}, wrong answers {WrongAnswers}, "
        + $"lost writes {LostWrites}, recovery {Show(RecoverySeconds, "0.0"),4} s{(Shortfalls.Count == 0 ? "" : ": " + string.Join("; ", Shortfalls))}{(Notes.Length > 0 ? $" ({Notes})" : "")}";

    private static string Show(double? figure, string format) => figure?.ToString(format, System.Globalization.CultureInfo.InvariantCulture) ?? "–";
}
