using WhereToReport.Drills.Load;

namespace WhereToReport.Drills.Imports;

/// <summary>Data files that are wrong in many ways: each is refused with the name of the file, and nothing changes.</summary>
internal static class BadImport
{
    private static readonly (string File, Func<string, string> Spoil)[] s_ways =
    [
        ("channels/national.json", text => text.Replace("+18008435678", "800-THE-LOST")),
        ("channels/national.json", text => text[..(text.Length / 2)]),
        ("channels/national.json", text => text.Replace("\"operator\"", "\"operatorr\"")),
        ("organizations.json", _ => "[]"),
        ("duties.json", text => text.Replace("\"CA\"", "\"XX\"")),
        ("situations.json", _ => ""),
        ("gazetteer/zip-counties.csv", text => text.Replace("06085", "99999")),
        ("gazetteer/counties.csv", text => text[..(text.Length / 3)]),
    ];

    public static async Task<Findings> Run(Stage stage)
    {
        var cluster = await stage.Cluster();
        await using var node = await Stage.Node(cluster.AsSite);
        await using var visitors = Visitors.Start(node.Address);
        var before = await ImportProcess.Revision(cluster);
        var findings = new Findings { Faults = s_ways.Length };
        foreach (var (file, spoil) in s_ways)
        {
            using var folder = new DataCopy();
            var path = Path.Combine(folder.Path, file);
            var text = await File.ReadAllTextAsync(path);
            await File.WriteAllTextAsync(path, spoil(text));
            findings.Demand(spoil(text) != text, $"{file} was not spoiled: the drill proves nothing");
            var (code, output) = await ImportProcess.Import(cluster, folder.Path);
            findings.Demand(code != 0, $"{file}: bad data was taken");
            findings.Demand(output.Contains(Path.GetFileName(file), StringComparison.Ordinal), $"{file}: the file is not named: {output.Trim()}");
        }
        findings.Demand(await ImportProcess.Revision(cluster) == before, "the revision changed");
        var met = await visitors.End();
        return findings with { LoadHeld = met.PerSecond, FailedReads = met.Failed.Count, WrongAnswers = met.Wrong.Count };
    }
}
