using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace WhereToReport.Migrations
{
    /// <summary>The history of every record, which can only grow; the base that files and database are merged on; proposals of editors.</summary>
    public partial class History : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_channel_situation_situations_situation_id",
                table: "channel_situation");

            migrationBuilder.DropForeignKey(
                name: "fk_synonym_situation_situation_id",
                table: "synonym");

            migrationBuilder.AddColumn<string>(
                name: "phone_menu_en",
                table: "verification",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "phone_menu_es",
                table: "verification",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "imported_record",
                columns: table => new
                {
                    kind = table.Column<string>(type: "text", nullable: false),
                    id = table.Column<string>(type: "text", nullable: false),
                    content = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_imported_record", x => new { x.kind, x.id });
                    table.CheckConstraint("ck_imported_record_kind", "kind in ('organization', 'situation', 'role', 'channel', 'general-plan', 'synonyms', 'duty', 'awareness-fact', 'learn-page')");
                });

            migrationBuilder.CreateTable(
                name: "record_change",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    record_kind = table.Column<string>(type: "text", nullable: false),
                    record_id = table.Column<string>(type: "text", nullable: false),
                    before = table.Column<string>(type: "jsonb", nullable: true),
                    after = table.Column<string>(type: "jsonb", nullable: true),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    origin = table.Column<string>(type: "text", nullable: false),
                    editor = table.Column<Guid>(type: "uuid", nullable: true),
                    approver = table.Column<Guid>(type: "uuid", nullable: true),
                    single_handed = table.Column<bool>(type: "boolean", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    source_url = table.Column<string>(type: "text", nullable: true),
                    reverts = table.Column<long>(type: "bigint", nullable: true),
                    revision = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_record_change", x => x.id);
                    table.CheckConstraint("ck_record_change_origin", "origin in ('import', 'edit', 'check', 'revert')");
                    table.CheckConstraint("ck_record_change_reason", "reason ~ '[^[:space:]]'");
                    table.CheckConstraint("ck_record_change_record_kind", "record_kind in ('organization', 'situation', 'role', 'channel', 'general-plan', 'synonyms', 'duty', 'awareness-fact', 'learn-page')");
                    table.CheckConstraint("ck_record_change_second_person", "approver is null or approver is distinct from editor");
                    table.CheckConstraint("ck_record_change_something", "before is distinct from after");
                    table.CheckConstraint("ck_record_change_source_url", "source_url ~ '^https?://[^[:space:]]+$'");
                    table.ForeignKey(
                        name: "fk_record_change_directory_revision_revision",
                        column: x => x.revision,
                        principalTable: "directory_revision",
                        principalColumn: "number",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_record_change_record_change_reverts",
                        column: x => x.reverts,
                        principalTable: "record_change",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "proposal",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    record_kind = table.Column<string>(type: "text", nullable: false),
                    record_id = table.Column<string>(type: "text", nullable: false),
                    base_version = table.Column<long>(type: "bigint", nullable: false),
                    before = table.Column<string>(type: "jsonb", nullable: true),
                    after = table.Column<string>(type: "jsonb", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: false),
                    source_url = table.Column<string>(type: "text", nullable: true),
                    reverts = table.Column<long>(type: "bigint", nullable: true),
                    editor = table.Column<Guid>(type: "uuid", nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    decided_by = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    decision_note = table.Column<string>(type: "text", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_proposal", x => x.id);
                    table.CheckConstraint("ck_proposal_decision", "(state = 'open') = (decided_at is null) and (decided_at is null) = (decided_by is null)");
                    table.CheckConstraint("ck_proposal_reason", "reason ~ '[^[:space:]]'");
                    table.CheckConstraint("ck_proposal_record_kind", "record_kind in ('organization', 'situation', 'role', 'channel', 'general-plan', 'synonyms', 'duty', 'awareness-fact', 'learn-page')");
                    table.CheckConstraint("ck_proposal_second_person", "state <> 'accepted' or decided_by <> editor");
                    table.CheckConstraint("ck_proposal_something", "before is distinct from after");
                    table.CheckConstraint("ck_proposal_source_url", "source_url ~ '^https?://[^[:space:]]+$'");
                    table.CheckConstraint("ck_proposal_state", "state in ('open', 'accepted', 'declined', 'withdrawn', 'superseded')");
                    table.ForeignKey(
                        name: "fk_proposal_record_change_reverts",
                        column: x => x.reverts,
                        principalTable: "record_change",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.AddCheckConstraint(
                name: "ck_verification_phone_menu",
                table: "verification",
                sql: "length(phone_menu_en) <= 200 and (phone_menu_es is null or length(phone_menu_es) <= 200)");

            migrationBuilder.AddCheckConstraint(
                name: "ck_directory_revision_origin",
                table: "directory_revision",
                sql: "origin in ('import', 'edit', 'check', 'revert')");

            migrationBuilder.CreateIndex(
                name: "ix_proposal_open",
                table: "proposal",
                column: "made_at",
                filter: "state = 'open'");

            migrationBuilder.CreateIndex(
                name: "ix_proposal_record_kind_record_id_state",
                table: "proposal",
                columns: new[] { "record_kind", "record_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_proposal_reverts",
                table: "proposal",
                column: "reverts");

            migrationBuilder.CreateIndex(
                name: "ix_record_change_made_at",
                table: "record_change",
                column: "made_at");

            migrationBuilder.CreateIndex(
                name: "ix_record_change_record_kind_record_id_id",
                table: "record_change",
                columns: new[] { "record_kind", "record_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_record_change_reverts",
                table: "record_change",
                column: "reverts");

            migrationBuilder.CreateIndex(
                name: "ix_record_change_revision",
                table: "record_change",
                column: "revision");

            migrationBuilder.AddForeignKey(
                name: "fk_channel_situation_situations_situation_id",
                table: "channel_situation",
                column: "situation_id",
                principalTable: "situation",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "fk_synonym_situation_situation_id",
                table: "synonym",
                column: "situation_id",
                principalTable: "situation",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.Sql(
                """
                create function refuse_change_of_history() returns trigger language plpgsql as
                $$
                begin
                    raise exception 'The history only grows: % of % is refused.', lower(tg_op), tg_table_name
                        using errcode = 'insufficient_privilege';
                end
                $$;

                create trigger record_change_only_grows before update or delete or truncate on record_change
                    for each statement execute function refuse_change_of_history();

                revoke all on record_change from public;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("drop trigger record_change_only_grows on record_change; drop function refuse_change_of_history;");

            migrationBuilder.DropForeignKey(
                name: "fk_channel_situation_situations_situation_id",
                table: "channel_situation");

            migrationBuilder.DropForeignKey(
                name: "fk_synonym_situation_situation_id",
                table: "synonym");

            migrationBuilder.DropTable(
                name: "imported_record");

            migrationBuilder.DropTable(
                name: "proposal");

            migrationBuilder.DropTable(
                name: "record_change");

            migrationBuilder.DropCheckConstraint(
                name: "ck_verification_phone_menu",
                table: "verification");

            migrationBuilder.DropCheckConstraint(
                name: "ck_directory_revision_origin",
                table: "directory_revision");

            migrationBuilder.DropColumn(
                name: "phone_menu_en",
                table: "verification");

            migrationBuilder.DropColumn(
                name: "phone_menu_es",
                table: "verification");

            migrationBuilder.AddForeignKey(
                name: "fk_channel_situation_situations_situation_id",
                table: "channel_situation",
                column: "situation_id",
                principalTable: "situation",
                principalColumn: "id",
                onDelete: ReferentialAction.Cascade);

            migrationBuilder.AddForeignKey(
                name: "fk_synonym_situation_situation_id",
                table: "synonym",
                column: "situation_id",
                principalTable: "situation",
                principalColumn: "id",
                onDelete: ReferentialAction.Cascade);
        }
    }
}
