using PhoneNumbers;
using WhereToReport.Domain.Channels;
using WhereToReport.Testing;

namespace WhereToReport.Domain.Tests.Channels;

/// <summary>The contacts that answers are made of: every county and situation draws from these.</summary>
public class ContactTests
{
    private static readonly PhoneNumberUtil s_numbering = PhoneNumberUtil.GetInstance();

    [Fact]
    public void Every_phone_of_an_answer_is_a_number_that_the_numbering_plan_has()
    {
        var phones = InTheUnitedStates().SelectMany(channel => channel.Phones.Select(phone => (channel.Id, phone)));
        Assert.True(phones.Count() > 100);
        Assert.All(phones, entry => Assert.True(IsValid(entry.phone.Number) && entry.phone.Extension?.All(char.IsAsciiDigit) != false, $"{entry.Id}: {entry.phone}"));
    }

    [Fact]
    public void Every_text_line_of_an_answer_is_a_short_code_or_a_valid_number() =>
        Assert.All(InTheUnitedStates().Select(channel => channel.Text).OfType<TextLine>(), text =>
            Assert.True(text.To is { Length: 5 or 6 } && text.To.All(char.IsAsciiDigit) || IsValid(text.To), text.To));

    [Fact]
    public void Every_link_of_an_answer_is_an_absolute_web_address()
    {
        var links = InTheUnitedStates().SelectMany(channel => new[] { channel.ReportUrl, channel.ChatUrl, channel.Website }.Concat(channel.Sources.Select(source => source.Url)).OfType<string>());
        Assert.All(links, link => Assert.True(Uri.TryCreate(link, UriKind.Absolute, out var address) && address is { Scheme: "https" or "http" } && address.Host.Contains('.'), link));
    }

    // Every channel that an answer in the United States can name; the other countries have numbers of their own plans.
    private static IEnumerable<Channel> InTheUnitedStates() =>
        RealDirectory.Facts.Channels.Where(channel => channel.Publish && channel.Coverage.Any(rule => rule.World || rule.Country is null or "US"));

    private static bool IsValid(string number) => number.StartsWith('+')
        ? s_numbering.IsValidNumber(s_numbering.Parse(number, null))
        : ShortNumberInfo.GetInstance().IsValidShortNumberForRegion(s_numbering.Parse(number, "US"), "US");
}
