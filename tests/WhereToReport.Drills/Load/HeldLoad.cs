using System.Diagnostics;
using System.Globalization;

namespace WhereToReport.Drills.Load;

/// <summary>What a load came to: requests and seconds, answers that were no 200, wrong ones, and requests without any answer.</summary>
internal sealed record Held(int Requests, double Seconds, int Failed, int Wrong, int Lost, double P99Milliseconds)
{
    public double PerSecond => Requests / Seconds;
}

/// <summary>As many questions as the site answers, asked by wrk, with every answer checked by its content.</summary>
internal sealed class HeldLoad : IDisposable
{
    private const int Longest = 3600;

    private readonly Process _wrk;
    private readonly string _questions;

    private HeldLoad(Process wrk, string questions) => (_wrk, _questions) = (wrk, questions);

    public static HeldLoad Start(Uri site, int connections = 16)
    {
        var questions = Path.GetTempFileName();
        File.WriteAllLines(questions, Question.All.Select(question => $"{question.Address} {question.Counties} {question.Channels}"));
        var script = Path.Combine(AppContext.BaseDirectory, "Load", "answers.lua");
        var wrk = new ProcessStartInfo("wrk", ["-t1", $"-c{connections}", $"-d{Longest}s", "--timeout", "5s", "-s", script, site.ToString()])
        {
            RedirectStandardOutput = true,
            Environment = { ["DRILL_QUESTIONS"] = questions },
        };
        return new(Process.Start(wrk)!, questions);
    }

    /// <summary>Ends the load and tells what it came to.</summary>
    public async Task<Held> End()
    {
        using (var interrupt = Process.Start("kill", ["-INT", $"{_wrk.Id}"]))
            await interrupt.WaitForExitAsync();
        var output = await _wrk.StandardOutput.ReadToEndAsync();
        var measured = output.Split('\n').SingleOrDefault(line => line.StartsWith("measured ", StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"wrk said nothing of what it measured:\n{output}");
        var numbers = measured.Split(' ').Skip(1).Select(number => int.Parse(number, CultureInfo.InvariantCulture)).ToArray();
        return new(numbers[0], numbers[1] / 1000.0, numbers[2], numbers[3], numbers[4], numbers[5] / 1000.0);
    }

    public void Dispose()
    {
        if (!_wrk.HasExited)
            _wrk.Kill();
        _wrk.Dispose();
        File.Delete(_questions);
    }
}
