using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace WhereToReport.Migrations
{
    /// <inheritdoc />
    public partial class LearnPages : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "learn_page",
                columns: table => new
                {
                    slug = table.Column<string>(type: "text", nullable: false),
                    language = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    summary = table.Column<string>(type: "text", nullable: false),
                    reviewed = table.Column<DateOnly>(type: "date", nullable: false),
                    markdown = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_learn_page", x => new { x.slug, x.language });
                    table.CheckConstraint("ck_learn_page_language", "language in ('en', 'es')");
                    table.CheckConstraint("ck_learn_page_slug", "slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'");
                });

            migrationBuilder.CreateTable(
                name: "learn_source",
                columns: table => new
                {
                    slug = table.Column<string>(type: "text", nullable: false),
                    language = table.Column<string>(type: "text", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    url = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_learn_source", x => new { x.slug, x.language, x.position });
                    table.CheckConstraint("ck_learn_source_url", "url ~ '^https?://[^[:space:]]+$'");
                    table.ForeignKey(
                        name: "fk_learn_source_learn_page_slug_language",
                        columns: x => new { x.slug, x.language },
                        principalTable: "learn_page",
                        principalColumns: new[] { "slug", "language" },
                        onDelete: ReferentialAction.Cascade);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "learn_source");

            migrationBuilder.DropTable(
                name: "learn_page");
        }
    }
}
