using System.Security.Cryptography;
using System.Text.Json;
using WhereToReport.Domain;
using WhereToReport.Postgres.Files.Tables;
using WhereToReport.Testing;
using WhereToReport.Web.Tests.Pages;

namespace WhereToReport.Web.Tests.Downloads;

public class DownloadTests(FilledSite filled)
{
    [Fact]
    public async Task Every_checksum_on_the_page_and_in_the_list_is_that_of_the_file()
    {
        var http = (await filled.Site()).Http;
        var page = (await filled.Page("/data")).Text("main");
        var list = (await http.GetStringAsync("/data/SHA256SUMS")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["directory.json", "directory-csv.zip", "hsds.zip"], list.Select(line => line.Split("  ")[1]));
        foreach (var line in list)
        {
            var (checksum, name) = (line.Split("  ")[0], line.Split("  ")[1]);
            Assert.Equal(checksum, Convert.ToHexStringLower(SHA256.HashData(await http.GetByteArrayAsync("/data/" + name))));
            Assert.Contains(checksum, page);
        }
    }

    [Fact]
    public async Task The_JSON_file_holds_every_published_channel_and_names_its_licence()
    {
        using var json = JsonDocument.Parse(await (await filled.Site()).Http.GetByteArrayAsync("/data/directory.json"));
        Assert.Equal(
            RealDirectory.Facts.Channels.Where(channel => channel.Publish).Select(channel => channel.Id),
            json.RootElement.GetProperty("channels").EnumerateArray().Select(channel => channel.GetProperty("id").GetString()));
        Assert.Contains("CC0", json.RootElement.GetProperty("licence").GetString());
        Assert.True(json.RootElement.GetProperty("revision").GetInt64() > 0);
    }

    [Fact]
    public async Task The_CSV_file_reads_back_to_the_same_channels()
    {
        using var file = new MemoryStream(await (await filled.Site()).Http.GetByteArrayAsync("/data/directory-csv.zip"));
        var read = DirectoryTables.Read(file);
        Assert.Equal(RealDirectory.Facts.ForPublic().Channels.Select(channel => channel.Id), read.Channels.Select(channel => channel.Id));
        Assert.Equal(
            RealDirectory.Facts.ForPublic().Channels.SelectMany(channel => channel.Phones),
            read.Channels.SelectMany(channel => channel.Phones));
    }
}
