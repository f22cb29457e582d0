namespace WhereToReport.Web.Hsds;

/// <summary>A column of a table: its Table Schema type, whether it must be filled, and the table whose id it holds.</summary>
internal sealed record HsdsColumn(string Name, string Type = "string", bool Required = false, string? Refers = null);

/// <summary>A table of the tabular form of HSDS 3.0, with every column the specification gives it, whether we fill it or not.</summary>
internal sealed record HsdsTable(string Name, string Path, IReadOnlyList<HsdsColumn> Columns)
{
    public static HsdsTable Organizations { get; } = new("organization", "organizations.csv",
    [
        Id, new("name", Required: true), new("alternate_name"), new("description", Required: true), new("email"), new("website"), new("tax_status"),
        new("tax_id"), new("year_incorporated", "number"), new("legal_status"), new("logo"), new("uri"), new("parent_organization_id", Refers: "organization"),
    ]);

    public static HsdsTable Services { get; } = new("service", "services.csv",
    [
        Id, new("organization_id", Required: true, Refers: "organization"), new("program_id"), new("name", Required: true), new("alternate_name"),
        new("description"), new("url"), new("email"), new("status", Required: true), new("interpretation_services"), new("application_process"),
        new("fees_description"), new("wait_time"), new("fees"), new("accreditations"), new("eligibility_description"), new("minimum_age", "number"),
        new("maximum_age", "number"), new("assured_date", "date"), new("assurer_email"), new("licenses"), new("alert"), new("last_modified", "datetime"),
    ]);

    public static HsdsTable Attributes { get; } = new("attribute", "attributes.csv",
    [
        Id, new("link_id", Required: true), new("taxonomy_term_id", Required: true, Refers: "taxonomy_term"), new("link_type"),
        new("link_entity", Required: true), new("value"),
    ]);

    public static HsdsTable ServicesAtLocations { get; } = new("service_at_location", "service_at_location.csv",
    [
        Id, new("service_id", Required: true, Refers: "service"), new("location_id", Required: true, Refers: "location"), new("description"),
    ]);

    public static HsdsTable Locations { get; } = new("location", "locations.csv",
    [
        Id, new("location_type", Required: true), new("url"), new("organization_id", Refers: "organization"), new("name"), new("alternate_name"),
        new("description"), new("transportation"), new("latitude", "number"), new("longitude", "number"), new("external_identifier"),
        new("external_identifier_type"),
    ]);

    public static HsdsTable Phones { get; } = new("phone", "phones.csv",
    [
        Id, new("location_id", Refers: "location"), new("service_id", Refers: "service"), new("organization_id", Refers: "organization"), new("contact_id"),
        new("service_at_location_id", Refers: "service_at_location"), new("number", Required: true), new("extension", "number"), new("type"),
        new("description"),
    ]);

    public static HsdsTable Schedules { get; } = new("schedule", "schedules.csv",
    [
        Id, new("service_id", Refers: "service"), new("location_id", Refers: "location"), new("service_at_location_id", Refers: "service_at_location"),
        new("valid_from", "date"), new("valid_to", "date"), new("dtstart", "date"), new("timezone", "number"), new("until", "date"), new("count", "number"),
        new("wkst"), new("freq"), new("interval", "number"), new("byday"), new("byweekno"), new("bymonthday"), new("byyearday"), new("description"),
        new("opens_at", "time"), new("closes_at", "time"), new("schedule_link"), new("attending_type"), new("notes"),
    ]);

    public static HsdsTable ServiceAreas { get; } = new("service_area", "service_areas.csv",
    [
        Id, new("service_id", Refers: "service"), new("name"), new("description"), new("extent"), new("extent_type"), new("uri"),
    ]);

    public static HsdsTable Languages { get; } = new("language", "languages.csv",
    [
        Id, new("service_id", Refers: "service"), new("location_id", Refers: "location"), new("phone_id", Refers: "phone"), new("name"), new("code"), new("note"),
    ]);

    public static HsdsTable TaxonomyTerms { get; } = new("taxonomy_term", "taxonomy_terms.csv",
    [
        Id, new("code"), new("name", Required: true), new("description", Required: true), new("parent_id", Refers: "taxonomy_term"), new("taxonomy"),
        new("language"), new("taxonomy_id", Refers: "taxonomy"), new("term_uri"),
    ]);

    // Required by the specification too, but an empty text is the truth where the value before is not known.
    public static HsdsTable Metadata { get; } = new("metadata", "metadata.csv",
    [
        Id, new("resource_id", Required: true), new("resource_type", Required: true), new("last_action_date", "date", Required: true),
        new("last_action_type", Required: true), new("field_name", Required: true), new("previous_value"),
        new("replacement_value", Required: true), new("updated_by", Required: true),
    ]);

    public static HsdsTable Taxonomies { get; } = new("taxonomy", "taxonomies.csv",
    [
        Id, new("name", Required: true), new("description", Required: true), new("uri"), new("version"),
    ]);

    private static HsdsColumn Id => new("id", Required: true);
}
