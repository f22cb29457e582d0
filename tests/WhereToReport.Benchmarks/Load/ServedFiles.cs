namespace WhereToReport.Benchmarks.Load;

/// <summary>A body as it is sent.</summary>
internal sealed record ServedFile(byte[] Body, string Type, string? Coding);

/// <summary>
/// Bodies that the site has sent, in a folder, for the references to serve. A file is called <c>name.coding.ending</c>
/// (<c>home.br.html</c>), and that is its address.
/// </summary>
internal sealed class ServedFiles : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("bench-").FullName;

    /// <summary>Adds a body and returns its address.</summary>
    public async Task<string> Add(string name, string coding, string ending, byte[] body)
    {
        var file = $"{name}.{coding}.{ending}";
        await File.WriteAllBytesAsync(Path.Combine(Folder, file), body);
        return "/" + file;
    }

    public static IReadOnlyDictionary<string, ServedFile> Read(string folder) => Directory.EnumerateFiles(folder).ToDictionary(
        file => "/" + Path.GetFileName(file),
        file => new ServedFile(
            File.ReadAllBytes(file),
            file.EndsWith(".json", StringComparison.Ordinal) ? "application/json; charset=utf-8" : "text/html; charset=utf-8",
            Path.GetFileName(file).Split('.')[1] is "identity" ? null : Path.GetFileName(file).Split('.')[1]));

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
