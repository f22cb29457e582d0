using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace WhereToReport.Migrations
{
    /// <inheritdoc />
    public partial class Directory : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterDatabase()
                .Annotation("Npgsql:PostgresExtension:fuzzystrmatch", ",,")
                .Annotation("Npgsql:PostgresExtension:pg_trgm", ",,")
                .Annotation("Npgsql:PostgresExtension:unaccent", ",,");

            migrationBuilder.CreateTable(
                name: "awareness_fact",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: true),
                    contact_confidence = table.Column<string>(type: "text", nullable: true),
                    notes = table.Column<string>(type: "text", nullable: true),
                    publish = table.Column<bool>(type: "boolean", nullable: false),
                    figure_en = table.Column<string>(type: "text", nullable: true),
                    figure_es = table.Column<string>(type: "text", nullable: true),
                    statement_en = table.Column<string>(type: "text", nullable: false),
                    statement_es = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_awareness_fact", x => x.id);
                    table.CheckConstraint("ck_awareness_fact_id", "id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'");
                    table.CheckConstraint("ck_awareness_fact_year", "year between 1900 and 2200");
                });

            migrationBuilder.CreateTable(
                name: "directory_revision",
                columns: table => new
                {
                    number = table.Column<long>(type: "bigint", nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    origin = table.Column<string>(type: "text", nullable: false),
                    summary = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_directory_revision", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "military_zip_code",
                columns: table => new
                {
                    zip = table.Column<string>(type: "text", nullable: false),
                    place = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_military_zip_code", x => x.zip);
                    table.CheckConstraint("ck_military_zip_code_place", "place ~ '^(APO|FPO|DPO) [A-Z]{2,3}$'");
                    table.CheckConstraint("ck_military_zip_code_zip", "zip ~ '^[0-9]{5}$'");
                });

            migrationBuilder.CreateTable(
                name: "organization",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: true),
                    city = table.Column<string>(type: "text", nullable: true),
                    name_en = table.Column<string>(type: "text", nullable: false),
                    name_es = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organization", x => x.id);
                    table.CheckConstraint("ck_organization_id", "id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'");
                });

            migrationBuilder.CreateTable(
                name: "role",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    website = table.Column<string>(type: "text", nullable: true),
                    fills = table.Column<string>(type: "text", nullable: true),
                    contact_confidence = table.Column<string>(type: "text", nullable: true),
                    notes = table.Column<string>(type: "text", nullable: true),
                    name_en = table.Column<string>(type: "text", nullable: false),
                    name_es = table.Column<string>(type: "text", nullable: true),
                    not_for_en = table.Column<string>(type: "text", nullable: true),
                    not_for_es = table.Column<string>(type: "text", nullable: true),
                    what_for_en = table.Column<string>(type: "text", nullable: false),
                    what_for_es = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_role", x => x.id);
                    table.CheckConstraint("ck_role_fills", "fills in ('emergency', 'task-force', 'child-protection-line', 'online-report', 'tip-line', 'helpline', 'content-hotline', 'police')");
                    table.CheckConstraint("ck_role_id", "id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'");
                    table.CheckConstraint("ck_role_website", "website ~ '^https?://[^[:space:]]+$'");
                });

            migrationBuilder.CreateTable(
                name: "situation",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    danger = table.Column<bool>(type: "boolean", nullable: false),
                    contact_confidence = table.Column<string>(type: "text", nullable: true),
                    notes = table.Column<string>(type: "text", nullable: true),
                    label_en = table.Column<string>(type: "text", nullable: false),
                    label_es = table.Column<string>(type: "text", nullable: true),
                    looks_like_en = table.Column<string>(type: "text", nullable: false),
                    looks_like_es = table.Column<string>(type: "text", nullable: true),
                    school_label_en = table.Column<string>(type: "text", nullable: true),
                    school_label_es = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_situation", x => x.id);
                    table.CheckConstraint("ck_situation_id", "id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'");
                });

            migrationBuilder.CreateTable(
                name: "state",
                columns: table => new
                {
                    code = table.Column<string>(type: "text", nullable: false),
                    fips = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_state", x => x.code);
                    table.CheckConstraint("ck_state_code", "code ~ '^[A-Z]{2}$'");
                    table.CheckConstraint("ck_state_fips", "fips ~ '^[0-9]{2}$'");
                    table.CheckConstraint("ck_state_kind", "kind in ('state', 'district', 'territory')");
                });

            migrationBuilder.CreateTable(
                name: "channel",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    operator_id = table.Column<string>(type: "text", nullable: true),
                    audience = table.Column<List<string>>(type: "text[]", nullable: false),
                    languages = table.Column<List<string>>(type: "text[]", nullable: false),
                    anonymous = table.Column<bool>(type: "boolean", nullable: true),
                    takes_reports = table.Column<bool>(type: "boolean", nullable: false),
                    local_only = table.Column<bool>(type: "boolean", nullable: false),
                    inhope_member = table.Column<bool>(type: "boolean", nullable: true),
                    identity_confidence = table.Column<string>(type: "text", nullable: true),
                    contact_confidence = table.Column<string>(type: "text", nullable: true),
                    coverage_confidence = table.Column<string>(type: "text", nullable: true),
                    notes = table.Column<string>(type: "text", nullable: true),
                    publish = table.Column<bool>(type: "boolean", nullable: false),
                    hours_en = table.Column<string>(type: "text", nullable: true),
                    hours_es = table.Column<string>(type: "text", nullable: true),
                    languages_note_en = table.Column<string>(type: "text", nullable: true),
                    languages_note_es = table.Column<string>(type: "text", nullable: true),
                    name_en = table.Column<string>(type: "text", nullable: false),
                    name_es = table.Column<string>(type: "text", nullable: true),
                    not_for_en = table.Column<string>(type: "text", nullable: true),
                    not_for_es = table.Column<string>(type: "text", nullable: true),
                    what_for_en = table.Column<string>(type: "text", nullable: true),
                    what_for_es = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_channel", x => x.id);
                    table.CheckConstraint("ck_channel_id", "id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'");
                    table.CheckConstraint("ck_channel_kind", "kind in ('emergency', 'task-force', 'child-protection-line', 'online-report', 'tip-line', 'helpline', 'content-hotline', 'police')");
                    table.ForeignKey(
                        name: "fk_channel_organization_operator_id",
                        column: x => x.operator_id,
                        principalTable: "organization",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "advice",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    situation_id = table.Column<string>(type: "text", nullable: false),
                    dont = table.Column<bool>(type: "boolean", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    source_urls = table.Column<List<string>>(type: "text[]", nullable: false),
                    text_en = table.Column<string>(type: "text", nullable: false),
                    text_es = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_advice", x => x.id);
                    table.ForeignKey(
                        name: "fk_advice_situation_situation_id",
                        column: x => x.situation_id,
                        principalTable: "situation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "also_if",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    situation_id = table.Column<string>(type: "text", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    when_en = table.Column<string>(type: "text", nullable: false),
                    when_es = table.Column<string>(type: "text", nullable: true),
                    why_en = table.Column<string>(type: "text", nullable: false),
                    why_es = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_also_if", x => x.id);
                    table.ForeignKey(
                        name: "fk_also_if_situation_situation_id",
                        column: x => x.situation_id,
                        principalTable: "situation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "county",
                columns: table => new
                {
                    fips = table.Column<string>(type: "text", nullable: false),
                    state_code = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    short_name = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_county", x => x.fips);
                    table.CheckConstraint("ck_county_fips", "fips ~ '^[0-9]{5}$'");
                    table.ForeignKey(
                        name: "fk_county_state_state_code",
                        column: x => x.state_code,
                        principalTable: "state",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "duty",
                columns: table => new
                {
                    state_code = table.Column<string>(type: "text", nullable: false),
                    universal = table.Column<bool>(type: "boolean", nullable: false),
                    school_staff = table.Column<bool>(type: "boolean", nullable: false),
                    statute = table.Column<string>(type: "text", nullable: false),
                    statute_url = table.Column<string>(type: "text", nullable: true),
                    contact_confidence = table.Column<string>(type: "text", nullable: true),
                    notes = table.Column<string>(type: "text", nullable: true),
                    oral_deadline_en = table.Column<string>(type: "text", nullable: true),
                    oral_deadline_es = table.Column<string>(type: "text", nullable: true),
                    report_to_en = table.Column<string>(type: "text", nullable: false),
                    report_to_es = table.Column<string>(type: "text", nullable: true),
                    written_deadline_en = table.Column<string>(type: "text", nullable: true),
                    written_deadline_es = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_duty", x => x.state_code);
                    table.CheckConstraint("ck_duty_statute_url", "statute_url ~ '^https?://[^[:space:]]+$'");
                    table.ForeignKey(
                        name: "fk_duty_state_state_code",
                        column: x => x.state_code,
                        principalTable: "state",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "zip_code",
                columns: table => new
                {
                    zip = table.Column<string>(type: "text", nullable: false),
                    place = table.Column<string>(type: "text", nullable: true),
                    state_code = table.Column<string>(type: "text", nullable: false),
                    latitude = table.Column<double>(type: "double precision", nullable: true),
                    longitude = table.Column<double>(type: "double precision", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_zip_code", x => x.zip);
                    table.CheckConstraint("ck_zip_code_degrees", "latitude between -90 and 90 and longitude between -180 and 180");
                    table.CheckConstraint("ck_zip_code_zip", "zip ~ '^[0-9]{5}$'");
                    table.ForeignKey(
                        name: "fk_zip_code_state_state_code",
                        column: x => x.state_code,
                        principalTable: "state",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "channel_situation",
                columns: table => new
                {
                    channel_id = table.Column<string>(type: "text", nullable: false),
                    situation_id = table.Column<string>(type: "text", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_channel_situation", x => new { x.channel_id, x.situation_id });
                    table.ForeignKey(
                        name: "fk_channel_situation_channel_channel_id",
                        column: x => x.channel_id,
                        principalTable: "channel",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_channel_situation_situations_situation_id",
                        column: x => x.situation_id,
                        principalTable: "situation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "contact",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    channel_id = table.Column<string>(type: "text", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    value = table.Column<string>(type: "text", nullable: false),
                    extension = table.Column<string>(type: "text", nullable: true),
                    line = table.Column<string>(type: "text", nullable: true),
                    confidence = table.Column<string>(type: "text", nullable: true),
                    tty = table.Column<bool>(type: "boolean", nullable: false),
                    toll_free = table.Column<bool>(type: "boolean", nullable: false),
                    in_state_only = table.Column<bool>(type: "boolean", nullable: false),
                    body = table.Column<string>(type: "text", nullable: true),
                    restricted_to = table.Column<string>(type: "text", nullable: true),
                    label_en = table.Column<string>(type: "text", nullable: true),
                    label_es = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contact", x => x.id);
                    table.CheckConstraint("ck_contact_address", "kind not in ('chat', 'report-form', 'website') or value ~ '^https?://[^[:space:]]+$'");
                    table.CheckConstraint("ck_contact_email", "kind <> 'email' or value ~ '^[^@[:space:]]+@[^@[:space:]]+[.][^@[:space:]]+$'");
                    table.CheckConstraint("ck_contact_extension", "extension ~ '^[0-9]{1,6}$'");
                    table.CheckConstraint("ck_contact_kind", "kind in ('phone', 'text', 'chat', 'report-form', 'website', 'email')");
                    table.CheckConstraint("ck_contact_line", "(kind = 'phone') = (line is not null) and line in ('own', 'task-force', 'host-agency')");
                    table.CheckConstraint("ck_contact_number", "kind not in ('phone', 'text') or value ~ '^(\\+[1-9][0-9]{6,14}|[0-9]{2,8})$'");
                    table.ForeignKey(
                        name: "fk_contact_channel_channel_id",
                        column: x => x.channel_id,
                        principalTable: "channel",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "planned_contact",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    situation_id = table.Column<string>(type: "text", nullable: true),
                    also_if_id = table.Column<int>(type: "integer", nullable: true),
                    position = table.Column<int>(type: "integer", nullable: false),
                    channel_id = table.Column<string>(type: "text", nullable: true),
                    role_id = table.Column<string>(type: "text", nullable: true),
                    always = table.Column<bool>(type: "boolean", nullable: false),
                    why_en = table.Column<string>(type: "text", nullable: true),
                    why_es = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_planned_contact", x => x.id);
                    table.CheckConstraint("ck_planned_contact_one_plan", "num_nonnulls(situation_id, also_if_id) <= 1");
                    table.CheckConstraint("ck_planned_contact_one_target", "num_nonnulls(channel_id, role_id) = 1");
                    table.ForeignKey(
                        name: "fk_planned_contact_also_if_also_if_id",
                        column: x => x.also_if_id,
                        principalTable: "also_if",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_planned_contact_channel_channel_id",
                        column: x => x.channel_id,
                        principalTable: "channel",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_planned_contact_role_role_id",
                        column: x => x.role_id,
                        principalTable: "role",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_planned_contact_situation_situation_id",
                        column: x => x.situation_id,
                        principalTable: "situation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "coverage",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    channel_id = table.Column<string>(type: "text", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    country_code = table.Column<string>(type: "text", nullable: true),
                    state_code = table.Column<string>(type: "text", nullable: true),
                    county_fips = table.Column<string>(type: "text", nullable: true),
                    rest_of_state = table.Column<bool>(type: "boolean", nullable: false),
                    basis = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_coverage", x => x.id);
                    table.CheckConstraint("ck_coverage_basis", "basis in ('stated', 'inferred', 'possible')");
                    table.CheckConstraint("ck_coverage_country", "country_code ~ '^[A-Z]{2}$'");
                    table.CheckConstraint("ck_coverage_one_area", "num_nonnulls(country_code, state_code, county_fips) <= 1");
                    table.ForeignKey(
                        name: "fk_coverage_channel_channel_id",
                        column: x => x.channel_id,
                        principalTable: "channel",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_coverage_county_county_fips",
                        column: x => x.county_fips,
                        principalTable: "county",
                        principalColumn: "fips",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_coverage_state_state_code",
                        column: x => x.state_code,
                        principalTable: "state",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "place_alias",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    name = table.Column<string>(type: "text", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    state_code = table.Column<string>(type: "text", nullable: true),
                    county_fips = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_place_alias", x => x.id);
                    table.CheckConstraint("ck_place_alias_one_place", "num_nonnulls(state_code, county_fips) = 1");
                    table.ForeignKey(
                        name: "fk_place_alias_county_county_fips",
                        column: x => x.county_fips,
                        principalTable: "county",
                        principalColumn: "fips",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_place_alias_state_state_code",
                        column: x => x.state_code,
                        principalTable: "state",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "source",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    channel_id = table.Column<string>(type: "text", nullable: true),
                    role_id = table.Column<string>(type: "text", nullable: true),
                    situation_id = table.Column<string>(type: "text", nullable: true),
                    duty_state_code = table.Column<string>(type: "text", nullable: true),
                    awareness_fact_id = table.Column<string>(type: "text", nullable: true),
                    position = table.Column<int>(type: "integer", nullable: false),
                    url = table.Column<string>(type: "text", nullable: false),
                    supports = table.Column<List<string>>(type: "text[]", nullable: false),
                    date = table.Column<string>(type: "text", nullable: true),
                    official = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_source", x => x.id);
                    table.CheckConstraint("ck_source_date", "date ~ '^[0-9]{4}(-[0-9]{2}){0,2}$'");
                    table.CheckConstraint("ck_source_one_record", "num_nonnulls(channel_id, role_id, situation_id, duty_state_code, awareness_fact_id) = 1");
                    table.CheckConstraint("ck_source_url", "url ~ '^https?://[^[:space:]]+$'");
                    table.ForeignKey(
                        name: "fk_source_awareness_fact_awareness_fact_id",
                        column: x => x.awareness_fact_id,
                        principalTable: "awareness_fact",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_source_channel_channel_id",
                        column: x => x.channel_id,
                        principalTable: "channel",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_source_duty_duty_state_code",
                        column: x => x.duty_state_code,
                        principalTable: "duty",
                        principalColumn: "state_code",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_source_role_role_id",
                        column: x => x.role_id,
                        principalTable: "role",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_source_situation_situation_id",
                        column: x => x.situation_id,
                        principalTable: "situation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "verification",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    channel_id = table.Column<string>(type: "text", nullable: true),
                    role_id = table.Column<string>(type: "text", nullable: true),
                    situation_id = table.Column<string>(type: "text", nullable: true),
                    duty_state_code = table.Column<string>(type: "text", nullable: true),
                    awareness_fact_id = table.Column<string>(type: "text", nullable: true),
                    method = table.Column<string>(type: "text", nullable: false),
                    checked_on = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_verification", x => x.id);
                    table.CheckConstraint("ck_verification_method", "method in ('read-archived-copy', 'read-official-page', 'called', 'agency-confirmed')");
                    table.CheckConstraint("ck_verification_one_record", "num_nonnulls(channel_id, role_id, situation_id, duty_state_code, awareness_fact_id) = 1");
                    table.ForeignKey(
                        name: "fk_verification_awareness_fact_awareness_fact_id",
                        column: x => x.awareness_fact_id,
                        principalTable: "awareness_fact",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_verification_channel_channel_id",
                        column: x => x.channel_id,
                        principalTable: "channel",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_verification_duty_duty_state_code",
                        column: x => x.duty_state_code,
                        principalTable: "duty",
                        principalColumn: "state_code",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_verification_role_role_id",
                        column: x => x.role_id,
                        principalTable: "role",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_verification_situation_situation_id",
                        column: x => x.situation_id,
                        principalTable: "situation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "zip_county",
                columns: table => new
                {
                    zip = table.Column<string>(type: "text", nullable: false),
                    county_fips = table.Column<string>(type: "text", nullable: false),
                    is_primary = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_zip_county", x => new { x.zip, x.county_fips });
                    table.ForeignKey(
                        name: "fk_zip_county_county_county_fips",
                        column: x => x.county_fips,
                        principalTable: "county",
                        principalColumn: "fips",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_zip_county_zip_code_zip",
                        column: x => x.zip,
                        principalTable: "zip_code",
                        principalColumn: "zip",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_advice_situation_id_dont_position",
                table: "advice",
                columns: new[] { "situation_id", "dont", "position" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_also_if_situation_id_position",
                table: "also_if",
                columns: new[] { "situation_id", "position" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_channel_operator_id",
                table: "channel",
                column: "operator_id");

            migrationBuilder.CreateIndex(
                name: "ix_channel_situation_situation_id",
                table: "channel_situation",
                column: "situation_id");

            migrationBuilder.CreateIndex(
                name: "ix_contact_channel_id_kind_value_extension",
                table: "contact",
                columns: new[] { "channel_id", "kind", "value", "extension" },
                unique: true)
                .Annotation("Npgsql:NullsDistinct", false);

            migrationBuilder.CreateIndex(
                name: "ix_contact_channel_id_position",
                table: "contact",
                columns: new[] { "channel_id", "position" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_county_state_code_name",
                table: "county",
                columns: new[] { "state_code", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_coverage_channel_id_country_code_state_code_county_fips",
                table: "coverage",
                columns: new[] { "channel_id", "country_code", "state_code", "county_fips" },
                unique: true)
                .Annotation("Npgsql:NullsDistinct", false);

            migrationBuilder.CreateIndex(
                name: "ix_coverage_county_fips",
                table: "coverage",
                column: "county_fips");

            migrationBuilder.CreateIndex(
                name: "ix_coverage_state_code",
                table: "coverage",
                column: "state_code");

            migrationBuilder.CreateIndex(
                name: "ix_place_alias_county_fips",
                table: "place_alias",
                column: "county_fips");

            migrationBuilder.CreateIndex(
                name: "ix_place_alias_name_position",
                table: "place_alias",
                columns: new[] { "name", "position" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_place_alias_state_code",
                table: "place_alias",
                column: "state_code");

            migrationBuilder.CreateIndex(
                name: "ix_planned_contact_also_if_id",
                table: "planned_contact",
                column: "also_if_id");

            migrationBuilder.CreateIndex(
                name: "ix_planned_contact_channel_id",
                table: "planned_contact",
                column: "channel_id");

            migrationBuilder.CreateIndex(
                name: "ix_planned_contact_role_id",
                table: "planned_contact",
                column: "role_id");

            migrationBuilder.CreateIndex(
                name: "ix_planned_contact_situation_id_also_if_id_position",
                table: "planned_contact",
                columns: new[] { "situation_id", "also_if_id", "position" },
                unique: true)
                .Annotation("Npgsql:NullsDistinct", false);

            migrationBuilder.CreateIndex(
                name: "ix_source_awareness_fact_id",
                table: "source",
                column: "awareness_fact_id");

            migrationBuilder.CreateIndex(
                name: "ix_source_channel_id",
                table: "source",
                column: "channel_id");

            migrationBuilder.CreateIndex(
                name: "ix_source_duty_state_code",
                table: "source",
                column: "duty_state_code");

            migrationBuilder.CreateIndex(
                name: "ix_source_role_id",
                table: "source",
                column: "role_id");

            migrationBuilder.CreateIndex(
                name: "ix_source_situation_id",
                table: "source",
                column: "situation_id");

            migrationBuilder.CreateIndex(
                name: "ix_state_fips",
                table: "state",
                column: "fips",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_state_name",
                table: "state",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_verification_awareness_fact_id",
                table: "verification",
                column: "awareness_fact_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_verification_channel_id",
                table: "verification",
                column: "channel_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_verification_duty_state_code",
                table: "verification",
                column: "duty_state_code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_verification_role_id",
                table: "verification",
                column: "role_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_verification_situation_id",
                table: "verification",
                column: "situation_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_zip_code_state_code",
                table: "zip_code",
                column: "state_code");

            migrationBuilder.CreateIndex(
                name: "ix_zip_county_county_fips",
                table: "zip_county",
                column: "county_fips");

            migrationBuilder.CreateIndex(
                name: "ux_zip_county_one_primary",
                table: "zip_county",
                column: "zip",
                unique: true,
                filter: "is_primary");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "advice");

            migrationBuilder.DropTable(
                name: "channel_situation");

            migrationBuilder.DropTable(
                name: "contact");

            migrationBuilder.DropTable(
                name: "coverage");

            migrationBuilder.DropTable(
                name: "directory_revision");

            migrationBuilder.DropTable(
                name: "military_zip_code");

            migrationBuilder.DropTable(
                name: "place_alias");

            migrationBuilder.DropTable(
                name: "planned_contact");

            migrationBuilder.DropTable(
                name: "source");

            migrationBuilder.DropTable(
                name: "verification");

            migrationBuilder.DropTable(
                name: "zip_county");

            migrationBuilder.DropTable(
                name: "also_if");

            migrationBuilder.DropTable(
                name: "awareness_fact");

            migrationBuilder.DropTable(
                name: "channel");

            migrationBuilder.DropTable(
                name: "duty");

            migrationBuilder.DropTable(
                name: "role");

            migrationBuilder.DropTable(
                name: "county");

            migrationBuilder.DropTable(
                name: "zip_code");

            migrationBuilder.DropTable(
                name: "situation");

            migrationBuilder.DropTable(
                name: "organization");

            migrationBuilder.DropTable(
                name: "state");
        }
    }
}
