using OpenTelemetry;
using OpenTelemetry.Logs;

namespace WhereToReport.Web.Telemetry;

/// <summary>Says of an exception its kind and its place. Its message may quote what a visitor typed.</summary>
internal sealed class PlainLogs : BaseProcessor<LogRecord>
{
    public override void OnEnd(LogRecord record)
    {
        if (record.Exception is not { } exception)
            return;
        record.Attributes = [.. record.Attributes ?? [], new("exception.type", exception.GetType().FullName), new("exception.stacktrace", Trace(exception))];
        record.Exception = null;
    }

    private static string Trace(Exception exception) =>
        string.Join("\n", Faults.Of(exception).Select(fault => $"{fault.Type}\n{string.Join('\n', fault.At)}"));
}
