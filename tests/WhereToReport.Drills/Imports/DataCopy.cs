using WhereToReport.Domain;
using WhereToReport.Postgres.Files;
using WhereToReport.Testing;

namespace WhereToReport.Drills.Imports;

/// <summary>A copy of the data folder that may be spoiled.</summary>
internal sealed class DataCopy : IDisposable
{
    public DataCopy()
    {
        foreach (var file in Directory.EnumerateFiles(Repository.Data, "*", SearchOption.AllDirectories))
        {
            var copy = System.IO.Path.Combine(Path, System.IO.Path.GetRelativePath(Repository.Data, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public string Path { get; } = Directory.CreateTempSubdirectory("data-").FullName;

    /// <summary>Writes other facts into it.</summary>
    public void Write(DirectoryFacts facts) => DirectoryFilesWriter.Write(facts, Path);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
