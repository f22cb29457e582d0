using System.Reflection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace WhereToReport.Web.Serving;

/// <summary>How what was sent becomes the arguments of a page.</summary>
internal static class PageArguments
{
    public static void Read(MvcOptions options)
    {
        // They read names as jQuery writes them, and throw at names that nobody writes ("a[").
        options.ValueProviderFactories.RemoveType<JQueryFormValueProviderFactory>();
        options.ValueProviderFactories.RemoveType<JQueryQueryStringValueProviderFactory>();
        options.ModelMetadataDetailsProviders.Add(new BlankIsText());
        options.Filters.Add(new PlainCharacters());
        options.Filters.Add(new KnownHandlers());
    }

    /// <summary>A blank text stays what it is where there must be a text; usually it becomes null, whatever the code says.</summary>
    private sealed class BlankIsText : IDisplayMetadataProvider
    {
        public void CreateDisplayMetadata(DisplayMetadataProviderContext context)
        {
            var nullability = context.Key switch
            {
                { ParameterInfo: { } parameter } => new NullabilityInfoContext().Create(parameter).WriteState,
                { PropertyInfo: { } property } => new NullabilityInfoContext().Create(property).WriteState,
                _ => NullabilityState.Unknown,
            };
            if (context.Key.ModelType == typeof(string) && nullability == NullabilityState.NotNull)
                context.DisplayMetadata.ConvertEmptyStringToNull = false;
        }
    }
}
