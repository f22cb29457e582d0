using WhereToReport.Domain;
using WhereToReport.Domain.Channels;
using WhereToReport.Web.Contacts;

namespace WhereToReport.Web.Api;

/// <summary>Says all that is published of a channel in one language.</summary>
internal sealed class ChannelWords(DirectorySnapshot directory, Language language)
{
    public ChannelRecordBody Record(Channel channel) => new(
        channel.Id,
        channel.Kind,
        channel.Name.In(language),
        directory.OperatorOf(channel)?.Name.In(language),
        channel.WhatFor?.In(language),
        channel.NotFor?.In(language),
        channel.Audience,
        Phones(channel),
        Text(channel),
        channel.ChatUrl,
        channel.PublicReportUrl,
        channel.PublicReportUrl is null ? null : channel.ReportUrlFor?.In(language),
        channel.PublicWebsite,
        channel.Email,
        channel.Hours?.In(language),
        channel.Languages,
        channel.LanguagesNote?.In(language),
        channel.Anonymous,
        channel.TakesReports,
        channel.LocalOnly,
        [.. directory.SituationsOf(channel).Select(situation => situation.Id)],
        [.. directory.Coverage.AreasOf(channel).GroupBy(area => area.Basis).OrderBy(same => same.Key).Select(Coverage)],
        RecordWords.Verification(channel.Verification),
        RecordWords.Sources(channel.Sources),
        directory.ChangedAtOf(channel),
        "/channels/" + channel.Id);

    public TaskForceBody TaskForce(Channel channel) => new(
        [.. directory.Coverage.AreasOf(channel)
            .Select(area => area.County is { } fips ? directory.Places.County(fips)!.State : area.State)
            .OfType<string>().Distinct().Order(StringComparer.Ordinal)],
        Record(channel));

    public IReadOnlyList<PhoneBody> Phones(Channel channel) => [.. channel.Phones.Select(phone =>
        new PhoneBody(phone.Number, PhoneFormat.Display(phone), phone.Extension, phone.Label?.In(language), phone.Line, phone.Tty))];

    public static TextBody? Text(Channel channel) => channel.Text is { } text ? new(text.To, text.Body) : null;

    private static CoverageBody Coverage(IGrouping<CoverageBasis, CoverageArea> areas) => new(
        areas.Key,
        areas.Any(area => area is { Country: null, State: null, County: null }),
        [.. areas.Select(area => area.Country).OfType<string>()],
        [.. areas.Select(area => area.State).OfType<string>()],
        [.. areas.Select(area => area.County).OfType<string>()]);
}
