using System.Diagnostics;
using CsCheck;
using WhereToReport.Domain.Answers;
using WhereToReport.Domain.Places;
using WhereToReport.Testing;

namespace WhereToReport.Domain.Tests.Places;

/// <summary>Whatever is typed leads to a place, a choice or nothing, soon, and always to the same.</summary>
public class AnyTextTests
{
    private static readonly PlaceIndex s_places = RealDirectory.Snapshot.Places;

    private static readonly string[] s_words =
    [
        "94043", "00601", "96910", "09001", "0", "CA", "ca.", "Calif", "Santa", "Clara", "County", "St.", "Saint", "De", "Kalb", "near", "in", "cerca de", "LA", "N", "Ft", "New", "York",
        "Springfield", "parish", "ñ", "é", "İ", "ß", "ﷺ", "\0", "\ud800", "\u202e", "👩‍👧", ",", "-", "/", "\"", "'", "--", "\t", "\n",
    ];

    private static readonly Gen<string> s_text = Gen.Frequency(
        (1, Gen.String[Gen.Char, 0, PlaceText.MaxLength]),
        (1, Gen.String[Gen.Char[' ', '~'], 0, PlaceText.MaxLength]),
        (3, Gen.Select(Gen.OneOf(s_words), Gen.OneOf("", " ", " ", ", ", "-")).Array[0, 12].Select(pairs => string.Concat(pairs.Select(pair => pair.Item1 + pair.Item2)))));

    [Fact]
    public void Any_text_leads_somewhere_or_nowhere_but_never_astray() => s_text.Sample(
        text =>
        {
            var clock = Stopwatch.StartNew();
            var match = s_places.Resolve(text);
            Assert.True(clock.Elapsed < TimeSpan.FromSeconds(1), $"{clock.Elapsed} for {text}");
            switch (match)
            {
                case PlaceMatch.One one:
                    Assert.NotNull(one.Place);
                    break;
                case PlaceMatch.Several several:
                    Assert.True(several.Choices.Count > 1);
                    break;
                default:
                    Assert.IsType<PlaceMatch.None>(match);
                    break;
            }
            Assert.Equal(RealDirectory.Snapshot.Finder.Find(match).GetType(), RealDirectory.Snapshot.Finder.Find(s_places.Resolve(text)).GetType());
        },
        time: int.TryParse(Environment.GetEnvironmentVariable("FUZZ_SECONDS"), out var seconds) ? seconds : 3);

    [Fact]
    public void Capitals_and_spaces_around_a_text_change_nothing() => s_text.Where(text => text.All(char.IsAscii)).Sample(
        text => Assert.Equal(Said(text), Said($"  {text.ToUpperInvariant()} ")),
        iter: 2000);

    private static string Said(string text) => RealDirectory.Snapshot.Finder.Find(s_places.Resolve(text)) switch
    {
        Outcome.Answered answered => string.Join(',', answered.Answer.Channels.Select(channel => channel.Channel.Id)),
        Outcome.Choose choose => string.Join(',', choose.Choices.Select(choice => choice.Place.Path)),
        _ => "",
    };
}
