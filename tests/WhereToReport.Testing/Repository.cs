namespace WhereToReport.Testing;

/// <summary>Where the clone that the tests run in keeps its things.</summary>
public static class Repository
{
    public static string Root { get; } = Find();

    /// <summary>The real data folder.</summary>
    public static string Data => Path.Combine(Root, "data");

    /// <summary>The built program of a project under <c>src</c>, of the configuration the tests were built in.</summary>
    public static string Program(string project) =>
        Path.Combine(Root, "src", project, "bin", Configuration, "net10.0", project + ".dll");

    // tests/X/bin/Release/net10.0
    private static string Configuration => new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Directory.sln")))
                return folder.FullName;
        }
        throw new DirectoryNotFoundException("The tests must run inside a clone of the project.");
    }
}
