using System.Security.Cryptography;
using System.Text.Json.Nodes;
using WhereToReport.Testing;

namespace WhereToReport.Browser.Tests.Offline;

/// <summary>The built site as it might be deployed next: a copy in which a style and a script differ, and with them their versions and the name of the build.</summary>
public sealed class NextBuild : IDisposable
{
    private const string Manifest = "WhereToReport.Web.staticwebassets.endpoints.json";

    // Tells the program that wwwroot stands among the sources rather than beside it.
    private const string Sources = "WhereToReport.Web.staticwebassets.runtime.json";

    private readonly string _folder = Directory.CreateTempSubdirectory("build-").FullName;

    public NextBuild()
    {
        var built = Path.GetDirectoryName(Repository.Program("WhereToReport.Web"))!;
        foreach (var file in Directory.EnumerateFiles(built).Where(file => Path.GetFileName(file) != Sources))
            File.Copy(file, Path.Combine(_folder, Path.GetFileName(file)));
        foreach (var part in new[] { "es", "runtimes" })
            Copy(Path.Combine(built, part), Path.Combine(_folder, part));
        Copy(Path.Combine(Repository.Root, "src", "WhereToReport.Web", "wwwroot"), Path.Combine(_folder, "wwwroot"));
        Add("site.css", ":root { --build: next }");
        Add("offline.js", "document.documentElement.dataset.build = 'next';");
    }

    public string Program => Path.Combine(_folder, "WhereToReport.Web.dll");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    // As a build does it: the content gives the version, and the manifest maps the name with the version to the file.
    private void Add(string file, string text)
    {
        var path = Path.Combine(_folder, "wwwroot", file);
        File.AppendAllText(path, "\n" + text);
        var content = File.ReadAllBytes(path);
        var hash = SHA256.HashData(content);
        var version = Convert.ToHexStringLower(hash)[..10];

        var manifest = JsonNode.Parse(File.ReadAllText(Path.Combine(_folder, Manifest)))!;
        foreach (var endpoint in manifest["Endpoints"]!.AsArray().Where(endpoint => (string)endpoint!["AssetFile"]! == file))
        {
            Set(endpoint!["ResponseHeaders"]!, "Content-Length", $"{content.Length}");
            Set(endpoint["ResponseHeaders"]!, "ETag", $"\"{Convert.ToBase64String(hash)}\"");
            Set(endpoint["EndpointProperties"]!, "integrity", $"sha256-{Convert.ToBase64String(hash)}");
            if (Set(endpoint["EndpointProperties"]!, "fingerprint", version))
                endpoint["Route"] = $"{Path.GetFileNameWithoutExtension(file)}.{version}{Path.GetExtension(file)}";
        }
        File.WriteAllText(Path.Combine(_folder, Manifest), manifest.ToJsonString());
    }

    private static bool Set(JsonNode list, string name, string value)
    {
        if (list.AsArray().SingleOrDefault(each => (string)each!["Name"]! == name) is not { } found)
            return false;
        found["Value"] = value;
        return true;
    }
}

/// <summary>A node of the build that visitors know, and one of the next build on the same database.</summary>
public sealed class TwoBuilds : IAsyncLifetime
{
    private readonly NextBuild _build = new();
    private TestDatabase _database = null!;

    public SiteProcess Old { get; private set; } = null!;

    public SiteProcess Next { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.Filled();
        Old = await SiteProcess.Start(_database.AsSite);
        Next = await SiteProcess.Start(_database.AsSite, program: _build.Program);
        await Old.UntilItServesTheDatabase();
        await Next.UntilItServesTheDatabase();
    }

    public async ValueTask DisposeAsync()
    {
        await Next.DisposeAsync();
        await Old.DisposeAsync();
        await _database.DisposeAsync();
        _build.Dispose();
    }
}
