using System.IO.Compression;
using System.Text.Json;
using WhereToReport.Domain;
using WhereToReport.Domain.Channels;
using WhereToReport.Postgres.Files;
using WhereToReport.Postgres.Files.Tables;
using WhereToReport.Testing;

namespace WhereToReport.Postgres.Tests.Files.Tables;

public class DirectoryTablesTests
{
    [Fact]
    public void The_whole_directory_goes_into_tables_and_back_without_loss()
    {
        foreach (var facts in new[] { RealDirectory.Facts, RealDirectory.Facts.ForPublic() })
            Assert.Equal(Json(facts with { Gazetteer = new() }), Json(DirectoryTables.Read(Zip(facts))));
    }

    [Fact]
    public void Downloaded_tables_become_a_data_folder_with_the_same_records_and_places()
    {
        var folder = Directory.CreateTempSubdirectory("unpacked-");
        try
        {
            var facts = RealDirectory.Facts.ForPublic();
            DirectoryTables.Unpack(Zip(facts), folder.FullName);
            Assert.Equal(Json(facts), Json(DirectoryFiles.Read(folder.FullName)));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void What_is_no_download_is_refused_and_nothing_is_written()
    {
        var folder = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("n"));
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
            zip.CreateEntry("../channels.txt");
        Assert.Throws<InvalidDataException>(() => DirectoryTables.Unpack(file, folder));
        Assert.False(Directory.Exists(folder));
    }

    [Fact]
    public void What_the_public_gets_holds_no_note_and_nothing_unpublished()
    {
        var json = Json(RealDirectory.Facts.ForPublic());
        Assert.DoesNotContain("\"notes\"", json);
        Assert.DoesNotContain("\"supports\"", json);
        Assert.DoesNotContain("\"tz-cop\"", json);
    }

    [Fact]
    public void The_same_facts_give_the_same_bytes() =>
        Assert.Equal(Zip(RealDirectory.Facts).ToArray(), Zip(RealDirectory.Facts).ToArray());

    [Fact]
    public void No_cell_can_be_taken_for_a_formula_and_each_comes_back_as_it_was()
    {
        string[] names = ["=1+1", "@SUM(A1)", "-2+3", "+1+cmd|' /C calc'!A0", "'quoted", "\ttab", "plain", "a, \"b\"\nc"];
        var facts = new DirectoryFacts { Organizations = [.. names.Select((name, place) => new Organization { Id = $"o{place}", Name = new(name) })] };
        using var zip = new ZipArchive(Zip(facts));
        using var csv = new StreamReader(zip.GetEntry("organizations.csv")!.Open());
        var text = csv.ReadToEnd();
        foreach (var name in names[..6])
            Assert.Contains("'" + name[..2], text);
        Assert.Equal(names, DirectoryTables.Read(Zip(facts)).Organizations.Select(organization => organization.Name.En));
    }

    [Fact]
    public void A_phone_number_stays_as_it_is_dialled()
    {
        Assert.Equal("+18008435678", SafeCell.Of("+18008435678"));
        Assert.Equal("'+1800=1", SafeCell.Of("+1800=1"));
    }

    [Fact]
    public void The_data_dictionary_tells_what_every_column_means()
    {
        using var zip = new ZipArchive(Zip(RealDirectory.Facts));
        var dictionary = Table.Read("data-dictionary", zip.GetEntry("data-dictionary.csv")!.Open());
        var told = dictionary.Rows.Select(row => (row["table"], row["column"])).ToHashSet();
        Assert.All(dictionary.Rows, row => Assert.True(row["meaning"].Length > 3));
        foreach (var entry in zip.Entries.Where(entry => entry.FullName.EndsWith(".csv") && !entry.FullName.Contains('/') && entry.Name != "data-dictionary.csv"))
        {
            var table = Table.Read(entry.Name[..^4], entry.Open());
            Assert.All(table.Columns, column => Assert.Contains((table.Name, column), told));
        }
    }

    [Fact]
    public void The_places_come_along()
    {
        using var zip = new ZipArchive(Zip(RealDirectory.Facts));
        Assert.Equal(RealDirectory.Facts.Gazetteer.ZipCodes.Count, Table.Read("zip-codes", zip.GetEntry("gazetteer/zip-codes.csv")!.Open()).Rows.Count);
    }

    private static MemoryStream Zip(DirectoryFacts facts)
    {
        var file = new MemoryStream();
        DirectoryTables.Write(facts, "read me", file);
        file.Position = 0;
        return file;
    }

    private static string Json(DirectoryFacts facts) => JsonSerializer.Serialize(facts, DirectoryJson.Compact);
}
