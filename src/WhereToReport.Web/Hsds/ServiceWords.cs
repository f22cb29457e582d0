using System.Globalization;
using WhereToReport.Domain.Channels;
using WhereToReport.Domain.Sources;

namespace WhereToReport.Web.Hsds;

/// <summary>Says in English sentences what HSDS has no field for, so that no warning is lost on the way to another directory.</summary>
internal static class ServiceWords
{
    public static string Description(Channel channel) => string.Join('\n', Sentences(channel));

    /// <summary>How to reach it online; a form that is kept for mandated reporters is not among the ways.</summary>
    public static string? HowToReach(Channel channel)
    {
        string[] ways =
        [
            .. channel.PublicReportUrl is { } form ? [$"Online form: {form}" + (channel.ReportUrlFor is { } who ? $" ({who.En})" : "")] : Array.Empty<string>(),
            .. channel.ChatUrl is { } chat ? [$"Chat: {chat}"] : Array.Empty<string>(),
        ];
        return ways.Length > 0 ? string.Join('\n', ways) : null;
    }

    public static string? Eligibility(Channel channel)
    {
        if (channel.Audience.Count == 0)
            return null;
        return channel.Audience.Contains(Audience.Anyone) ? "For anyone." : $"For {string.Join(", ", channel.Audience.Select(Name))}.";
    }

    /// <summary>What a caller should know; an extension too where HSDS, which has numbers for them, would lose its first zero.</summary>
    public static string? Phone(Phone phone)
    {
        string[] notes =
        [
            .. phone.Extension is ['0', ..] extension ? [$"Extension {extension}"] : Array.Empty<string>(),
            .. phone.Line == PhoneLine.HostAgency ? ["Host agency's general line, not the task force's own"] : Array.Empty<string>(),
            .. phone.Label is { } label ? [label.En.TrimEnd('.')] : Array.Empty<string>(),
            .. phone.InStateOnly ? ["Works only inside the state"] : Array.Empty<string>(),
            .. phone.Confidence is Confidence.Medium or Confidence.Low ? ["We found this number in few sources. It is not confirmed"] : Array.Empty<string>(),
        ];
        return notes.Length > 0 ? string.Join(". ", notes) + "." : null;
    }

    public static string? Text(TextLine text) => text.Body is { } word ? $"Send the word {word}." : null;

    private static string Name(Audience audience) => audience switch
    {
        Audience.Parent => "parents",
        Audience.SchoolStaff => "school staff",
        Audience.YoungPerson => "young people",
        _ => "anyone",
    };

    private static IEnumerable<string> Sentences(Channel channel)
    {
        if (channel.WhatFor is { } whatFor)
            yield return whatFor.En;
        if (channel.NotFor is { } notFor)
            yield return notFor.En;
        if (channel.LocalOnly)
            yield return channel.Phones.Count == 0 ? "Reports go to your county office. There is no statewide number." : "Each area has its own line.";
        if (channel.Kind == ChannelKind.TaskForce && channel.Phones.All(phone => phone.Line == PhoneLine.HostAgency))
        {
            yield return (channel.Phones.Count == 0 ? "We found no public phone number for it." : "We found no line of its own.")
                + " A CyberTipline report reaches it: NCMEC passes reports to the task force for the place.";
        }
        yield return channel.TakesReports ? "Takes reports." : "Gives support. Does not take reports.";
        yield return Checked(channel.Verification);
    }

    private static string Checked(Verification? verification) => verification switch
    {
        null => "Nobody has checked this yet.",
        { Method: VerificationMethod.ReadArchivedCopy } => $"Read in a stored copy of the source on {Day(verification.On)}. Not yet confirmed by phone.",
        { Method: VerificationMethod.ReadOfficialPage } => $"Read on the official page on {Day(verification.On)}. Not yet confirmed by phone.",
        { Method: VerificationMethod.Called } => $"Confirmed by a phone call on {Day(verification.On)}.",
        _ => $"Confirmed by the agency on {Day(verification.On)}.",
    };

    private static string Day(DateOnly day) => day.ToString("MMM d, yyyy", CultureInfo.InvariantCulture);
}
