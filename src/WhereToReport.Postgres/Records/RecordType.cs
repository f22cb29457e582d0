using System.Linq.Expressions;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WhereToReport.Domain;
using WhereToReport.Domain.Channels;
using WhereToReport.Postgres.Files;
using WhereToReport.Postgres.Schema;

namespace WhereToReport.Postgres.Records;

/// <summary>How one kind of record stands among the facts and in the rows of the database.</summary>
internal abstract class RecordType
{
    public required RecordKind Kind { get; init; }

    public abstract RecordContent Parse(string json);

    /// <summary>The records of this kind, in their order.</summary>
    public abstract IEnumerable<(RecordKey Key, RecordContent Content)> In(DirectoryFacts facts);

    public abstract DirectoryFacts With(DirectoryFacts facts, IEnumerable<RecordContent> contents);

    /// <summary>The id that a content gives itself.</summary>
    public abstract string IdOf(RecordContent content);

    /// <summary>Those of the records that the database holds now, by id.</summary>
    public abstract Task<Dictionary<string, RecordContent>> Read(
        DirectoryContext database, IReadOnlyCollection<string> ids, Func<string, string> stateOf, CancellationToken cancel);

    /// <summary>The rows of the records with all that belongs to them, tracked, by id.</summary>
    public abstract Task<ILookup<string, object>> Load(DirectoryContext database, IReadOnlyCollection<string> ids, CancellationToken cancel);

    /// <summary>The rows that a content wants.</summary>
    public abstract IEnumerable<object> Rows(RecordContent content, int position, CoverageExpansion expansion);
}

/// <inheritdoc/>
/// <typeparam name="TRecord">The record as the domain knows it.</typeparam>
/// <typeparam name="TRow">Its row, or its rows where it is no more than a list of them.</typeparam>
internal sealed class RecordType<TRecord, TRow> : RecordType
    where TRecord : class
    where TRow : class
{
    public required Func<TRecord, string> Id { get; init; }
    public required Func<DirectoryFacts, IEnumerable<TRecord>> All { get; init; }
    public required Func<DirectoryFacts, IReadOnlyList<TRecord>, DirectoryFacts> Replace { get; init; }

    /// <summary>All rows of the kind, each with what belongs to it.</summary>
    public required Func<DirectoryContext, IQueryable<TRow>> Query { get; init; }

    public required Expression<Func<TRow, string>> RowId { get; init; }
    public required Func<IReadOnlyList<TRow>, Func<string, string>, TRecord> FromRows { get; init; }
    public required Func<TRecord, int, CoverageExpansion, IEnumerable<TRow>> ToRows { get; init; }

    public override RecordContent Parse(string json) => RecordContent.Of(JsonSerializer.Deserialize<TRecord>(json, DirectoryJson.Stored)!);

    public override IEnumerable<(RecordKey Key, RecordContent Content)> In(DirectoryFacts facts) =>
        All(facts).Select(record => (new RecordKey(Kind, Id(record)), RecordContent.Of(record)));

    public override DirectoryFacts With(DirectoryFacts facts, IEnumerable<RecordContent> contents) =>
        Replace(facts, [.. contents.Select(content => content.As<TRecord>())]);

    public override string IdOf(RecordContent content) => Id(content.As<TRecord>());

    public override async Task<Dictionary<string, RecordContent>> Read(
        DirectoryContext database, IReadOnlyCollection<string> ids, Func<string, string> stateOf, CancellationToken cancel)
    {
        var rows = await Matching(database, ids).AsNoTracking().ToListAsync(cancel);
        return rows.GroupBy(RowId.Compile()).ToDictionary(record => record.Key, record => RecordContent.Of(FromRows([.. record], stateOf)));
    }

    public override async Task<ILookup<string, object>> Load(DirectoryContext database, IReadOnlyCollection<string> ids, CancellationToken cancel)
    {
        var rows = await Matching(database, ids).AsTracking().ToListAsync(cancel);
        return rows.ToLookup(RowId.Compile(), row => (object)row);
    }

    public override IEnumerable<object> Rows(RecordContent content, int position, CoverageExpansion expansion) =>
        ToRows(content.As<TRecord>(), position, expansion);

    private IQueryable<TRow> Matching(DirectoryContext database, IReadOnlyCollection<string> ids)
    {
        Expression<Func<string, bool>> wanted = id => ids.Contains(id);
        var matches = Expression.Lambda<Func<TRow, bool>>(
            new Substitution(wanted.Parameters[0], RowId.Body).Visit(wanted.Body), RowId.Parameters);
        return Query(database).Where(matches);
    }

    private sealed class Substitution(ParameterExpression parameter, Expression value) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == parameter ? value : node;
    }
}
