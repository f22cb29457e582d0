using CsCheck;
using WhereToReport.Postgres.Import;
using Merge = WhereToReport.Postgres.Import.ThreeWayMerge<int, string>;
using Side = System.Collections.Generic.IReadOnlyDictionary<int, string>;

namespace WhereToReport.Postgres.Tests.Import;

public class ThreeWayMergeTests
{
    // Few keys and fewer contents, so that every combination of the three sides comes up.
    private static readonly Gen<Side> s_records =
        Gen.Select(Gen.Int[0, 6], Gen.OneOf(Gen.Const("a"), Gen.Const("b"), Gen.Const("c"))).Array[0, 7]
            .Select(pairs => (Side)new OrderedDictionary<int, string>(pairs.DistinctBy(pair => pair.Item1).Select(pair => KeyValuePair.Create(pair.Item1, pair.Item2))));

    private static readonly Gen<(Side Base, Side Files, Side Database)> s_sides = Gen.Select(s_records, s_records, s_records);

    [Fact]
    public void No_change_is_lost_that_only_one_side_made() => s_sides.Sample(sides =>
    {
        var merged = Contents(Of(sides));
        foreach (var key in Keys(sides))
        {
            if (In(sides.Database, key) == In(sides.Base, key))
                Assert.Equal(In(sides.Files, key), In(merged, key));
            if (In(sides.Files, key) == In(sides.Base, key))
                Assert.Equal(In(sides.Database, key), In(merged, key));
        }
    });

    [Fact]
    public void There_is_a_conflict_exactly_where_both_sides_differ_from_the_base_and_from_each_other() => s_sides.Sample(sides =>
        Assert.Equal(
            Keys(sides).Where(key => new[] { In(sides.Base, key), In(sides.Files, key), In(sides.Database, key) }.Distinct().Count() == 3).Order(),
            Of(sides).Conflicts.Select(conflict => conflict.Key).Order()));

    [Fact]
    public void Both_sides_have_the_same_rights() => s_sides.Sample(sides =>
    {
        var there = Of(sides, Preference.Files);
        var back = Of((sides.Base, sides.Database, sides.Files), Preference.Database);
        AssertSame(Contents(there), Contents(back));
        Assert.Equal(there.Conflicts.Select(conflict => conflict.Key).Order(), back.Conflicts.Select(conflict => conflict.Key).Order());
    });

    [Fact]
    public void What_is_preferred_wins_a_conflict() => s_sides.Sample(sides =>
    {
        var (files, database) = (Contents(Of(sides, Preference.Files)), Contents(Of(sides, Preference.Database)));
        foreach (var conflict in Of(sides).Conflicts)
            Assert.Equal((conflict.File, conflict.Database), (In(files, conflict.Key), In(database, conflict.Key)));
    });

    [Fact]
    public void Merging_the_same_files_again_brings_nothing_new() => Gen.Select(s_sides, Gen.Enum<Preference>()).Sample((sides, preference) =>
    {
        var merged = Contents(Of(sides, preference));
        var again = Of((sides.Files, sides.Files, merged));
        Assert.Empty(again.Conflicts);
        AssertSame(merged, Contents(again));
    });

    [Fact]
    public void After_an_export_the_files_bring_nothing_new() => Gen.Select(s_records, s_records).Sample((@base, database) =>
    {
        var imported = Of((@base, database, database));
        Assert.Empty(imported.Conflicts);
        Assert.Equal(database, Contents(imported));
    });

    [Fact]
    public void The_files_give_the_order_and_what_only_the_database_holds_comes_last() => s_sides.Sample(sides =>
    {
        var order = Of(sides).Merged.Select(record => record.Key).ToArray();
        Assert.Equal(sides.Files.Keys.Intersect(order).Concat(sides.Database.Keys.Except(sides.Files.Keys).Intersect(order)), order);
    });

    private static Merge Of((Side Base, Side Files, Side Database) sides, Preference preference = Preference.None) =>
        Merge.Of(sides.Base, sides.Files, sides.Database, preference);

    private static Side Contents(Merge merge) => new OrderedDictionary<int, string>(merge.Merged);

    private static IEnumerable<int> Keys((Side Base, Side Files, Side Database) sides) =>
        sides.Base.Keys.Union(sides.Files.Keys).Union(sides.Database.Keys);

    private static string? In(Side records, int key) => records.GetValueOrDefault(key);

    private static void AssertSame(Side expected, Side actual) =>
        Assert.Equal(expected.OrderBy(record => record.Key), actual.OrderBy(record => record.Key));
}
