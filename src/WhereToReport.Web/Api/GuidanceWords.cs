using WhereToReport.Domain;
using WhereToReport.Domain.Guidance;
using WhereToReport.Domain.Places;

namespace WhereToReport.Web.Api;

/// <summary>Says situations and duties in one language.</summary>
internal sealed class GuidanceWords(DirectorySnapshot directory, Language language)
{
    public SituationBody Situation(Situation situation) => new(
        situation.Id,
        situation.Label.In(language),
        situation.SchoolLabel?.In(language),
        situation.LooksLike.In(language),
        situation.Danger,
        Contacts(situation.Contacts),
        [.. situation.AlsoIf.Select(also => new AlsoIfBody(also.When.In(language), Contacts(also.Contacts), also.Why.In(language)))],
        Advice(situation.Do),
        Advice(situation.Dont),
        RecordWords.Verification(situation.Verification),
        RecordWords.Sources(situation.Sources),
        situation.Path);

    public DutyBody Duty(Duty duty, State state) => new(
        duty.State,
        state.Name,
        duty.Universal,
        duty.SchoolStaff,
        duty.OralDeadline?.In(language),
        duty.WrittenDeadline?.In(language),
        duty.ReportTo.In(language),
        duty.Statute,
        duty.StatuteUrl,
        RecordWords.Verification(duty.Verification),
        RecordWords.Sources(duty.Sources),
        "/schools/" + duty.State.ToLowerInvariant(),
        directory.Revision);

    // A channel that is not published is no contact.
    private IReadOnlyList<PlannedContactBody> Contacts(IEnumerable<PlannedContact> contacts) =>
        [.. from contact in contacts let name = Name(contact) where name is not null select new PlannedContactBody(contact.Channel, contact.Role, name.In(language), contact.Why?.In(language))];

    private Bilingual? Name(PlannedContact contact) => contact.Channel is { } channel
        ? directory.Channel(channel)?.Name
        : directory.Facts.Roles.Single(role => role.Id == contact.Role).Name;

    private IReadOnlyList<AdviceBody> Advice(IEnumerable<Advice> advice) => [.. advice.Select(one => new AdviceBody(one.Text.In(language), one.Sources))];
}
