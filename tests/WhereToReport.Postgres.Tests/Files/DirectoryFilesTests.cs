using System.Text.Json.Nodes;
using WhereToReport.Postgres.Files;
using WhereToReport.Testing;

namespace WhereToReport.Postgres.Tests.Files;

public class DirectoryFilesTests
{
    private const string National = "channels/national.json";

    [Fact]
    public void Writing_what_was_read_gives_the_same_bytes()
    {
        using var folder = new DataFolder();
        DirectoryFilesWriter.Write(DirectoryFiles.Read(folder.Path), folder.Path);
        foreach (var written in Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories))
        {
            var file = Path.GetRelativePath(folder.Path, written);
            Assert.True(File.ReadAllBytes(Path.Combine(Repository.Data, file)).SequenceEqual(File.ReadAllBytes(written)), $"{file} differs");
        }
    }

    [Fact]
    public void A_file_that_is_no_JSON_is_refused_with_its_line()
    {
        var problem = Assert.Single(Problems(folder => folder.Change("duties.json", text => text[..200])));
        Assert.Equal("duties.json", problem.File);
        Assert.StartsWith("line ", problem.Record);
    }

    [Fact]
    public void A_missing_file_is_named() =>
        Assert.Contains(Problems(folder => File.Delete(Path.Combine(folder.Path, "roles.json"))), problem => problem is { File: "roles.json", Found: "no such file" });

    [Theory]
    [InlineData("+1800843567")]
    [InlineData("1-800-843-5678")]
    [InlineData("")]
    [InlineData("+0123456789")]
    public void A_wrong_phone_number_is_refused(string number) =>
        AssertOneProblem(record => record["phones"]![0]!["number"] = number, "phones[0].number", number);

    [Fact]
    public void A_phone_number_of_the_wrong_type_is_refused() =>
        AssertOneProblem(record => record["phones"]![0]!["number"] = 8008435678, "phones[0].number", "8008435678");

    [Fact]
    public void An_unknown_kind_is_refused_with_the_kinds_there_are()
    {
        var problem = AssertOneProblem(record => record["kind"] = "hotline", "kind", "\"hotline\"");
        Assert.Contains("task-force, child-protection-line", problem.Allowed);
    }

    [Fact]
    public void A_field_that_does_not_exist_is_refused() => AssertOneProblem(record => record["fone"] = "x", "fone", "\"x\"");

    [Fact]
    public void A_missing_field_is_named() => AssertOneProblem(record => record.Remove("takesReports"), "takesReports", "nothing");

    [Fact]
    public void A_published_record_without_a_source_is_refused() => AssertOneProblem(record => record.Remove("sources"), "sources", "none");

    [Fact]
    public void An_address_without_http_is_refused() =>
        AssertOneProblem(record => record["reportUrl"] = "javascript:alert(1)", "reportUrl", "javascript:alert(1)");

    [Fact]
    public void An_unknown_operator_is_refused() => AssertOneProblem(record => record["operator"] = "nobody", "operator", "nobody");

    [Fact]
    public void An_unknown_county_is_refused()
    {
        var problem = Assert.Single(Problems(folder => folder.ChangeRecord("channels/task-forces.json", "ca-silicon-valley",
            record => record["coverage"]![0]!["counties"]![0] = "06999")));
        Assert.Equal(("channels/task-forces.json", "ca-silicon-valley", "coverage[0].counties[0]", "06999"), (problem.File, problem.Record, problem.Field, problem.Found));
    }

    [Fact]
    public void Two_records_with_one_id_are_refused()
    {
        var problem = Assert.Single(Problems(folder => folder.ChangeRecord(National, "fbi-ic3", record => record["id"] = "fbi-tips")),
            problem => problem.Field == "id");
        Assert.Equal("fbi-tips", problem.Record);
    }

    [Fact]
    public void A_ZIP_code_without_its_primary_county_is_refused()
    {
        var problem = Assert.Single(Problems(folder => folder.Change("gazetteer/zip-counties.csv", text => text.Replace("94043,06085,true", "94043,06085,false"))));
        Assert.Equal(("gazetteer/zip-counties.csv", "94043"), (problem.File, problem.Record));
    }

    [Fact]
    public void All_problems_are_told_at_once()
    {
        var problems = Problems(folder =>
        {
            folder.ChangeRecord(National, "fbi-tips", record => { record["kind"] = "x"; record["takesReports"] = "yes"; record["website"] = "fbi"; });
            folder.ChangeRecord(National, "988", record => record["website"] = "988");
            folder.ChangeRecord("duties.json", "TX", record => record["state"] = "ZZ");
            folder.Change("gazetteer/counties.csv", text => text.Replace("06085,CA,", "6085,CA,"));
        });
        Assert.Contains(problems, problem => problem is { Record: "fbi-tips", Field: "kind" });
        Assert.Contains(problems, problem => problem is { Record: "fbi-tips", Field: "takesReports" });
        Assert.Contains(problems, problem => problem is { Record: "988", Field: "website" });
        Assert.Contains(problems, problem => problem is { File: "duties.json", Record: "ZZ", Field: "state" });
        Assert.Contains(problems, problem => problem is { File: "gazetteer/counties.csv", Found: "6085" });
    }

    private static DataProblem AssertOneProblem(Action<JsonObject> spoil, string field, string found)
    {
        var problem = Assert.Single(Problems(folder => folder.ChangeRecord(National, "ncmec-cybertipline", spoil)), problem => problem.Record == "ncmec-cybertipline");
        Assert.Equal(National, problem.File);
        Assert.Equal(field, problem.Field);
        Assert.Equal(found.Length == 0 ? "nothing" : found, problem.Found);
        Assert.NotEmpty(problem.Allowed);
        return problem;
    }

    private static IReadOnlyList<DataProblem> Problems(Action<DataFolder> spoil)
    {
        using var folder = new DataFolder();
        spoil(folder);
        return Assert.Throws<DataProblemsException>(() => DirectoryFiles.Read(folder.Path)).Problems;
    }
}
