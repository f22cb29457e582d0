using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace WhereToReport.Migrations
{
    /// <inheritdoc />
    public partial class Corrections : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "correction",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    receipt = table.Column<string>(type: "text", nullable: false),
                    idempotency_key = table.Column<Guid>(type: "uuid", nullable: false),
                    channel_id = table.Column<string>(type: "text", nullable: true),
                    kind = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    source_url = table.Column<string>(type: "text", nullable: true),
                    email = table.Column<string>(type: "text", nullable: true),
                    language = table.Column<string>(type: "text", nullable: false),
                    looks_like_spam = table.Column<bool>(type: "boolean", nullable: false),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    answer = table.Column<string>(type: "text", nullable: true),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    decided_by = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_correction", x => x.id);
                    table.CheckConstraint("ck_correction_channel_id", "channel_id ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(channel_id) <= 80");
                    table.CheckConstraint("ck_correction_decision", "(state = 'open') = (decided_at is null) and (state <> 'open' or num_nonnulls(answer, decided_by) = 0)");
                    table.CheckConstraint("ck_correction_email", "email ~ '^[^@[:space:]]+@[^@[:space:]]+$' and length(email) <= 254");
                    table.CheckConstraint("ck_correction_kind", "kind in ('number-does-not-work', 'number-reaches-someone-else', 'website-or-form', 'hours-or-languages', 'area', 'description', 'missing-channel', 'something-else')");
                    table.CheckConstraint("ck_correction_language", "language in ('en', 'es')");
                    table.CheckConstraint("ck_correction_receipt", "receipt ~ '^[0-9A-HJKMNP-TV-Z]{10}$'");
                    table.CheckConstraint("ck_correction_source_url", "source_url ~ '^https?://[^[:space:]]+$' and length(source_url) <= 2000");
                    table.CheckConstraint("ck_correction_state", "state in ('open', 'accepted', 'declined', 'no-change-needed', 'duplicate')");
                    table.CheckConstraint("ck_correction_text", "length(text) between 1 and 2000");
                });

            migrationBuilder.CreateIndex(
                name: "ix_correction_idempotency_key",
                table: "correction",
                column: "idempotency_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_correction_open",
                table: "correction",
                column: "received_at",
                filter: "state = 'open'");

            migrationBuilder.CreateIndex(
                name: "ix_correction_receipt",
                table: "correction",
                column: "receipt",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "correction");
        }
    }
}
