using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace WhereToReport.Migrations
{
    /// <summary>Lets a role that does not own the search view bring it up to date, as the editors' desk does after a change.</summary>
    public partial class SiteRights : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(
                """
                create function refresh_topic() returns void language plpgsql security definer set search_path = public, pg_temp as
                $$
                begin
                    refresh materialized view topic;
                end
                $$;

                revoke all on function refresh_topic() from public;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("drop function refresh_topic();");
        }
    }
}
