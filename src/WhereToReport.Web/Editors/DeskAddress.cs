namespace WhereToReport.Web.Editors;

/// <summary>Addresses to return to, which come from the address bar and so from anybody.</summary>
internal static class DeskAddress
{
    /// <summary>The address where it is one of the desk, else the desk's first page.</summary>
    public static string Within(string? address) =>
        address is not null && (address == Desk.Path || address.StartsWith(Desk.Path + "/", StringComparison.Ordinal)) && !address.Contains('\\') && !address.Contains("//", StringComparison.Ordinal)
            ? address
            : Desk.Path;
}
