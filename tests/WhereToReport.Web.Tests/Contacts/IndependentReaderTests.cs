using System.Diagnostics;
using System.Text.Json;
using WhereToReport.Testing;

namespace WhereToReport.Web.Tests.Contacts;

public class IndependentReaderTests(FilledSite filled)
{
    [Fact]
    public async Task A_parser_that_is_not_ours_reads_every_card()
    {
        var site = await filled.Site();
        var channels = RealDirectory.Snapshot.Channels.Where(channel => channel.HasContact).ToArray();
        var text = "";
        foreach (var channel in channels)
            text += await site.Http.GetStringAsync($"/channels/{channel.Id}.vcf");

        var cards = JsonDocument.Parse(await Parse(text)).RootElement.EnumerateArray()
            .Select(card => card.EnumerateArray().ToLookup(property => property[0].GetString()!, property => property[3].ToString())).ToArray();
        Assert.Equal(channels.Select(channel => channel.Name.En), cards.Select(card => Assert.Single(card["fn"])));
        foreach (var (channel, card) in channels.Zip(cards))
        {
            Assert.Equal("4.0", Assert.Single(card["version"]));
            Assert.Superset(
                channel.Phones.Select(phone => phone.Number.TrimStart('+')).ToHashSet(),
                card["tel"].Select(number => number.Replace("tel:", "").Split(';')[0].TrimStart('+')).ToHashSet());
            Assert.EndsWith($"/channels/{channel.Id}", Assert.Single(card["source"]));
        }
    }

    private static async Task<string> Parse(string cards)
    {
        var folder = Path.Combine(Repository.Root, "tests", "vcards");
        try
        {
            if (!Directory.Exists(Path.Combine(folder, "node_modules")))
                await Run("npm", folder, "", "ci");
            return await Run("node", folder, cards, "read.js");
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            Assert.Skip($"The other parser needs Node.js: {missing.Message}");
            throw;
        }
    }

    private static async Task<string> Run(string program, string folder, string input, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEndAsync();
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        Assert.Equal((program, 0), (program, process.ExitCode));
        return await output;
    }
}
