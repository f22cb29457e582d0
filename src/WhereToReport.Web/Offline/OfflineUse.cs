namespace WhereToReport.Web.Offline;

/// <summary>What makes the site work without a connection: the service worker, and the manifest by which it can be installed.</summary>
public static class OfflineUse
{
    public static void MapOffline(this WebApplication app)
    {
        app.MapServiceWorker();
        app.MapWebManifest();
    }
}
