namespace WhereToReport.Web.Links;

/// <summary>The settings under <c>LinkCheck</c>.</summary>
public sealed class LinkCheckOptions
{
    /// <summary>Whether this node takes part; without it, nodes do in production only.</summary>
    public bool? Enabled { get; set; }

    /// <summary>How often a node looks for links that are due, or for the right to check them.</summary>
    public TimeSpan Every { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How often the node that checks makes sure that it still holds that right.</summary>
    public TimeSpan HoldEvery { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How many hosts are asked at the same time.</summary>
    public int AtOnce { get; set; } = 4;

    /// <summary>The rest between two requests to one host.</summary>
    public TimeSpan HostSpacing { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long one request may take.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>For tests only: ask private and loopback addresses, and any port, too.</summary>
    public bool AllowPrivateAddresses { get; set; }
}
