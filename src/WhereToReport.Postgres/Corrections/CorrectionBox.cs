using System.Security.Cryptography;
using System.Text.Json;
using Npgsql;
using WhereToReport.Domain;
using WhereToReport.Domain.Corrections;
using WhereToReport.Postgres.Schema;

namespace WhereToReport.Postgres.Corrections;

/// <summary>
/// Where strangers put corrections and see what became of them. Needs a database that can be written to; what it
/// acknowledges is committed.
/// </summary>
public sealed class CorrectionBox(NpgsqlDataSource primary, TimeProvider time)
{
    private const int PatienceInSeconds = 5;

    private const string Insert =
        """
        insert into correction (id, receipt, idempotency_key, channel_id, kind, text, source_url, email, language, looks_like_spam, received_at, state)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'open')
        on conflict (idempotency_key) do nothing
        """;

    private const string ReceiptOfKey = "select receipt from correction where idempotency_key = $1";

    private const string OfReceipt =
        "select received_at, channel_id, kind, text, source_url, language, state, answer, decided_at from correction where receipt = $1";

    /// <summary>
    /// Stores a correction and returns its receipt. The same form with the same content, sent again because an answer got
    /// lost, is stored once and gets the same receipt; a form that was changed in between is a correction of its own.
    /// </summary>
    /// <exception cref="NpgsqlException">The database does not answer. The correction may be stored or not: send it again.</exception>
    public async Task<ReceiptCode> Receive(NewCorrection correction)
    {
        var key = IdempotencyKey(correction);
        await using var connection = await Open();
        while (!await Store(connection, correction, key))
        {
            // The receipt code is taken, once in a million billion times: the next one will not be.
        }

        await using var command = Command(connection, ReceiptOfKey, key);
        return ReceiptCode.Parse((string?)await command.ExecuteScalarAsync())!.Value;
    }

    /// <summary>What was sent, and what became of it; null where no correction has this receipt.</summary>
    /// <exception cref="NpgsqlException">The database does not answer.</exception>
    public async Task<SentCorrection?> Read(ReceiptCode receipt)
    {
        await using var connection = await Open();
        await using var command = Command(connection, OfReceipt, receipt.Value);
        await using var reader = await command.ExecuteReaderAsync();
        if (!await reader.ReadAsync())
            return null;
        return new(
            receipt,
            reader.GetFieldValue<DateTimeOffset>(0),
            Text(reader, 1),
            EnumName<CorrectionKind>.Parse(reader.GetString(2)),
            reader.GetString(3),
            Text(reader, 4),
            Languages.FromCode(reader.GetString(5))!.Value,
            EnumName<CorrectionState>.Parse(reader.GetString(6)),
            Text(reader, 7),
            reader.GetFieldValue<DateTimeOffset?>(8));
    }

    // False where the receipt code is taken.
    private async Task<bool> Store(NpgsqlConnection connection, NewCorrection correction, Guid key)
    {
        await using var command = Command(
            connection, Insert,
            Guid.CreateVersion7(time.GetUtcNow()), ReceiptCode.New().Value, key, correction.ChannelId, EnumName<CorrectionKind>.Of(correction.Kind),
            correction.Text, correction.SourceUrl, correction.Email, correction.Language.Code(), correction.LooksLikeSpam, time.GetUtcNow());
        try
        {
            await command.ExecuteNonQueryAsync();
            return true;
        }
        catch (PostgresException taken) when (taken is { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: "ix_correction_receipt" })
        {
            return false;
        }
    }

    private async Task<NpgsqlConnection> Open()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(PatienceInSeconds), time);
        try
        {
            return await primary.OpenConnectionAsync(patience.Token);
        }
        catch (OperationCanceledException tooLong)
        {
            throw new NpgsqlException($"No connection within {PatienceInSeconds} s.", tooLong);
        }
    }

    private static string? Text(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql, params ReadOnlySpan<object?> values)
    {
        var command = new NpgsqlCommand(sql, connection) { CommandTimeout = PatienceInSeconds };
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value ?? DBNull.Value });
        return command;
    }

    // The form's key alone would lose the words of a person who changed them after an attempt that seemed to fail.
    private static Guid IdempotencyKey(NewCorrection correction) =>
        new(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(correction)).AsSpan(0, 16));
}
