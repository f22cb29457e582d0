using System.Text.Json;
using WhereToReport.Domain;

namespace WhereToReport.Web.Editors.Records;

/// <summary>A field of a record as editors see it. The name is that of the data files.</summary>
/// <param name="Name">The field's name in the record's JSON.</param>
/// <param name="Label">What the desk calls it.</param>
public abstract record FormField(string Name, string Label)
{
    /// <summary>A sentence under the label.</summary>
    public string? Hint { get; init; }

    /// <summary>True where a record cannot be without it.</summary>
    public bool Required { get; init; }

    /// <summary>True for what makes a record the one it is: it can be typed only while the record is new.</summary>
    public bool OnlyNew { get; init; }

    /// <summary>True for what is shown but not changed in the form.</summary>
    public bool Fixed { get; init; }
}

/// <summary>How a text is typed.</summary>
public enum TextKind
{
    Line,
    Long,
    Url,
    Email,

    /// <summary>A telephone number as people write it; kept in E.164.</summary>
    Phone,

    /// <summary>A whole number.</summary>
    Number,
    Date,
}

public sealed record TextField(string Name, string Label, TextKind Kind = TextKind.Line) : FormField(Name, Label);

/// <summary>A text in English and in Spanish.</summary>
public sealed record BilingualField(string Name, string Label, bool Long = false) : FormField(Name, Label);

/// <summary>One of several values, or none where the field is not required.</summary>
public sealed record ChoiceField(string Name, string Label, Func<DirectoryFacts, IEnumerable<Option>> Options) : FormField(Name, Label);

/// <summary>Any number of several values.</summary>
public sealed record ManyField(string Name, string Label, Func<DirectoryFacts, IEnumerable<Option>> Options) : FormField(Name, Label);

public sealed record FlagField(string Name, string Label) : FormField(Name, Label);

/// <summary>Yes, no, or unknown.</summary>
public sealed record YesNoField(string Name, string Label) : FormField(Name, Label);

/// <summary>Texts, one a line; where they <c>AreCounties</c>, FIPS codes, beside which the name of the county may stand.</summary>
public sealed record LinesField(string Name, string Label, bool AreCounties = false) : FormField(Name, Label);

/// <summary>A list of things that have fields of their own; one of them is called <c>RowName</c>.</summary>
public sealed record RowsField(string Name, string Label, string RowName, IReadOnlyList<FormField> Fields) : FormField(Name, Label);

/// <summary>A thing that has fields of its own.</summary>
public sealed record GroupField(string Name, string Label, IReadOnlyList<FormField> Fields) : FormField(Name, Label);

/// <summary>A value that can be chosen.</summary>
public sealed record Option(string Value, string Label)
{
    /// <summary>The values of an enumeration, by the names of the data files.</summary>
    public static IReadOnlyList<Option> Of<T>()
        where T : struct, Enum =>
        [.. Enum.GetNames<T>().Select(name => JsonNamingPolicy.KebabCaseLower.ConvertName(name)).Select(name => new Option(name, Words(name)))];

    private static string Words(string name) => char.ToUpperInvariant(name[0]) + name[1..].Replace('-', ' ');
}
