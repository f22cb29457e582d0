using System.Buffers;
using System.IO.Pipelines;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using WhereToReport.Web.Serving.Keeping;

namespace WhereToReport.Web.Tests.Serving.Keeping;

public class AnswerFileTests
{
    private const int MB = 1024 * 1024;

    private readonly AnswerFile _file = new(Path.GetTempPath(), 4 * MB);

    [Theory]
    [InlineData(1)]
    [InlineData(64 * 1024)]
    [InlineData(64 * 1024 + 1)]
    [InlineData(MB)]
    public async Task A_body_of_any_length_comes_back_whole_however_slowly_it_is_read(int length)
    {
        _file.Append(new byte[100]);
        var body = new byte[length];
        Random.Shared.NextBytes(body);
        var begin = _file.Append(body)!.Value;
        var pipe = new Pipe();

        var sending = Task.Run(async () =>
        {
            await _file.Send(begin, length, pipe.Writer);
            await pipe.Writer.CompleteAsync();
        });
        using var read = new MemoryStream();
        while (await pipe.Reader.ReadAsync() is var result && !(result.IsCompleted && result.Buffer.IsEmpty))
        {
            var part = result.Buffer.Slice(0, Math.Min(4096, result.Buffer.Length));
            read.Write(part.ToArray());
            pipe.Reader.AdvanceTo(part.End);
        }

        await sending.WaitAsync(TimeSpan.FromSeconds(10));
        Assert.Equal(body, read.ToArray());
    }

    // Behind a flush Kestrel sends nothing by itself, and a connection that stays open shows it: large answers once hung this way.
    [Theory]
    [InlineData(1)]
    [InlineData(64 * 1024)]
    [InlineData(200_000)]
    public async Task The_server_sends_it_to_its_end_though_the_connection_stays_open(int length)
    {
        var body = new byte[length];
        Random.Shared.NextBytes(body);
        var begin = _file.Append(body)!.Value;
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        await using var server = builder.Build();
        server.Run(async context =>
        {
            context.Response.ContentLength = length;
            await context.Response.StartAsync();
            await _file.Send(begin, length, context.Response.BodyWriter);
        });
        await server.StartAsync();

        using var client = new HttpClient { BaseAddress = new(server.Urls.Single()), Timeout = TimeSpan.FromSeconds(20) };
        for (var i = 0; i < 3; i++)
            Assert.Equal(body, await client.GetByteArrayAsync("/"));
    }

    [Fact]
    public async Task A_reader_that_goes_away_is_not_waited_for()
    {
        var begin = _file.Append(new byte[MB])!.Value;
        var pipe = new Pipe();
        var sending = _file.Send(begin, MB, pipe.Writer);
        Assert.False(sending.IsCompleted);
        await pipe.Reader.CompleteAsync();
        await sending.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void A_full_file_takes_no_more()
    {
        for (var i = 0; i < 4; i++)
            Assert.NotNull(_file.Append(new byte[MB]));
        Assert.Null(_file.Append(new byte[1]));
    }

    [Fact]
    public void Its_name_is_gone_at_once() => Assert.Empty(Directory.GetFiles(Folder("one"), "answers-*"));

    private static string Folder(string name)
    {
        var folder = Directory.CreateTempSubdirectory(name).FullName;
        _ = new AnswerFile(folder, MB);
        return folder;
    }
}
