using System.Buffers;
using Microsoft.AspNetCore.WebUtilities;
using WhereToReport.Domain;

namespace WhereToReport.Web.Serving.Keeping;

/// <summary>
/// The addresses whose answers are kept, in one spelling. There are so many and no more: pages and records of the directory
/// without a query, and ZIP codes on record. Free text, unknown parameters and other spellings have none, so nobody can fill the store
/// with addresses that he makes up, and nothing that a visitor typed is ever in it. The ZIP codes of one county share its answer.
/// </summary>
internal static class KeptAddress
{
    /// <summary>No address is longer.</summary>
    public const int Longest = 160;

    private const string AnswerOfApi = "/api/v1/answer";
    private const int LongestPath = 100;
    private const int DigitsOfZip = 5;

    private static readonly SearchValues<char> s_plain = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789/-");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> s_rooms =
        new HashSet<string>(["", "us", "world", "situations", "channels", "task-forces", "schools", "learn", "about", "privacy", "accessibility"])
            .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Writes the address of a request into <paramref name="address"/>; 0 where it is none that an answer is kept for.</summary>
    public static int Write(HttpRequest request, DirectorySnapshot directory, Span<char> address)
    {
        var path = request.Path.Value.AsSpan();
        if (path.Length > LongestPath)
            return 0;
        var query = request.QueryString.Value;
        if (path is "/find" or "/es/find" or AnswerOfApi)
            return string.IsNullOrEmpty(query) ? 0 : WriteQuestion(path, query, directory, address);
        if (!string.IsNullOrEmpty(query) || path.ContainsAnyExcept(s_plain) || path is not ['/', ..] || path is [_, .., '/'] || !IsForPrograms(path) && !s_rooms.Contains(Room(path)))
            return 0;
        path.CopyTo(address);
        return path.Length;
    }

    // In one language only: the limit of the API knows its addresses as they are.
    private static bool IsForPrograms(ReadOnlySpan<char> path) => path.StartsWith("/api/") || path is "/hsds" || path.StartsWith("/hsds/");

    // The first part of the path, whichever the language.
    private static ReadOnlySpan<char> Room(ReadOnlySpan<char> path)
    {
        var rest = path[1..];
        if (rest is "es")
            return "";
        if (rest is ['e', 's', '/', ..])
            rest = rest[3..];
        var end = rest.IndexOf('/');
        return end < 0 ? rest : rest[..end];
    }

    private static int WriteQuestion(ReadOnlySpan<char> path, string query, DirectorySnapshot directory, Span<char> address)
    {
        ReadOnlySpan<char> place = default;
        var kind = ' ';
        string? situation = null;
        var language = "";
        var ofApi = path is AnswerOfApi;
        foreach (var pair in new QueryStringEnumerable(query))
        {
            var value = pair.DecodeValue().Span;
            var known = pair.DecodeName().Span switch
            {
                "q" when !ofApi => place.IsEmpty && TryPlace(value, directory, out place, out kind),
                "place" when ofApi => place.IsEmpty && TryPlace(value, directory, out place, out kind),
                "situation" => situation is null && TrySituation(value, directory, out situation),
                "lang" when ofApi => language.Length == 0 && TryLanguage(value, out language),
                _ => false,
            };
            if (!known)
                return 0;
        }
        return !place.IsEmpty && address.TryWrite($"{path}?{kind}{place}&{situation}{language}", out var length) ? length : 0;
    }

    // All ZIP codes of one county get one and the same answer; one that touches several keeps its own.
    private static bool TryPlace(ReadOnlySpan<char> zip, DirectorySnapshot directory, out ReadOnlySpan<char> place, out char kind)
    {
        place = zip;
        kind = 'z';
        if (zip.Length != DigitsOfZip || directory.Places.CountiesOfZip(zip) is not { } counties)
            return false;
        if (counties is [var only])
        {
            place = only.Fips;
            kind = 'c';
        }
        return true;
    }

    private static bool TryLanguage(ReadOnlySpan<char> code, out string language)
    {
        language = code switch { "en" => "&en", "es" => "&es", _ => "" };
        return language.Length > 0;
    }

    // The form sends an empty situation where none was chosen. An id in another case gets its answer, but not from here.
    private static bool TrySituation(ReadOnlySpan<char> id, DirectorySnapshot directory, out string? situation)
    {
        situation = id.IsEmpty ? "" : directory.Situation(id.ToString())?.Id;
        return situation is not null && id.SequenceEqual(situation);
    }
}
