using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace WhereToReport.Migrations
{
    /// <summary>
    /// One row a name of a state, county or city, for search that forgives typing errors. The import refreshes it.
    /// Names are compared without case and accents; weight is the number of ZIP codes.
    /// </summary>
    public partial class PlaceSearch : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(
                """
                create materialized view place_name as
                with county_weight as (
                    select county_fips, count(*)::int as weight from zip_county where is_primary group by county_fips
                ),
                city_county as (
                    select zip_code.place, zip_code.state_code, zip_county.county_fips, count(*)::int as weight
                    from zip_code join zip_county on zip_county.zip = zip_code.zip and zip_county.is_primary
                    where zip_code.place is not null
                    group by zip_code.place, zip_code.state_code, zip_county.county_fips
                ),
                city as (
                    select distinct on (place, state_code) place, state_code, county_fips, weight
                    from city_county order by place, state_code, weight desc, county_fips
                ),
                name as (
                    select state.name as name, code as state_code, null::text as county_fips, 500 as weight from state
                    union
                    select county.name, state_code, fips, coalesce(weight, 0) from county left join county_weight on county_fips = fips
                    union
                    select county.short_name, state_code, fips, coalesce(weight, 0) from county left join county_weight on county_fips = fips
                    union
                    select city.place, state_code, county_fips, weight from city
                )
                select lower(unaccent(name)) as search_name, dmetaphone(lower(unaccent(name))) as sound, name, state_code, county_fips, weight
                from name;

                create index ix_place_name_search_name on place_name using gin (search_name gin_trgm_ops);
                create index ix_place_name_sound on place_name (sound);
                """);
        }

        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("drop materialized view place_name;");
        }
    }
}
