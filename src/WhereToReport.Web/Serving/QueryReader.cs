using System.Globalization;
using System.Text.Json;

namespace WhereToReport.Web.Serving;

/// <summary>Reads query parameters one by one and keeps the first thing that is wrong with them, as a sentence to act on.</summary>
internal sealed class QueryReader(IQueryCollection parameters)
{
    private const int LongestText = 200;

    /// <summary>The first thing wrong; null where all is well.</summary>
    public string? Problem { get; private set; }

    /// <summary>The parameter that it is wrong with; null where it is several.</summary>
    public string? Parameter { get; private set; }

    /// <summary>Notes that something is wrong; only the first note counts.</summary>
    public void Refuse(string problem, string? parameter = null)
    {
        if (Problem is null)
            (Problem, Parameter) = (problem, parameter);
    }

    /// <summary>The value of a parameter; null where it is absent or empty.</summary>
    public string? Text(string name)
    {
        var values = parameters[name];
        if (values.Count > 1)
            Refuse($"{name} stands there {values.Count} times. Give it once.", name);
        var text = values.Count == 0 || string.IsNullOrWhiteSpace(values[0]) ? null : values[0]!.Trim();
        if (text?.Length > LongestText)
            Refuse($"{name} is longer than {LongestText} characters.", name);
        return text;
    }

    public Guid? Uuid(string name) => Read(name, text => Guid.TryParseExact(text, "D", out var id) ? id : null, (Guid?)null,
        "is not a UUID, such as 2ed6657d-e927-568b-95e1-2665a8aea6a2");

    public int? Number(string name, int most) => Read(name,
        text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most ? number : null,
        (int?)null,
        most == int.MaxValue ? "is not a number from 1 up" : $"is not a number from 1 to {most}");

    public bool Flag(string name) => Read(name, text => bool.TryParse(text, out var flag) ? flag : null, (bool?)false, "is not true or false")!.Value;

    /// <summary>A number from 1 up, however big.</summary>
    public long? LongNumber(string name) => Read(name,
        text => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 ? number : null,
        (long?)null,
        "is not a number from 1 up");

    /// <summary>A date, or a date and time; UTC unless it says otherwise.</summary>
    public DateTimeOffset? Instant(string name) => Read(name,
        text => IsInstant(text, out var instant) ? instant : null,
        (DateTimeOffset?)null,
        "is not a date such as 2026-11-23, or a date and time such as 2026-11-23T08:00:00Z");

    /// <summary>One of the names of an enumeration, in kebab case; capitals do not matter.</summary>
    public T OneOf<T>(string name, T usual)
        where T : struct, Enum => OneOf<T>(name) ?? usual;

    /// <inheritdoc cref="OneOf{T}(string, T)"/>
    public T? OneOf<T>(string name)
        where T : struct, Enum => Read(name, text => ByName<T>.Values.TryGetValue(text, out var value) ? value : null, (T?)null, $"is not one of {string.Join(", ", NamesOf<T>())}");

    /// <summary>True for a date, or a date and time.</summary>
    public static bool IsInstant(string text, out DateTimeOffset instant) =>
        DateTimeOffset.TryParseExact(text, s_instants, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out instant);

    /// <summary>The names of an enumeration as they stand in addresses.</summary>
    public static IEnumerable<string> NamesOf<T>()
        where T : struct, Enum => ByName<T>.Values.Keys;

    private static readonly string[] s_instants =
    [
        "yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
    ];

    private T? Read<T>(string name, Func<string, T?> parse, T? usual, string wrong)
        where T : struct
    {
        if (Text(name) is not { } text)
            return usual;
        if (parse(text) is { } value)
            return value;
        Refuse($"{name} {wrong}.", name);
        return usual;
    }

    private static class ByName<T>
        where T : struct, Enum
    {
        public static readonly OrderedDictionary<string, T> Values = new(
            Enum.GetValues<T>().Select(value => KeyValuePair.Create(JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()), value)),
            StringComparer.OrdinalIgnoreCase);
    }
}
