using WhereToReport.Domain.Channels;
using WhereToReport.Domain.Sources;
using WhereToReport.Postgres.Records;

namespace WhereToReport.Web.Editors.Records;

/// <summary>What a kind of record consists of: the fields of its form, of its page, and of its differences.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Name">What one such record is called.</param>
/// <param name="Plural">What several are called.</param>
/// <param name="Fields">In the order in which they are shown.</param>
public sealed record RecordForm(RecordKind Kind, string Name, string Plural, IReadOnlyList<FormField> Fields)
{
    private static readonly TextField s_id = new("id", "Id") { Required = true, OnlyNew = true, Hint = "Lower-case letters, digits and single hyphens. It is part of the address and never changes." };
    private static readonly BilingualField s_why = new("why", "Why", Long: true);

    private static readonly GroupField s_verification = new("verification", "Last check",
    [
        new ChoiceField("method", "How", _ => Option.Of<VerificationMethod>()) { Required = true },
        new TextField("on", "On", TextKind.Date),
        new BilingualField("phoneMenu", "The phone menu says"),
    ])
    { Fixed = true };

    // What every record with a source has at its end.
    private static readonly FormField[] s_sourced =
    [
        new RowsField("sources", "Sources", "source",
        [
            new TextField("url", "Address", TextKind.Url) { Required = true },
            new LinesField("supports", "What it says") { Hint = "One statement a line. Not shown to the public." },
            new TextField("date", "Date of the page") { Hint = "2026, 2026-11 or 2026-11-23." },
            new FlagField("official", "It belongs to the operator or to a government body"),
        ]),
        new GroupField("confidence", "How sure are we?", [Sure("identity", "Who runs it"), Sure("contact", "Contacts"), Sure("coverage", "Area")]),
        new TextField("notes", "Notes and doubts", TextKind.Long) { Hint = "For editors. Never shown to the public." },
        s_verification,
    ];

    private static readonly FlagField s_publish = new("publish", "Show it to the public") { Required = true };

    private static readonly FormField[] s_contact =
    [
        new ChoiceField("channel", "Channel", facts => facts.Channels.Select(channel => new Option(channel.Id, channel.Name.En))),
        new ChoiceField("role", "Or a part that the place fills", facts => facts.Roles.Select(role => new Option(role.Id, role.Name.En))),
        s_why,
    ];

    private static readonly FormField[] s_advice =
    [
        new BilingualField("text", "Advice", Long: true) { Required = true },
        new TextField("country", "Only in the country") { Hint = "Two letters, such as US, where a number or a law makes it fit there only. Empty where it fits everywhere." },
        new LinesField("sources", "Addresses of the pages that say so") { Hint = "One a line." },
    ];

    private static readonly Dictionary<RecordKind, RecordForm> s_all = new RecordForm[]
    {
        new(RecordKind.Channel, "channel", "Channels", ChannelForm.Fields(s_id, [s_publish, .. s_sourced])),
        new(RecordKind.Organization, "organization", "Organizations",
        [
            s_id,
            new BilingualField("name", "Name") { Required = true },
            new TextField("kind", "What it is") { Hint = "In plain words: state police, nonprofit." },
            new TextField("city", "City"),
        ]),
        new(RecordKind.Role, "role", "Roles filled by place",
        [
            s_id,
            new BilingualField("name", "Name") { Required = true },
            new BilingualField("whatFor", "What for", Long: true) { Required = true },
            new BilingualField("notFor", "Not for", Long: true),
            new TextField("website", "Website", TextKind.Url),
            new ChoiceField("fills", "Kind of channel that fills it", _ => Option.Of<ChannelKind>()),
            .. s_sourced,
        ]),
        new(RecordKind.Situation, "situation", "Situations",
        [
            s_id,
            new BilingualField("label", "In a parent's words", Long: true) { Required = true },
            new BilingualField("schoolLabel", "In the words of school staff", Long: true),
            new BilingualField("looksLike", "What it looks like", Long: true) { Required = true },
            new FlagField("danger", "A child may be in danger now: 911 stands first"),
            new RowsField("contacts", "Whom to contact, in order", "contact", s_contact),
            new RowsField("alsoIf", "Also, in special cases", "case", [new BilingualField("when", "When", Long: true) { Required = true }, new RowsField("contacts", "Contacts", "contact", s_contact), s_why with { Required = true }]),
            new RowsField("do", "Do", "advice", s_advice),
            new RowsField("dont", "Do not", "advice", s_advice),
            .. s_sourced,
        ]),
        new(RecordKind.Duty, "duty", "Duties of schools",
        [
            new ChoiceField("state", "State", facts => facts.Gazetteer.States.Select(state => new Option(state.Code, state.Name))) { Required = true, OnlyNew = true },
            new FlagField("universal", "Every adult must report") { Required = true },
            new FlagField("schoolStaff", "School staff must report") { Required = true },
            new BilingualField("oralDeadline", "Report by word of mouth", Long: true),
            new BilingualField("writtenDeadline", "Report in writing", Long: true),
            new BilingualField("reportTo", "Report to", Long: true) { Required = true },
            new TextField("statute", "Law, as it is cited") { Required = true },
            new TextField("statuteUrl", "Address of the law", TextKind.Url),
            .. s_sourced,
        ]),
        new(RecordKind.AwarenessFact, "fact", "Facts and figures",
        [
            s_id,
            new BilingualField("statement", "Statement", Long: true) { Required = true },
            new BilingualField("figure", "Figure"),
            new TextField("year", "Year", TextKind.Number),
            s_publish,
            .. s_sourced,
        ]),
        new(RecordKind.GeneralPlan, "general plan", "General plan", [new RowsField("contacts", "Whom to contact when only the place is known", "contact",
        [
            .. s_contact,
            new FlagField("always", "Stands in every answer"),
            new FlagField("military", "Stands first for a military ZIP code"),
            new FlagField("abroad", "Stands in the answers for other countries too"),
        ])]),
        new(RecordKind.Synonyms, "list of words", "Words people type",
        [
            new ChoiceField("situation", "Situation", facts => facts.Situations.Select(situation => new Option(situation.Id, situation.Label.En))) { Required = true, OnlyNew = true },
            new GroupField("words", "Words and short phrases, in lower case", [new LinesField("en", "English"), new LinesField("es", "Spanish")]) { Required = true },
        ]),
        new(RecordKind.LearnPage, "page", "Pages that explain",
        [
            new TextField("slug", "Slug") { Required = true, OnlyNew = true, Hint = "Its part of the address, the same in both languages." },
            new ChoiceField("language", "Language", _ => [new("en", "English"), new("es", "Spanish")]) { Required = true, OnlyNew = true },
            new TextField("title", "Title") { Required = true },
            new TextField("summary", "Summary", TextKind.Long) { Required = true },
            new TextField("reviewed", "Last read against its sources on", TextKind.Date) { Required = true },
            new RowsField("sources", "Sources", "source", [new TextField("url", "Address", TextKind.Url) { Required = true }, new TextField("title", "Title") { Required = true }]),
            new TextField("markdown", "Text (Markdown)", TextKind.Long) { Required = true },
        ]),
    }.ToDictionary(form => form.Kind);

    public static IReadOnlyCollection<RecordForm> All => s_all.Values;

    public static RecordForm Of(RecordKind kind) => s_all[kind];

    internal static ChoiceField Sure(string name, string label) => new(name, label, _ => Option.Of<Confidence>());
}
