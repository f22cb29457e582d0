using System.Text.Json;
using Json.Schema;
using WhereToReport.Testing;

namespace WhereToReport.Web.Tests.Hsds;

public class HsdsSchemaTests(FilledSite filled)
{
    [Theory]
    [InlineData("services", "", "service_list.json")]
    [InlineData("services", "minimal=true", "service_list.json")]
    [InlineData("services", "full=true", "service.json")]
    [InlineData("organizations", "", "organization_list.json")]
    [InlineData("organizations", "full=true", "organization.json")]
    [InlineData("organizations", "full_service=true", "organization.json")]
    [InlineData("organizations", "full=true&full_service=true", "organization.json")]
    [InlineData("service_at_locations", "", "service_at_location_list.json")]
    [InlineData("service_at_locations", "full=true", "service_at_location.json")]
    public async Task Every_record_of_a_list_is_valid(string list, string query, string schema)
    {
        HsdsSchemas.SkipWithoutThem();
        await AssertList(list, query, HsdsSchemas.Of(schema));
    }

    [Theory]
    [InlineData("taxonomies", "taxonomy")]
    [InlineData("taxonomy_terms", "taxonomy_term")]
    public async Task Every_taxonomy_and_term_is_valid(string list, string table)
    {
        HsdsSchemas.SkipWithoutThem();
        var schema = HsdsSchemas.OfTable(table);
        await AssertList(list, "", schema);
        await AssertEach(list, schema);
    }

    [Theory]
    [InlineData("services", "service.json")]
    [InlineData("organizations", "organization.json")]
    [InlineData("service_at_locations", "service_at_location.json")]
    public async Task Every_single_record_is_valid(string list, string schema)
    {
        HsdsSchemas.SkipWithoutThem();
        await AssertEach(list, HsdsSchemas.Of(schema));
    }

    [Fact]
    public async Task A_service_at_its_location_is_valid_by_the_schema_that_openapi_json_names_too()
    {
        HsdsSchemas.SkipWithoutThem();
        await AssertEach("service_at_locations", HsdsSchemas.Of("service.json"));
    }

    [Fact]
    public async Task The_pages_and_the_root_are_as_the_openapi_document_says()
    {
        HsdsSchemas.SkipWithoutThem();
        var openapi = JsonElement.Parse(HsdsSchemas.Read("openapi.json"));
        var pages = openapi.GetProperty("components").GetProperty("schemas").GetProperty("Page");
        var (page, fields) = (Schemas.Parse(pages.GetRawText()), pages.GetProperty("properties").EnumerateObject().Select(field => field.Name).ToArray());
        var root = Schemas.Parse(openapi.GetProperty("paths").GetProperty("/").GetProperty("get").GetProperty("responses").GetProperty("200")
            .GetProperty("content").GetProperty("application/json").GetProperty("schema").GetRawText());
        var site = await filled.Site();

        root.AssertValid(await site.Hsds(""));
        Assert.Equal("3.0", (await site.Hsds("")).GetProperty("version").GetString());
        var lists = openapi.GetProperty("paths").EnumerateObject().Select(path => path.Name).Where(path => path != "/" && !path.Contains('{')).ToArray();
        Assert.Equal(5, lists.Length);
        foreach (var list in lists)
        {
            var answer = await site.Hsds(list.TrimStart('/'));
            page.AssertValid(answer);
            Assert.All(fields, field => Assert.True(answer.TryGetProperty(field, out _), $"{list}: {field}"));
        }
    }

    private async Task AssertList(string list, string query, JsonSchema schema)
    {
        var page = await (await filled.Site()).Hsds($"{list}?per_page=1000&{query}");
        Assert.NotEmpty(page.Contents());
        Assert.Equal(page.GetProperty("total_items").GetInt32(), page.Contents().Length);
        Assert.All(page.Contents(), record => schema.AssertValid(record));
    }

    private async Task AssertEach(string list, JsonSchema schema)
    {
        var site = await filled.Site();
        foreach (var listed in (await site.Hsds($"{list}?per_page=1000")).Contents())
        {
            var record = await site.Hsds($"{list}/{listed.Id()}");
            Assert.Equal(listed.Id(), record.Id());
            schema.AssertValid(record);
        }
    }
}
