using System.Runtime.CompilerServices;
using System.Text.Json;
using WhereToReport.Domain;
using WhereToReport.Domain.Channels;
using WhereToReport.Domain.Guidance;
using WhereToReport.Domain.Places;
using WhereToReport.Postgres.Files;
using WhereToReport.Postgres.Files.Tables;
using WhereToReport.Web.Hsds;

namespace WhereToReport.Web.Downloads;

/// <summary>Makes the files of a revision when one of them is first asked for, and lets them go together with its snapshot.</summary>
public sealed class DirectoryDownloads(HsdsDirectories hsds)
{
    private const string Licence = "The facts are in the public domain (CC0 1.0, https://creativecommons.org/publicdomain/zero/1.0/).";

    private const string Credits =
        "Places: ZIP codes and cities by GeoNames (https://www.geonames.org/), CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/), "
        + "changed: joined with counties by the ZIP code crosswalk of the U.S. Department of Housing and Urban Development (HUD).";

    internal const string WholeInJson = "directory.json";
    internal const string WholeInCsv = "directory-csv.zip";
    private const string WholeInHsds = "hsds.zip";

    private readonly ConditionalWeakTable<DirectorySnapshot, Lazy<Task<Download[]>>> _made = [];

    /// <summary>The names of the files, under <c>/data/</c>.</summary>
    public static IReadOnlyList<string> Names { get; } = [WholeInJson, WholeInCsv, WholeInHsds];

    /// <summary>All files of a revision.</summary>
    public Task<Download[]> Of(DirectorySnapshot directory) => _made.GetValue(directory, snapshot => new(() => Make(snapshot))).Value;

    private sealed record Content(
        long Revision,
        DateTimeOffset ChangedAt,
        string Licence,
        IReadOnlyList<Organization> Organizations,
        IReadOnlyList<Channel> Channels,
        IReadOnlyList<Role> Roles,
        IReadOnlyList<Situation> Situations,
        IReadOnlyList<Synonyms> Synonyms,
        GeneralPlan GeneralPlan,
        IReadOnlyList<Duty> Duties,
        IReadOnlyList<AwarenessFact> AwarenessFacts,
        IReadOnlyList<LearnPage> LearnPages,
        IReadOnlyList<State> States,
        IReadOnlyList<County> Counties,
        IReadOnlyList<CountryName> Countries);

    /// <summary>A country of ISO 3166-1 as the CLDR names it, and its continent (UN M49).</summary>
    private sealed record CountryName(string Code, Bilingual Name, string Region);

    private async Task<Download[]> Make(DirectorySnapshot directory)
    {
        var facts = directory.Facts.ForPublic();
        return
        [
            new(WholeInJson, "application/json", Json(facts, directory)),
            new(WholeInCsv, "application/zip", Tables(facts, directory)),
            new(WholeInHsds, "application/zip", await HsdsPackage.Write(hsds.Of(directory), directory)),
        ];
    }

    private static byte[] Json(DirectoryFacts facts, DirectorySnapshot directory) => JsonSerializer.SerializeToUtf8Bytes(
        new Content(
            directory.Revision,
            directory.ChangedAt,
            Licence,
            facts.Organizations,
            facts.Channels,
            facts.Roles,
            facts.Situations,
            facts.Synonyms,
            facts.GeneralPlan,
            facts.Duties,
            facts.AwarenessFacts,
            facts.LearnPages,
            facts.Gazetteer.States,
            facts.Gazetteer.Counties,
            [.. Countries.All.Select(country => new CountryName(country.Code, new(country.Name, country.SpanishName), country.Region))]),
        DirectoryJson.Compact);

    private static byte[] Tables(DirectoryFacts facts, DirectorySnapshot directory)
    {
        using var file = new MemoryStream();
        DirectoryTables.Write(facts, ReadMe(directory), file);
        return file.ToArray();
    }

    private static string ReadMe(DirectorySnapshot directory) =>
        $"""
        Where to Report: the whole directory, revision {directory.Revision} of {directory.ChangedAt:yyyy-MM-dd}

        {Licence}
        {Credits}

        One CSV file a table, in UTF-8; data-dictionary.csv says what each column means.
        An empty cell means that nothing is known. Several values in one cell are parted by |.
        A text that a spreadsheet could take for a formula has an apostrophe in front; take one leading apostrophe away.
        No contact was confirmed by a call unless verification_method says so. Read the confidence columns, and say so too.

        """;
}
