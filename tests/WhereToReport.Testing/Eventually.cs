using System.Runtime.CompilerServices;

namespace WhereToReport.Testing;

/// <summary>Waits for what happens by itself.</summary>
public static class Eventually
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_betweenLooks = TimeSpan.FromMilliseconds(100);

    /// <summary>Returns once it has happened.</summary>
    /// <param name="happened">Whether it has.</param>
    /// <param name="within">How long it may take: half a minute where nothing is said.</param>
    /// <param name="otherwise">What to say where it does not happen.</param>
    /// <param name="what">How the caller writes <paramref name="happened"/>.</param>
    /// <exception cref="TimeoutException">It did not happen in time.</exception>
    public static async Task Happens(
        Func<Task<bool>> happened, TimeSpan? within = null, Func<string>? otherwise = null, [CallerArgumentExpression(nameof(happened))] string what = "")
    {
        var patience = within ?? s_patience;
        for (var deadline = DateTime.UtcNow + patience; !await happened(); await Task.Delay(s_betweenLooks))
        {
            if (DateTime.UtcNow > deadline)
                throw new TimeoutException($"It did not happen within {patience.TotalSeconds} s: {otherwise?.Invoke() ?? what}");
        }
    }

    /// <inheritdoc cref="Happens(Func{Task{bool}}, TimeSpan?, Func{string}?, string)"/>
    public static Task Happens(Func<bool> happened, TimeSpan? within = null, Func<string>? otherwise = null, [CallerArgumentExpression(nameof(happened))] string what = "") =>
        Happens(() => Task.FromResult(happened()), within, otherwise, what);
}
