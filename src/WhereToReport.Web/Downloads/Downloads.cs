using Microsoft.AspNetCore.Http.HttpResults;
using WhereToReport.Domain;
using WhereToReport.Web.Serving;

namespace WhereToReport.Web.Downloads;

public static class Downloads
{
    /// <summary>The name of the list of checksums, as <c>sha256sum --check</c> reads it.</summary>
    public const string Checksums = "SHA256SUMS";

    public static void AddDownloads(this WebApplicationBuilder builder) => builder.Services.AddSingleton<DirectoryDownloads>();

    public static void MapDownloads(this WebApplication app)
    {
        var data = app.MapGroup("/data").WithMetadata(PublicAnswer.Instance);
        data.MapRead("/" + Checksums, async (DirectorySnapshot directory, DirectoryDownloads downloads) =>
            TypedResults.Text(string.Concat((await downloads.Of(directory)).Select(file => $"{file.Checksum}  {file.Name}\n"))));
        foreach (var name in DirectoryDownloads.Names)
            data.MapRead("/" + name, async (DirectorySnapshot directory, DirectoryDownloads downloads) => File((await downloads.Of(directory)).Single(file => file.Name == name)));
    }

    private static FileContentHttpResult File(Download file) => TypedResults.File(file.Content, file.MediaType, file.Name);
}
