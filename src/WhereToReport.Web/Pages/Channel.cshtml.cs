using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using WhereToReport.Domain;
using WhereToReport.Domain.Channels;
using WhereToReport.Web.Answering;

namespace WhereToReport.Web.Pages;

/// <summary>Everything the directory knows about one channel, with the sources.</summary>
public sealed class ChannelModel(DirectorySnapshot directory) : PageModel
{
    public AnswerCard Card { get; private set; } = null!;

    public Channel Channel => Card.Channel!;

    public IActionResult OnGet(string id)
    {
        if (directory.Channel(id) is not { } channel)
            return NotFound();
        Card = new(new(channel, directory.OperatorOf(channel), channel.WhatFor, CoverageBasis.Stated), null, channel.WhatFor);
        return Page();
    }
}
