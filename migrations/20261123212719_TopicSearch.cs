using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace WhereToReport.Migrations
{
    /// <summary>Words people type for a situation, and full-text search for situations and national channels in both languages.</summary>
    public partial class TopicSearch : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "synonym",
                columns: table => new
                {
                    situation_id = table.Column<string>(type: "text", nullable: false),
                    language = table.Column<string>(type: "text", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    word = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_synonym", x => new { x.situation_id, x.language, x.position });
                    table.CheckConstraint("ck_synonym_language", "language in ('en', 'es')");
                    table.ForeignKey(
                        name: "fk_synonym_situation_situation_id",
                        column: x => x.situation_id,
                        principalTable: "situation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.Sql(
                """
                create text search configuration english_plain (copy = english);
                alter text search configuration english_plain alter mapping for hword, hword_part, word with unaccent, english_stem;
                create text search configuration spanish_plain (copy = spanish);
                alter text search configuration spanish_plain alter mapping for hword, hword_part, word with unaccent, spanish_stem;

                create materialized view topic as
                select 'situation'::text as kind, situation.id, 'en'::text as language,
                       setweight(to_tsvector('english_plain', concat_ws(' ', label_en, school_label_en)), 'A')
                       || setweight(to_tsvector('english_plain', coalesce(words.text, '')), 'A')
                       || setweight(to_tsvector('english_plain', looks_like_en), 'C') as document
                from situation
                left join lateral (select string_agg(word, ' ; ') as text from synonym where situation_id = situation.id and language = 'en') words on true
                union all
                select 'situation', situation.id, 'es',
                       setweight(to_tsvector('spanish_plain', concat_ws(' ', label_es, school_label_es)), 'A')
                       || setweight(to_tsvector('spanish_plain', coalesce(words.text, '')), 'A')
                       || setweight(to_tsvector('spanish_plain', coalesce(looks_like_es, '')), 'C')
                from situation
                left join lateral (select string_agg(word, ' ; ') as text from synonym where situation_id = situation.id and language = 'es') words on true
                union all
                select 'channel', id, 'en',
                       setweight(to_tsvector('english_plain', name_en), 'A') || setweight(to_tsvector('english_plain', coalesce(what_for_en, '')), 'C')
                from channel
                where publish and exists (select from coverage where channel_id = channel.id and country_code = 'US')
                union all
                select 'channel', id, 'es',
                       setweight(to_tsvector('spanish_plain', coalesce(name_es, name_en)), 'A') || setweight(to_tsvector('spanish_plain', coalesce(what_for_es, '')), 'C')
                from channel
                where publish and exists (select from coverage where channel_id = channel.id and country_code = 'US');

                create index ix_topic_document on topic using gin (document);
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(
                """
                drop materialized view topic;
                drop text search configuration english_plain;
                drop text search configuration spanish_plain;
                """);

            migrationBuilder.DropTable(
                name: "synonym");
        }
    }
}
