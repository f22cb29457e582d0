using System.Text.Json;
using WhereToReport.Domain.Answers;
using WhereToReport.Testing;

namespace WhereToReport.Drills.Load;

/// <summary>A ZIP code to ask for, and what its answer must hold: the counties, and every channel in its order.</summary>
internal sealed record Question(string Zip, string Counties, string Channels)
{
    private const int Every = 200;

    /// <summary>ZIP codes from all over the country, each of one county.</summary>
    public static IReadOnlyList<Question> All { get; } = [.. Sample()];

    public string Address => "/api/v1/answer?place=" + Zip;

    /// <summary>True where the JSON is the right answer.</summary>
    public bool IsAnsweredBy(byte[] body)
    {
        using var answer = JsonDocument.Parse(body);
        return answer.RootElement.TryGetProperty("counties", out var counties)
            && counties.GetRawText() == Counties
            && string.Join(',', answer.RootElement.GetProperty("channels").EnumerateArray().Select(channel => channel.GetProperty("id").GetString())) == Channels;
    }

    private static IEnumerable<Question> Sample()
    {
        var directory = RealDirectory.Snapshot;
        foreach (var zip in RealDirectory.Facts.Gazetteer.ZipCodes.Where((_, index) => index % Every == 0))
        {
            if (directory.Finder.Find(directory.Places.Resolve(zip.Zip), null) is Outcome.Answered { Answer: { Counties.Count: 1 } answer })
                yield return new(zip.Zip, $"[\"{answer.Counties[0].Fips}\"]", string.Join(',', answer.Channels.Select(channel => channel.Channel.Id)));
        }
    }
}
