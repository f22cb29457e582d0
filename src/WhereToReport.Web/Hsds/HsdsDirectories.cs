using System.Runtime.CompilerServices;
using WhereToReport.Domain;

namespace WhereToReport.Web.Hsds;

/// <summary>Makes the HSDS view of a snapshot when it is first asked for, and lets it go together with the snapshot.</summary>
public sealed class HsdsDirectories
{
    private readonly ConditionalWeakTable<DirectorySnapshot, HsdsDirectory> _views = [];

    internal HsdsDirectory Of(DirectorySnapshot directory) => _views.GetValue(directory, snapshot => new(snapshot));
}
