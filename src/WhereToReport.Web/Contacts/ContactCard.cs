using System.Text;
using Microsoft.Extensions.Localization;
using WhereToReport.Domain;
using WhereToReport.Domain.Channels;
using WhereToReport.Web.Speaking;

namespace WhereToReport.Web.Contacts;

/// <summary>
/// Writes channels as contact cards for a phone's address book: vCard 4.0 (RFC 6350). Each number says whose it is; a
/// number that only forwards to a host agency never passes for the channel's own.
/// </summary>
public sealed class ContactCard(DirectorySnapshot directory, ContactWords words, PageLanguage language, IStringLocalizer<SiteText> text)
{
    /// <summary>The longest line in octets, its line break left out (RFC 6350, 3.2).</summary>
    private const int LongestLine = 75;

    /// <summary>The cards of some channels, one after the other.</summary>
    /// <param name="channels">Published channels.</param>
    /// <param name="site">The site's address without a slash at the end; every card leads back to it.</param>
    public string Of(IEnumerable<Channel> channels, string site)
    {
        var cards = new StringBuilder();
        foreach (var channel in channels)
        {
            foreach (var line in Lines(channel, site))
                Fold(cards, line);
        }
        return cards.ToString();
    }

    private IEnumerable<string> Lines(Channel channel, string site)
    {
        var page = site + language.To($"/channels/{channel.Id}");
        yield return "BEGIN:VCARD";
        yield return "VERSION:4.0";
        yield return "KIND:org";
        yield return $"UID:{site}/channels/{channel.Id}";
        yield return $"FN;LANGUAGE={language.Code}:{Escaped(channel.Name.In(language.Language))}";
        if (directory.OperatorOf(channel) is { } runner)
            yield return $"ORG;LANGUAGE={language.Code}:{Escaped(runner.Name.In(language.Language))}";
        foreach (var line in channel.Phones.SelectMany((phone, place) => Phone(phone, place + 1)))
            yield return line;
        foreach (var line in Text(channel.Text))
            yield return line;
        if (channel.Email is { } email)
            yield return $"EMAIL:{Escaped(email)}";
        foreach (var line in Addresses(channel))
            yield return line;
        foreach (var code in channel.Languages)
            yield return $"LANG:{code}";
        yield return $"NOTE;LANGUAGE={language.Code}:{Escaped(string.Join('\n', Notes(channel)))}";
        yield return $"SOURCE:{page}";
        yield return $"REV:{directory.ChangedAtOf(channel).UtcDateTime:yyyyMMdd'T'HHmmss'Z'}";
        yield return "END:VCARD";
    }

    // Address books show a number's label only in this form, which Apple began and others read. A short code has no
    // international form, so it stands as text.
    private IEnumerable<string> Phone(Phone phone, int place)
    {
        var kind = phone.Tty ? "textphone" : "\"voice,work\"";
        yield return phone.Number.StartsWith('+')
            ? $"phone{place}.TEL;VALUE=uri;PREF={Math.Min(place, 100)};TYPE={kind}:{PhoneFormat.Link(phone)}"
            : $"phone{place}.TEL;VALUE=text;PREF={Math.Min(place, 100)};TYPE={kind}:{phone.Number}";
        if (words.Whose(phone) is { } label)
            yield return $"phone{place}.X-ABLABEL:{Escaped(label)}";
    }

    // As plain text, because address books would show the address "sms:…" letter by letter. The word to send is in the label.
    private IEnumerable<string> Text(TextLine? line)
    {
        if (line is null)
            yield break;
        yield return $"text.TEL;VALUE=text;TYPE=text:{line.To}";
        var number = PhoneFormat.Display(line.To);
        yield return $"text.X-ABLABEL:{Escaped(line.Body is { } word ? text["Text {0} to {1}", word, number] : text["Text {0}", number])}";
    }

    private static IEnumerable<string> Addresses(Channel channel) =>
        new[] { channel.PublicReportUrl, channel.ChatUrl, channel.PublicWebsite }
            .OfType<string>()
            .Distinct()
            .Select((url, place) => $"URL;PREF={place + 1}:{url}");

    private IEnumerable<string> Notes(Channel channel)
    {
        if (channel.Hours is { } hours)
            yield return hours.In(language.Language);
        if (channel.PublicReportUrl is not null && channel.ReportUrlFor is { } restriction)
            yield return restriction.In(language.Language);
        yield return words.Checked(channel.Verification);
        yield return text["This list last changed on {0} (revision {1}).", words.Day(DateOnly.FromDateTime(directory.ChangedAt.UtcDateTime)), directory.Revision];
    }

    private static string Escaped(string value) =>
        value.Replace("\\", "\\\\").Replace(",", "\\,").Replace(";", "\\;").Replace("\r", "").Replace("\n", "\\n");

    // No text can begin a line of its own. A long line goes on after a line break and a blank, and is never cut inside a character.
    private static void Fold(StringBuilder card, string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes().Where(rune => !Rune.IsControl(rune)))
        {
            if (octets + rune.Utf8SequenceLength > LongestLine)
            {
                card.Append("\r\n ");
                octets = 1;
            }
            card.Append(rune);
            octets += rune.Utf8SequenceLength;
        }
        card.Append("\r\n");
    }
}
