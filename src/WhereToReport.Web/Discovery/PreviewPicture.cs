using WhereToReport.Domain;
using WhereToReport.Domain.Places;

namespace WhereToReport.Web.Discovery;

/// <summary>
/// The pictures that other sites show beside a link (Open Graph): one of the site and one of each state, in each language.
/// They are drawn before the site is built and served as files.
/// </summary>
public static class PreviewPicture
{
    /// <summary>The picture of the site as a whole.</summary>
    public const string Site = "site";

    /// <summary>The name of the picture for a place: its state's, else the site's.</summary>
    public static string Of(Place place) => place switch
    {
        State state => state.Code.ToLowerInvariant(),
        County county => county.State.ToLowerInvariant(),
        _ => Site,
    };

    /// <summary>The address of a picture on this site: 1200 by 630 pixels, PNG.</summary>
    public static string Path(string name, Language language) => $"/pictures/{language.Code()}/{name}.png";
}
