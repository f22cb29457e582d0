using System.Globalization;
using Microsoft.Extensions.Localization;
using WhereToReport.Domain;
using WhereToReport.Domain.Places;
using WhereToReport.Web.Answering;
using WhereToReport.Web.Speaking;

namespace WhereToReport.Web.Embedding;

/// <summary>Names an embedded page in its own language, which need not be the language of the page that asks for the name.</summary>
public sealed class EmbedTitle(DirectorySnapshot directory, IStringLocalizer<SiteText> text)
{
    public string Of(Place place, Language language)
    {
        var around = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language.Code());
        try
        {
            return text["Where to report in {0}", new PlaceWords(directory, new PageLanguage(language, "/", ""), text).Full(place)];
        }
        finally
        {
            CultureInfo.CurrentUICulture = around;
        }
    }
}
