using WhereToReport.Testing;

namespace WhereToReport.Domain.Tests.Answers;

public class AllocationTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("sextortion")]
    public void An_answer_stays_within_its_budget_of_memory(string? situation)
    {
        var directory = RealDirectory.Snapshot;
        var about = situation is null ? null : directory.Situation(situation);
        string[] zips = [.. RealDirectory.Facts.Gazetteer.ZipCodes.Select(zip => zip.Zip).Where((_, index) => index % 20 == 0)];
        foreach (var zip in zips)
            _ = directory.Finder.Find(directory.Places.Resolve(zip), about); // what is made once is not counted

        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var zip in zips)
            _ = directory.Finder.Find(directory.Places.Resolve(zip), about);
        var each = (GC.GetAllocatedBytesForCurrentThread() - before) / zips.Length;

        Assert.InRange(each, 1, AllocationBudget.BytesAnAnswer);
    }
}
