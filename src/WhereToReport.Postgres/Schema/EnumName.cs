using System.Text.Json;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace WhereToReport.Postgres.Schema;

/// <summary>Stores a value of an enumeration by its name as the data files write it: <c>task-force</c>.</summary>
internal sealed class EnumName<T>() : ValueConverter<T, string>(value => Of(value), name => Parse(name))
    where T : struct, Enum
{
    private static readonly Dictionary<T, string> s_names = Enum.GetValues<T>().ToDictionary(value => value, value => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()));
    private static readonly Dictionary<string, T> s_values = s_names.ToDictionary(pair => pair.Value, pair => pair.Key);

    public static string Of(T value) => s_names[value];

    public static T Parse(string name) => s_values[name];

    /// <summary>A check that a column holds one of the names.</summary>
    public static string Check(string column) => $"{column} in ({string.Join(", ", s_names.Values.Select(name => $"'{name}'"))})";
}
