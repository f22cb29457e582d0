using System.Runtime.InteropServices;

namespace WhereToReport.Web.Serving;

/// <summary>
/// The memory that the compressors take from the C library. GNU's would keep some 80 MB of it for the next time, in one heap for
/// every thread; with these limits it goes back to the system at once (<c>man 3 mallopt</c>). Other C libraries do so by themselves.
/// </summary>
internal static class NativeMemory
{
    private const int TrimThreshold = -1;
    private const int MapThreshold = -3;
    private const int MostHeaps = -8;

    /// <summary>In bytes. What is bigger, as the window of a compressor is, is mapped by itself; a heap keeps no more than this free.</summary>
    private const int Big = 128 * 1024;

    public static void GiveBackAtOnce()
    {
        if (!OperatingSystem.IsLinux())
            return;
        try
        {
            foreach (var (limit, value) in new[] { (MapThreshold, Big), (TrimThreshold, Big), (MostHeaps, 2) })
                _ = mallopt(limit, value);
        }
        catch (TypeLoadException)
        {
            // A C library of another name or without such limits.
        }
    }

    [DllImport("libc")]
    private static extern int mallopt(int limit, int value);
}
