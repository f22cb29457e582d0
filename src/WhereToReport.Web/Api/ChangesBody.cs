using WhereToReport.Postgres.History;
using WhereToReport.Postgres.Records;
using WhereToReport.Postgres.Schema;

namespace WhereToReport.Web.Api;

/// <summary>A part of the history, oldest change first.</summary>
/// <param name="Changes">What changed; can be empty while there is more.</param>
/// <param name="Cursor">Where this part ends: ask for <c>since</c> it to go on, now or in a year, and nothing is missed or told twice.</param>
/// <param name="More">True where there is more to read now.</param>
/// <param name="Revision">The newest state of the directory that the history tells of.</param>
public sealed record ChangesBody(IReadOnlyList<ChangeBody> Changes, string Cursor, bool More, long Revision);

/// <summary>A change of a record.</summary>
/// <param name="Id">Grows with every change.</param>
/// <param name="At">When it was made.</param>
/// <param name="Revision">The state of the directory that shows it first.</param>
/// <param name="Kind">What kind of record.</param>
/// <param name="Record">The id of the record; of a duty the USPS code, of an article its language and name.</param>
/// <param name="Name">The record's name today, else its id.</param>
/// <param name="Effect">What happened to the record.</param>
/// <param name="Fields">The fields that changed, as the file directory.json names them; empty where all of it came or went.</param>
/// <param name="Origin">What made the change: the data files, an editor, a check, or taking back another change.</param>
/// <param name="Reason">Why, in a sentence.</param>
/// <param name="Source">The page that says so.</param>
/// <param name="Reverts">The id of the change that this one takes back.</param>
/// <param name="Url">The record's page today, from the root of the site; null where it has none.</param>
public sealed record ChangeBody(
    long Id,
    DateTimeOffset At,
    long Revision,
    RecordKind Kind,
    string Record,
    string Name,
    ChangeEffect Effect,
    IReadOnlyList<string> Fields,
    ChangeOrigin Origin,
    string Reason,
    string? Source,
    long? Reverts,
    string? Url);
