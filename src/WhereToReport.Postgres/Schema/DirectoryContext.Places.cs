using Microsoft.EntityFrameworkCore;
using WhereToReport.Domain.Places;

namespace WhereToReport.Postgres.Schema;

public sealed partial class DirectoryContext
{
    private static void ConfigurePlaces(ModelBuilder model)
    {
        model.Entity<StateRow>(state =>
        {
            state.ToTable("state").HasKey(row => row.Code);
            state.HasIndex(row => row.Fips).IsUnique();
            state.HasIndex(row => row.Name).IsUnique();
            HasCheck(state, "code", "code ~ '^[A-Z]{2}$'");
            HasCheck(state, "fips", "fips ~ '^[0-9]{2}$'");
            HasCheck(state, "kind", EnumName<StateKind>.Check("kind"));
        });

        model.Entity<CountyRow>(county =>
        {
            county.ToTable("county").HasKey(row => row.Fips);
            county.HasOne<StateRow>().WithMany().HasForeignKey(row => row.StateCode).OnDelete(DeleteBehavior.Restrict);
            county.HasIndex(row => new { row.StateCode, row.Name }).IsUnique();
            HasCheck(county, "fips", "fips ~ '^[0-9]{5}$'");
        });

        model.Entity<ZipCodeRow>(zip =>
        {
            zip.ToTable("zip_code").HasKey(row => row.Zip);
            zip.HasOne<StateRow>().WithMany().HasForeignKey(row => row.StateCode).OnDelete(DeleteBehavior.Restrict);
            HasCheck(zip, "zip", "zip ~ '^[0-9]{5}$'");
            HasCheck(zip, "degrees", "latitude between -90 and 90 and longitude between -180 and 180");
        });

        model.Entity<ZipCountyRow>(pair =>
        {
            pair.ToTable("zip_county").HasKey(row => new { row.Zip, row.CountyFips });
            pair.HasOne<ZipCodeRow>().WithMany().HasForeignKey(row => row.Zip).OnDelete(DeleteBehavior.Cascade);
            pair.HasOne<CountyRow>().WithMany().HasForeignKey(row => row.CountyFips).OnDelete(DeleteBehavior.Restrict);
            pair.HasIndex(row => row.Zip).IsUnique().HasFilter("is_primary").HasDatabaseName("ux_zip_county_one_primary");
        });

        model.Entity<MilitaryZipCodeRow>(zip =>
        {
            zip.ToTable("military_zip_code").HasKey(row => row.Zip);
            HasCheck(zip, "zip", "zip ~ '^[0-9]{5}$'");
            HasCheck(zip, "place", "place ~ '^(APO|FPO|DPO) [A-Z]{2,3}$'");
        });

        model.Entity<PlaceAliasRow>(alias =>
        {
            alias.ToTable("place_alias").HasKey(row => row.Id);
            alias.HasOne<StateRow>().WithMany().HasForeignKey(row => row.StateCode).OnDelete(DeleteBehavior.Cascade);
            alias.HasOne<CountyRow>().WithMany().HasForeignKey(row => row.CountyFips).OnDelete(DeleteBehavior.Cascade);
            alias.HasIndex(row => new { row.Name, row.Position }).IsUnique();
            HasCheck(alias, "one_place", "num_nonnulls(state_code, county_fips, country_code) = 1");
            HasCheck(alias, "country", "country_code ~ '^[A-Z]{2}$'");
        });

        model.Entity<WorldCityRow>(city =>
        {
            city.ToTable("world_city").HasKey(row => new { row.Name, row.CountryCode });
            HasCheck(city, "country", "country_code ~ '^[A-Z]{2}$'");
        });
    }
}
