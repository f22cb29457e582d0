using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Json.Schema;
using WhereToReport.Testing;

namespace WhereToReport.Web.Tests.Hsds;

/// <summary>
/// The compiled schemas of HSDS 3.0. They are not part of the project: they lie beside the clone, or where the variable
/// <c>HSDS_SCHEMAS</c> says. Without them the tests that need them are skipped.
/// </summary>
internal static class HsdsSchemas
{
    private static readonly ConcurrentDictionary<string, Lazy<JsonSchema>> s_schemas = new();

    private static string Folder =>
        Environment.GetEnvironmentVariable("HSDS_SCHEMAS") ?? Path.Combine(Repository.Root, "..", "shared", "reference", "hsds-3.0");

    public static bool AreThere => Directory.Exists(Folder);

    public static void SkipWithoutThem() =>
        Assert.SkipUnless(AreThere, $"The HSDS 3.0 schemas are not at {Path.GetFullPath(Folder)}; set HSDS_SCHEMAS to their folder.");

    public static string Read(string file) => File.ReadAllText(Path.Combine(Folder, file));

    /// <summary>A whole schema: <c>service.json</c>.</summary>
    public static JsonSchema Of(string file) => s_schemas.GetOrAdd(file, _ => new(() => Schemas.Parse(Read(file)))).Value;

    /// <summary>The schema of one table, from the schema of the tabular form: taxonomies have no compiled schema of their own.</summary>
    public static JsonSchema OfTable(string name) => s_schemas.GetOrAdd("#" + name, _ => new(() =>
    {
        var table = JsonNode.Parse(Read("tabular.json"))!["properties"]![name]!["items"]!.AsObject();

        // Lists inside point to files that are not compiled into this one; our taxonomies hold no lists.
        foreach (var list in table["properties"]!.AsObject().Where(field => field.Value!["type"]!.GetValue<string>() == "array").ToArray())
            table["properties"]!.AsObject().Remove(list.Key);
        return Schemas.Parse(table.ToJsonString());
    })).Value;
}
