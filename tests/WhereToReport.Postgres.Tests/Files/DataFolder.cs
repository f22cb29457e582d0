using System.Text.Json.Nodes;
using WhereToReport.Testing;

namespace WhereToReport.Postgres.Tests.Files;

/// <summary>A copy of the real data folder that a test may spoil.</summary>
public sealed class DataFolder : IDisposable
{
    public DataFolder()
    {
        foreach (var file in Directory.EnumerateFiles(Repository.Data, "*", SearchOption.AllDirectories).Where(file => !file.Contains("shapes")))
        {
            var copy = System.IO.Path.Combine(Path, System.IO.Path.GetRelativePath(Repository.Data, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public string Path { get; } = Directory.CreateTempSubdirectory("data-").FullName;

    public void Change(string file, Func<string, string> change)
    {
        var path = System.IO.Path.Combine(Path, file);
        File.WriteAllText(path, change(File.ReadAllText(path)));
    }

    /// <summary>Changes one record of a JSON file, found by its id.</summary>
    public void ChangeRecord(string file, string id, Action<JsonObject> change) => Change(file, text =>
    {
        var records = JsonNode.Parse(text)!.AsArray();
        change(records.Select(record => record!.AsObject()).Single(record => (string?)(record["id"] ?? record["state"]) == id));
        return records.ToJsonString();
    });

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
