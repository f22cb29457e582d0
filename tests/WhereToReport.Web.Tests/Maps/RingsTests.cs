using CsCheck;
using WhereToReport.Web.Maps;

namespace WhereToReport.Web.Tests.Maps;

public class RingsTests
{
    [Fact]
    public void A_path_is_read_in_tenths() =>
        Assert.Equal([new(5, 0), new(25, 0), new(25, 15)], Assert.Single(Rings.Of("M.5 0l2 0l0 1.5z")));

    [Fact]
    public void A_border_that_two_share_is_inside() =>
        Assert.Equal(8, Area(Assert.Single(Rings.Merged([Square(0, 0), Square(2, 0)]))));

    [Fact]
    public void Merging_keeps_the_area_whatever_touches() =>
        Gen.Select(Gen.Int[0, 5], Gen.Int[0, 5]).HashSet[1, 30].Sample(squares =>
            Rings.Merged(squares.Select(square => Square(2 * square.Item1, 2 * square.Item2))).Sum(Area) == 4 * squares.Count);

    [Fact]
    public void A_path_is_written_without_needless_signs() =>
        Assert.Equal("M0 0l2 0 0 2-2 0z", Rings.Path([Square(0, 0)]));

    private static IReadOnlyList<MapPoint> Square(int left, int top) => [new(left, top), new(left + 2, top), new(left + 2, top + 2), new(left, top + 2)];

    // Holes go the other way round and count as less than nothing.
    private static int Area(IReadOnlyList<MapPoint> ring) =>
        ring.Zip(ring.Skip(1).Append(ring[0])).Sum(edge => edge.First.X * edge.Second.Y - edge.Second.X * edge.First.Y) / 2;
}
