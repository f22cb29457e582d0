using Npgsql;
using WhereToReport.Testing;

namespace WhereToReport.Postgres.Tests.Schema;

public sealed class ConstraintTests : IAsyncLifetime
{
    private TestDatabase _database = null!;

    public async ValueTask InitializeAsync() => _database = await TestDatabase.Filled();

    public async ValueTask DisposeAsync() => await _database.DisposeAsync();

    [Theory]
    [InlineData("update contact set value = '800-843-5678' where kind = 'phone'", "ck_contact_number")]
    [InlineData("update contact set value = 'ftp://example.org' where kind = 'website'", "ck_contact_address")]
    [InlineData("update contact set value = 'nobody' where kind = 'email'", "ck_contact_email")]
    [InlineData("update contact set line = null where kind = 'phone'", "ck_contact_line")]
    [InlineData("update source set url = 'javascript:alert(1)'", "ck_source_url")]
    [InlineData("update source set date = 'last year'", "ck_source_date")]
    [InlineData("update source set role_id = 'local-police' where channel_id = '911'", "ck_source_one_record")]
    [InlineData("update coverage set country_code = 'usa' where country_code = 'US'", "ck_coverage_country")]
    [InlineData("update coverage set state_code = 'CA' where country_code = 'US'", "ck_coverage_one_area")]
    [InlineData("insert into county (fips, state_code, name, short_name) values ('6085', 'CA', 'x', 'x')", "ck_county_fips")]
    [InlineData("insert into county (fips, state_code, name, short_name) values ('06999', 'ZZ', 'x', 'x')", "fk_county_state_state_code")]
    [InlineData("insert into state (code, fips, name, kind) values ('zz', '99', 'x', 'state')", "ck_state_code")]
    [InlineData("update zip_county set is_primary = true where zip = (select zip from zip_county group by zip having count(*) > 1 limit 1)", "ux_zip_county_one_primary")]
    [InlineData("update channel set kind = 'hotline'", "ck_channel_kind")]
    [InlineData("update channel set operator_id = 'nobody'", "fk_channel_organization_operator_id")]
    [InlineData("delete from channel where id = '911'", "fk_planned_contact_channel_channel_id")]
    [InlineData("update verification set method = 'guessed'", "ck_verification_method")]
    [InlineData("update awareness_fact set year = 18", "ck_awareness_fact_year")]
    [InlineData("update channel set id = 'No Spaces' where id = 'gb-iwf'", "ck_channel_id")]
    public async Task The_database_refuses_nonsense(string sql, string constraint)
    {
        var refused = await Assert.ThrowsAsync<PostgresException>(() => _database.Execute(sql));
        Assert.Equal(constraint, refused.ConstraintName);
    }
}
