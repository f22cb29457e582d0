using System.Net;
using System.Text.Json.Serialization.Metadata;
using WhereToReport.Domain;
using WhereToReport.Domain.Channels;
using WhereToReport.Domain.Guidance;
using WhereToReport.Postgres.Files;
using WhereToReport.Postgres.Records;
using WhereToReport.Testing;
using WhereToReport.Web.Editors.Records;
using WhereToReport.Web.Tests.Pages;

namespace WhereToReport.Web.Tests.Editors.Records;

[Collection("Records")]
public class RecordFormTests(DeskSite desk)
{
    private static readonly Dictionary<RecordKind, Type> s_records = new()
    {
        [RecordKind.Organization] = typeof(Organization),
        [RecordKind.Channel] = typeof(Channel),
        [RecordKind.Role] = typeof(Role),
        [RecordKind.Situation] = typeof(Situation),
        [RecordKind.GeneralPlan] = typeof(GeneralPlan),
        [RecordKind.Duty] = typeof(Duty),
        [RecordKind.AwarenessFact] = typeof(AwarenessFact),
        [RecordKind.Synonyms] = typeof(Synonyms),
        [RecordKind.LearnPage] = typeof(LearnPage),
    };

    public static TheoryData<RecordKind> Kinds => new(Enum.GetValues<RecordKind>());

    // Fields of a planned contact that only the general plan uses.
    private static readonly string[] s_onlyInTheGeneralPlan = ["always", "military", "abroad"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_field_of_a_record_stands_in_its_form(RecordKind kind)
    {
        // What a form does not know, it would drop: the rows of a list are made anew from what was typed.
        Assert.Empty(Missing(s_records[kind], RecordForm.Of(kind).Fields, kind.ToString()));
    }

    [Theory]
    [InlineData("channel/ncmec-cybertipline")]
    [InlineData("channel/ca-silicon-valley")]
    [InlineData("channel/tx-houston")]
    [InlineData("situation/sextortion")]
    [InlineData("duty/CA")]
    [InlineData("role/icac-task-force")]
    [InlineData("general-plan/general-plan")]
    [InlineData("synonyms/sextortion")]
    [InlineData("learn-page/es/sextortion")]
    public async Task A_form_that_is_sent_back_untouched_changes_nothing(string record)
    {
        var ada = await DeskVisitor.Enrolled(desk);
        var path = "/editors/edit/" + record;
        var sent = await DeskVisitor.Parse(await ada.Send(path, await ada.Page(path), "Compare"), HttpStatusCode.OK);
        Assert.True(sent.QuerySelector("#review") is null, $"{record} would change: {sent.QuerySelector("#review")?.TextContent}");
        Assert.Equal("Nothing is changed yet.", sent.Text("#problems"));
    }

    [Fact]
    public async Task A_number_is_typed_as_people_write_it_and_an_extension_behind_it_finds_its_field()
    {
        var ada = await DeskVisitor.Enrolled(desk);
        var path = "/editors/edit/channel/tx-houston";
        var form = await ada.Page(path);
        var review = await DeskVisitor.Parse(await ada.Send(path, form, "Compare", new Dictionary<string, string>
        {
            ["Record.phones[0].number"] = "(713) 884-3131 ext. 12",
            ["Method"] = "Called",
        }), HttpStatusCode.OK);
        var after = review.Text("[data-field=phones] .sides > div:last-child");
        Assert.Contains("+17138843131", after);
        Assert.Contains("Extension: 12", after);
    }

    [Fact]
    public async Task What_is_wrong_stands_beside_its_field_and_in_a_list_that_leads_there_and_all_that_was_typed_is_kept()
    {
        var ada = await DeskVisitor.Enrolled(desk);
        var path = "/editors/edit/channel/tx-houston";
        var page = await DeskVisitor.Parse(await ada.Send(path, await ada.Page(path), "Compare", new Dictionary<string, string>
        {
            ["Record.phones[0].number"] = "713 CALL ME",
            ["Record.website"] = "houston",
            ["Record.hours.en"] = "By day",
            ["Record.coverage[0].state"] = "TX",
            ["Record.coverage[0].country"] = "US",
        }), HttpStatusCode.OK);
        foreach (var field in new[] { "record-phones-0-number", "record-website" })
        {
            Assert.Contains("Needed here", page.Text($"#{field}-problem"));
            Assert.NotNull(page.QuerySelector($"#problems a[href='#{field}']"));
        }
        Assert.Contains("exactly one of", page.Text("#record-coverage-0 > .problem"));
        Assert.Equal("713 CALL ME", page.QuerySelector("#record-phones-0-number")!.GetAttribute("value"));
        Assert.Equal("By day", page.QuerySelector("#record-hours-en")!.GetAttribute("value"));
        Assert.All(page.QuerySelectorAll("#problems a"), link => Assert.NotNull(page.QuerySelector(link.GetAttribute("href")!)));
    }

    [Fact]
    public async Task Rows_are_added_and_taken_away_without_script_and_nothing_typed_is_lost()
    {
        var ada = await DeskVisitor.Enrolled(desk);
        var path = "/editors/edit/channel/tx-houston";
        var page = await ada.Page(path);
        var rows = page.QuerySelectorAll("#record-phones > fieldset").Length;
        var longer = await DeskVisitor.Parse(await ada.Send(path, page, "Rows", new Dictionary<string, string> { ["Add"] = "Record.phones", ["Record.hours.en"] = "By day" }), HttpStatusCode.OK);
        Assert.Equal(rows + 1, longer.QuerySelectorAll("#record-phones > fieldset").Length);
        Assert.Equal("By day", longer.QuerySelector("#record-hours-en")!.GetAttribute("value"));
        var shorter = await DeskVisitor.Parse(await ada.Send(path, longer, "Rows", new Dictionary<string, string> { ["Remove"] = $"Record.phones[{rows}]" }), HttpStatusCode.OK);
        Assert.Equal(rows, shorter.QuerySelectorAll("#record-phones > fieldset").Length);
        Assert.Equal("By day", shorter.QuerySelector("#record-hours-en")!.GetAttribute("value"));
    }

    private static IEnumerable<string> Missing(Type type, IReadOnlyList<FormField> fields, string place)
    {
        foreach (var property in DirectoryJson.Compact.GetTypeInfo(type).Properties)
        {
            var here = $"{place}.{property.Name}";
            if (fields.FirstOrDefault(field => field.Name == property.Name) is not { } field)
            {
                if (type != typeof(PlannedContact) || !place.StartsWith(nameof(RecordKind.Situation), StringComparison.Ordinal) || !s_onlyInTheGeneralPlan.Contains(property.Name))
                    yield return here;
            }
            else if (Inside(field) is { } inside && PartType(property.PropertyType) is { } part)
            {
                foreach (var missing in Missing(part, inside, here))
                    yield return missing;
            }
        }
    }

    private static IReadOnlyList<FormField>? Inside(FormField field) => field switch { RowsField rows => rows.Fields, GroupField group => group.Fields, _ => null };

    private static Type? PartType(Type type)
    {
        var info = DirectoryJson.Compact.GetTypeInfo(type);
        var part = info.Kind == JsonTypeInfoKind.Enumerable ? info.ElementType! : type;
        return part != typeof(Bilingual) && DirectoryJson.Compact.GetTypeInfo(part).Kind == JsonTypeInfoKind.Object ? part : null;
    }
}
