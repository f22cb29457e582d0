using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace WhereToReport.Migrations
{
    /// <inheritdoc />
    public partial class World : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "ck_place_alias_one_place",
                table: "place_alias");

            migrationBuilder.AddColumn<bool>(
                name: "abroad",
                table: "planned_contact",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "military",
                table: "planned_contact",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "country_code",
                table: "place_alias",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "country_code",
                table: "advice",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "world_city",
                columns: table => new
                {
                    name = table.Column<string>(type: "text", nullable: false),
                    country_code = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_world_city", x => new { x.name, x.country_code });
                    table.CheckConstraint("ck_world_city_country", "country_code ~ '^[A-Z]{2}$'");
                });

            migrationBuilder.AddCheckConstraint(
                name: "ck_place_alias_country",
                table: "place_alias",
                sql: "country_code ~ '^[A-Z]{2}$'");

            migrationBuilder.AddCheckConstraint(
                name: "ck_place_alias_one_place",
                table: "place_alias",
                sql: "num_nonnulls(state_code, county_fips, country_code) = 1");

            migrationBuilder.AddCheckConstraint(
                name: "ck_advice_country",
                table: "advice",
                sql: "country_code ~ '^[A-Z]{2}$'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "world_city");

            migrationBuilder.DropCheckConstraint(
                name: "ck_place_alias_country",
                table: "place_alias");

            migrationBuilder.DropCheckConstraint(
                name: "ck_place_alias_one_place",
                table: "place_alias");

            migrationBuilder.DropCheckConstraint(
                name: "ck_advice_country",
                table: "advice");

            migrationBuilder.DropColumn(
                name: "abroad",
                table: "planned_contact");

            migrationBuilder.DropColumn(
                name: "military",
                table: "planned_contact");

            migrationBuilder.DropColumn(
                name: "country_code",
                table: "place_alias");

            migrationBuilder.DropColumn(
                name: "country_code",
                table: "advice");

            migrationBuilder.AddCheckConstraint(
                name: "ck_place_alias_one_place",
                table: "place_alias",
                sql: "num_nonnulls(state_code, county_fips) = 1");
        }
    }
}
