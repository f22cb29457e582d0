using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;
using WhereToReport.Web.Api;
using WhereToReport.Web.Telemetry;

namespace WhereToReport.Web.Serving.Keeping;

/// <summary>
/// Answers with what was answered before, ahead of everything else. What may be kept is decided by <see cref="Freshness"/>:
/// an answer that carries the current edition's tag is the same for everybody. The address must be one of the directory's
/// own too (<see cref="KeptAddress"/>).
/// </summary>
public static class AnswerKeeping
{
    public static void AddAnswerKeeping(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<KeptAnswers>();
        builder.Services.AddSingleton(_ => new Origins(PublicAddress.IsSet(builder.Configuration)));
    }

    public static void UseAnswerKeeping(this WebApplication app)
    {
        var keeper = new AnswerKeeper(
            app.Services.GetRequiredService<KeptAnswers>(), app.Services.GetRequiredService<CurrentDirectory>(),
            app.Services.GetRequiredService<Origins>(), app.Services.GetRequiredService<ApiLimit>(), app.Services.GetRequiredService<DirectoryMeter>());
        app.Use(next => context => keeper.Answer(context, next));
    }
}

internal sealed class AnswerKeeper(KeptAnswers answers, CurrentDirectory current, Origins origins, ApiLimit limit, DirectoryMeter meter)
{
    public Task Answer(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        var isGet = HttpMethods.IsGet(request.Method);
        if (!current.IsThere.IsCompleted || !isGet && !HttpMethods.IsHead(request.Method))
            return next(context);
        if (!StringValues.IsNullOrEmpty(request.Headers.IfNoneMatch))
            return next(context); // whoever has the answer already is told so without one

        Span<char> address = stackalloc char[KeptAddress.Longest + 2];
        if (ContentCodings.Smallest(request.Headers.AcceptEncoding) is not { } coding
            || origins.NumberOf(request) is not { } origin
            || KeptAddress.Write(request, current.Snapshot, address[2..]) is not (> 0 and var length))
            return next(context);

        address[0] = (char)('0' + origin);
        address[1] = (char)('0' + (int)coding);
        address = address[..(length + 2)];
        if (answers.Shelf is { } shelf && shelf.TryFind(address, out var kept))
        {
            if (!limit.Take(context))
                return next(context); // to be refused
            if (kept.Kind.Counted is { } counted)
                meter.Count(counted);
            return shelf.Send(kept, context);
        }
        return isGet ? MakeAndKeep(address.ToString(), coding, context, next) : next(context);
    }

    // The answer is made in memory, as pages are anyway, and sent when it is whole. An exception passes: nothing was sent yet.
    private async Task MakeAndKeep(string address, ContentCoding coding, HttpContext context, RequestDelegate next)
    {
        var edition = current.Edition;
        var client = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        using var whole = new MemoryStream();
        var body = new StreamResponseBodyFeature(whole, client);
        context.Features.Set<IHttpResponseBodyFeature>(body);
        try
        {
            await next(context);
            await body.CompleteAsync(); // what was written to the pipe reaches the stream only now
        }
        finally
        {
            context.Features.Set(client);
        }
        await Send(context.Response, whole.GetBuffer().AsMemory(0, (int)whole.Length));
        var (response, headers) = (context.Response, context.Response.Headers);

        // In the coding that it is looked for in: whoever reads no other one would be sent what he cannot read.
        if (response.StatusCode == StatusCodes.Status200OK && headers.ETag == edition.Tag && headers.ContentEncoding == coding.Name())
            answers.Keep(address, edition, context, whole.GetBuffer().AsSpan(0, (int)whole.Length));
    }

    // Starting the answer adds the headers of everything behind this: only then are they all there to be kept.
    private static async Task Send(HttpResponse response, ReadOnlyMemory<byte> body)
    {
        if (!response.HasStarted && !body.IsEmpty)
            response.ContentLength = body.Length;
        await response.StartAsync();
        await response.Body.WriteAsync(body);
    }
}
