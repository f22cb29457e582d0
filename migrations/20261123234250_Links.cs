using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace WhereToReport.Migrations
{
    /// <inheritdoc />
    public partial class Links : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "link_check",
                columns: table => new
                {
                    url = table.Column<string>(type: "text", nullable: false),
                    outcome = table.Column<string>(type: "text", nullable: true),
                    status = table.Column<int>(type: "integer", nullable: true),
                    final_url = table.Column<string>(type: "text", nullable: true),
                    moved_to = table.Column<string>(type: "text", nullable: true),
                    detail = table.Column<string>(type: "text", nullable: true),
                    checked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    first_failed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    failures = table.Column<int>(type: "integer", nullable: false),
                    next_due = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_link_check", x => x.url);
                    table.CheckConstraint("ck_link_check_checked", "(outcome is null) = (checked_at is null)");
                    table.CheckConstraint("ck_link_check_failures", "failures >= 0 and (failures > 0) = (first_failed_at is not null)");
                    table.CheckConstraint("ck_link_check_outcome", "outcome in ('works', 'client-error', 'server-error', 'unknown-host', 'no-connection', 'tls-error', 'timeout', 'bad-redirect', 'address-refused', 'blocked', 'robots-disallow')");
                });

            migrationBuilder.CreateTable(
                name: "link_result",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    url = table.Column<string>(type: "text", nullable: false),
                    checked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    outcome = table.Column<string>(type: "text", nullable: false),
                    status = table.Column<int>(type: "integer", nullable: true),
                    final_url = table.Column<string>(type: "text", nullable: true),
                    detail = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_link_result", x => x.id);
                    table.CheckConstraint("ck_link_result_outcome", "outcome in ('works', 'client-error', 'server-error', 'unknown-host', 'no-connection', 'tls-error', 'timeout', 'bad-redirect', 'address-refused', 'blocked', 'robots-disallow')");
                    table.ForeignKey(
                        name: "fk_link_result_link_check_url",
                        column: x => x.url,
                        principalTable: "link_check",
                        principalColumn: "url",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "link_use",
                columns: table => new
                {
                    url = table.Column<string>(type: "text", nullable: false),
                    record = table.Column<string>(type: "text", nullable: false),
                    record_id = table.Column<string>(type: "text", nullable: false),
                    part = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_link_use", x => new { x.url, x.record, x.record_id, x.part });
                    table.CheckConstraint("ck_link_use_part", "part in ('website', 'report-form', 'chat', 'statute', 'source')");
                    table.CheckConstraint("ck_link_use_record", "record in ('channel', 'role', 'situation', 'duty', 'awareness-fact', 'learn-page')");
                    table.ForeignKey(
                        name: "fk_link_use_link_check_url",
                        column: x => x.url,
                        principalTable: "link_check",
                        principalColumn: "url",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_link_check_next_due",
                table: "link_check",
                column: "next_due");

            migrationBuilder.CreateIndex(
                name: "ix_link_result_url_checked_at",
                table: "link_result",
                columns: new[] { "url", "checked_at" });

            migrationBuilder.CreateIndex(
                name: "ix_link_use_record_record_id",
                table: "link_use",
                columns: new[] { "record", "record_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "link_result");

            migrationBuilder.DropTable(
                name: "link_use");

            migrationBuilder.DropTable(
                name: "link_check");
        }
    }
}
