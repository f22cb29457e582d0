namespace WhereToReport.Web.Serving;

/// <summary>The settings under <c>Directory</c>.</summary>
public sealed class DirectoryOptions
{
    /// <summary>The data folder that came with the program; relative paths start at the program's folder.</summary>
    public string BundledData { get; set; } = "data";

    /// <summary>The file that keeps the newest snapshot; relative paths start at the working folder.</summary>
    public string SnapshotFile { get; set; } = "directory-snapshot.json";

    /// <summary>How often a node asks whether there is a new revision.</summary>
    public TimeSpan RefreshEvery { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>How much room finished answers may take on disk, in the folder of <see cref="SnapshotFile"/>; 0 keeps none.</summary>
    public int KeptAnswersMegabytes { get; set; } = 1024;
}
