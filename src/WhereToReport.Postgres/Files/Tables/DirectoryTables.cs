using System.IO.Compression;
using System.Text;
using WhereToReport.Domain;
using WhereToReport.Domain.Channels;
using WhereToReport.Domain.Guidance;
using WhereToReport.Postgres.Files.Validation;

namespace WhereToReport.Postgres.Files.Tables;

/// <summary>The whole directory as CSV tables in one ZIP file, and back. The same facts give the same bytes.</summary>
public static class DirectoryTables
{
    private const string Gazetteer = "gazetteer";

    /// <summary>ZIP files know no earlier day; the day of a file inside means nothing here.</summary>
    private static readonly DateTimeOffset s_noDay = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <param name="facts">The facts to write.</param>
    /// <param name="readMe">What stands in <c>README.txt</c>.</param>
    /// <param name="file">A stream that the ZIP file is written to.</param>
    public static void Write(DirectoryFacts facts, string readMe, Stream file)
    {
        using var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true);
        using (var text = Add(zip, "README.txt"))
            text.Write(Encoding.UTF8.GetBytes(readMe));
        using (var dictionary = Add(zip, DataDictionary.File))
            DataDictionary.Of(Of(facts)).Write(dictionary);
        foreach (var table in Of(facts))
        {
            using var csv = Add(zip, table.Name + ".csv");
            table.Write(csv);
        }
        DirectoryFilesWriter.WriteGazetteer(facts.Gazetteer, name => Add(zip, name));
    }

    /// <summary>The facts of a ZIP file that <see cref="Write"/> made, without the gazetteer.</summary>
    /// <exception cref="InvalidDataException">The file is no such ZIP file.</exception>
    public static DirectoryFacts Read(Stream file)
    {
        using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        var tables = zip.Entries
            .Where(entry => entry.FullName.EndsWith(".csv", StringComparison.Ordinal) && !entry.FullName.Contains('/') && entry.FullName != DataDictionary.File)
            .Select(entry =>
            {
                using var csv = entry.Open();
                return Table.Read(entry.Name[..^".csv".Length], csv);
            })
            .ToDictionary(table => table.Name);
        if (!tables.ContainsKey("channels"))
            throw new InvalidDataException("The ZIP file holds no channels.csv.");
        return new()
        {
            Organizations = RecordTables.Read<Organization>(tables, "organizations", "organization", row => row["id"]),
            Channels = RecordTables.Read<Channel>(tables, "channels", "channel", row => row["id"]),
            Roles = RecordTables.Read<Role>(tables, "roles", "role", row => row["id"]),
            Situations = RecordTables.Read<Situation>(tables, "situations", "situation", row => row["id"]),
            Synonyms = RecordTables.Read<Synonyms>(tables, "synonyms", "situation", row => row["situation"]),
            GeneralPlan = new() { Contacts = RecordTables.Read<PlannedContact>(tables, "general_plan", null, _ => "") },
            Duties = RecordTables.Read<Duty>(tables, "duties", "state", row => row["state"]),
            AwarenessFacts = RecordTables.Read<AwarenessFact>(tables, "awareness_facts", "fact", row => row["id"]),
            LearnPages = RecordTables.Read<LearnPage>(tables, "learn_pages", "page", row => Page(row["slug"], row["language"])),
        };
    }

    /// <summary>Turns a ZIP file that <see cref="Write"/> made into a data folder, as volunteers edit it.</summary>
    /// <param name="file">The ZIP file; it must be seekable.</param>
    /// <param name="folder">The folder to write; files of the same names are overwritten.</param>
    /// <returns>What the folder now holds.</returns>
    /// <exception cref="InvalidDataException">The file is no such ZIP file.</exception>
    /// <exception cref="DataProblemsException">Its tables do not hold together.</exception>
    public static DirectoryFacts Unpack(Stream file, string folder)
    {
        var facts = Read(file);
        var places = Directory.CreateTempSubdirectory("places-");
        try
        {
            Directory.CreateDirectory(Path.Combine(places.FullName, Gazetteer));
            using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            foreach (var entry in zip.Entries.Where(entry => entry.FullName == $"{Gazetteer}/{entry.Name}" && entry.Name.EndsWith(".csv", StringComparison.Ordinal)))
                entry.ExtractToFile(Path.Combine(places.FullName, Gazetteer, entry.Name));
            var problems = new List<DataProblem>();
            facts = facts with { Gazetteer = new GazetteerReader(places.FullName, problems).Read() };
            problems.AddRange(DirectoryValidation.Of(facts).Problems());
            if (problems.Count > 0)
                throw new DataProblemsException(problems);
        }
        finally
        {
            places.Delete(recursive: true);
        }
        DirectoryFilesWriter.Write(facts, folder);
        return facts;
    }

    private static IEnumerable<Table> Of(DirectoryFacts facts) =>
    [
        .. RecordTables.Write("organizations", "organization", facts.Organizations, record => record.Id),
        .. RecordTables.Write("channels", "channel", facts.Channels, record => record.Id),
        .. RecordTables.Write("roles", "role", facts.Roles, record => record.Id),
        .. RecordTables.Write("situations", "situation", facts.Situations, record => record.Id),
        .. RecordTables.Write("synonyms", "situation", facts.Synonyms, record => record.Situation),
        .. RecordTables.Write("general_plan", null, facts.GeneralPlan.Contacts, _ => ""),
        .. RecordTables.Write("duties", "state", facts.Duties, record => record.State),
        .. RecordTables.Write("awareness_facts", "fact", facts.AwarenessFacts, record => record.Id),
        .. RecordTables.Write("learn_pages", "page", facts.LearnPages, record => Page(record.Slug, record.Language)),
    ];

    private static string Page(string slug, string language) => $"{slug}/{language}";

    private static Stream Add(ZipArchive zip, string name)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = s_noDay;
        return entry.Open();
    }
}
