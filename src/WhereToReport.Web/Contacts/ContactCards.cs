using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using WhereToReport.Domain;
using WhereToReport.Domain.Channels;
using WhereToReport.Domain.Places;
using WhereToReport.Web.Serving;

namespace WhereToReport.Web.Contacts;

public static class ContactCards
{
    /// <summary>Contact cards to save on a phone: of one channel, and of all channels that answer for a county or a country.</summary>
    public static void MapContactCards(this WebApplication app)
    {
        app.MapRead("/channels/{id}.vcf", Results<FileContentHttpResult, NotFound> (string id, DirectorySnapshot directory, ContactCard cards, HttpRequest request) =>
            directory.Channel(id) is { } channel ? File([channel], id, cards, request) : TypedResults.NotFound())
            .WithMetadata(PublicAnswer.Instance);
        app.MapRead("/us/{state}/{county}/contacts.vcf", Results<FileContentHttpResult, NotFound> (string state, string county, DirectorySnapshot directory, ContactCard cards, HttpRequest request) =>
            directory.Places.State(state) is { } within && directory.Places.County(within, county) is { } place
                ? File(directory.Finder.Find(place).Channels.Select(answered => answered.Channel), $"{county}-{state}".ToLowerInvariant(), cards, request)
                : TypedResults.NotFound())
            .WithMetadata(PublicAnswer.Instance);
        app.MapRead("/world/{country:alpha:length(2)}/contacts.vcf", Results<FileContentHttpResult, NotFound> (string country, DirectorySnapshot directory, ContactCard cards, HttpRequest request) =>
            directory.Places.CountryOf(country) is Country { Code: not "US" } place
                ? File(directory.Finder.Find(place).Channels.Select(answered => answered.Channel), country.ToLowerInvariant(), cards, request)
                : TypedResults.NotFound())
            .WithMetadata(PublicAnswer.Instance);
    }

    private static FileContentHttpResult File(IEnumerable<Channel> channels, string name, ContactCard cards, HttpRequest request) =>
        TypedResults.File(
            Encoding.UTF8.GetBytes(cards.Of(channels.Where(channel => channel.HasContact), PublicAddress.Of(request))),
            "text/vcard; charset=utf-8",
            $"{name}.vcf");
}
