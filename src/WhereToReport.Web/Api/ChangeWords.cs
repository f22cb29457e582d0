using WhereToReport.Domain;
using WhereToReport.Postgres.History;
using WhereToReport.Postgres.Records;

namespace WhereToReport.Web.Api;

/// <summary>Says a change of a record, with the name and the page that the record has today.</summary>
internal sealed class ChangeWords(DirectorySnapshot directory)
{
    public ChangeBody Change(PublicChange change) => new(
        change.Id,
        change.At,
        change.Revision,
        change.Record.Kind,
        change.Record.Id,
        Name(change.Record) ?? change.Record.Id,
        change.Effect,
        change.Fields,
        change.Origin,
        change.Reason,
        change.Source,
        change.Reverts,
        Url(change.Record));

    private string? Name(RecordKey record) => record.Kind switch
    {
        RecordKind.Channel => directory.Channel(record.Id)?.Name.En,
        RecordKind.Organization => directory.Facts.Organizations.FirstOrDefault(one => one.Id == record.Id)?.Name.En,
        RecordKind.Role => directory.Facts.Roles.FirstOrDefault(one => one.Id == record.Id)?.Name.En,
        RecordKind.Situation or RecordKind.Synonyms => directory.Situation(record.Id)?.Label.En,
        RecordKind.Duty => directory.Places.State(record.Id)?.Name,
        RecordKind.LearnPage => LearnPage(record)?.Title,
        _ => null,
    };

    private string? Url(RecordKey record) => record.Kind switch
    {
        RecordKind.Channel => directory.Channel(record.Id) is { } channel ? "/channels/" + channel.Id : null,
        RecordKind.Situation => directory.Situation(record.Id)?.Path,
        RecordKind.Duty => directory.Facts.Duties.Any(duty => duty.State == record.Id) ? "/schools/" + record.Id.ToLowerInvariant() : null,
        RecordKind.LearnPage => LearnPage(record) is { } page ? (page.Language == Language.Spanish.Code() ? "/es/learn/" : "/learn/") + page.Slug : null,
        _ => null,
    };

    private Domain.Guidance.LearnPage? LearnPage(RecordKey record) =>
        directory.Facts.LearnPages.FirstOrDefault(page => $"{page.Language}/{page.Slug}" == record.Id);
}
