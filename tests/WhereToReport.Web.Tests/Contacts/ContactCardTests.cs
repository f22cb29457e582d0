using System.Net;
using System.Text;
using WhereToReport.Testing;

namespace WhereToReport.Web.Tests.Contacts;

public class ContactCardTests(FilledSite filled)
{
    [Fact]
    public async Task Every_published_channel_with_a_contact_has_a_card_with_all_its_numbers()
    {
        foreach (var channel in RealDirectory.Snapshot.Channels.Where(channel => channel.HasContact))
        {
            var card = Assert.Single(await Cards($"/channels/{channel.Id}.vcf"));
            Assert.Equal("4.0", card.Single(line => line.Name == "VERSION").Value);
            Assert.Equal(channel.Name.En, card.Single(line => line.Name == "FN").Text);
            Assert.Equal(
                channel.Phones.Select(phone => phone.Number.TrimStart('+')),
                card.Where(line => line.Name == "TEL" && !line.Parameters.Contains("TYPE=text")).Select(line => line.Value.Replace("tel:", "").Split(';')[0].TrimStart('+')));
            Assert.DoesNotContain(card, line => channel.Notes is { Length: > 40 } notes && line.Text.Contains(notes[..40]));
        }
    }

    [Fact]
    public async Task A_number_of_the_host_agency_is_labelled_as_such()
    {
        var force = RealDirectory.Snapshot.TaskForces.First(force => force.Phones is [{ Line: Domain.Channels.PhoneLine.HostAgency }]);
        var card = Assert.Single(await Cards($"/channels/{force.Id}.vcf"));
        Assert.Contains(card, line => line.Name == "phone1.X-ABLABEL" && line.Text.Contains("not the task force's own"));
    }

    [Fact]
    public async Task A_text_line_is_a_number_with_the_word_to_send_beside_it()
    {
        var channel = RealDirectory.Snapshot.Channels.First(channel => channel.Text is { Body: not null });
        var card = Assert.Single(await Cards($"/channels/{channel.Id}.vcf"));
        Assert.Equal(channel.Text!.To, card.Single(line => line.Name == "text.TEL").Value);
        Assert.Contains(channel.Text.Body!, card.Single(line => line.Name == "text.X-ABLABEL").Text);
    }

    [Fact]
    public async Task The_card_of_a_county_holds_every_channel_of_its_answer()
    {
        var place = RealDirectory.Snapshot.Places.County("06085")!;
        var expected = RealDirectory.Snapshot.Finder.Find(place).Channels.Where(channel => channel.Channel.HasContact).Select(channel => channel.Channel.Name.Es ?? channel.Channel.Name.En);
        var cards = await Cards($"/es{place.Path}/contacts.vcf");
        Assert.Equal(expected, cards.Select(card => card.Single(line => line.Name == "FN").Text));
    }

    [Fact]
    public async Task No_line_is_longer_than_75_octets_and_no_character_is_cut()
    {
        var bytes = await (await filled.Site()).Http.GetByteArrayAsync("/es/us/tx/harris-county/contacts.vcf");
        var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        Assert.All(text.Split("\r\n"), line => Assert.True(Encoding.UTF8.GetByteCount(line) <= 75, line));
        foreach (var line in text.Split("\r\n"))
            _ = new UTF8Encoding(false, throwOnInvalidBytes: true).GetBytes(line);
    }

    [Theory]
    [InlineData("/channels/nobody.vcf")]
    [InlineData("/us/ca/nowhere/contacts.vcf")]
    public async Task There_is_no_card_of_what_does_not_exist(string path) =>
        Assert.Equal(HttpStatusCode.NotFound, (await (await filled.Site()).Http.GetAsync(path)).StatusCode);

    private sealed record Line(string Name, string[] Parameters, string Value)
    {
        public string Text => Value.Replace("\\n", "\n").Replace("\\,", ",").Replace("\\;", ";").Replace("\\\\", "\\");
    }

    private async Task<List<List<Line>>> Cards(string path)
    {
        var response = await (await filled.Site()).Http.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/vcard", response.Content.Headers.ContentType?.MediaType);
        var cards = new List<List<Line>>();
        foreach (var line in (await response.Content.ReadAsStringAsync()).Replace("\r\n ", "").Split("\r\n", StringSplitOptions.RemoveEmptyEntries))
        {
            if (line == "BEGIN:VCARD")
                cards.Add([]);
            var colon = line.IndexOf(':');
            var head = line[..colon].Split(';');
            cards[^1].Add(new(head[0].StartsWith("phone") && head[0].EndsWith(".TEL") ? "TEL" : head[0], head[1..], line[(colon + 1)..]));
        }
        return cards;
    }
}
