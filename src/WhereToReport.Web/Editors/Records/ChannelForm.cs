using WhereToReport.Domain.Channels;

namespace WhereToReport.Web.Editors.Records;

/// <summary>The fields of a channel.</summary>
internal static class ChannelForm
{
    public static IReadOnlyList<FormField> Fields(FormField id, IEnumerable<FormField> end) =>
    [
        id,
        new ChoiceField("kind", "Kind", _ => Option.Of<ChannelKind>()) { Required = true },
        new BilingualField("name", "Name") { Required = true, Hint = "Spanish only where there is an official Spanish name." },
        new ChoiceField("operator", "Run by", facts => facts.Organizations.Select(one => new Option(one.Id, one.Name.En))),
        new RowsField("phones", "Phone numbers", "number", s_phone),
        new GroupField("text", "Text line", [new TextField("to", "Number to write to"), new TextField("body", "Word to send")]),
        new TextField("chatUrl", "Chat", TextKind.Url),
        new TextField("reportUrl", "Online form", TextKind.Url),
        new BilingualField("reportUrlFor", "Who may use the form, or for what"),
        new ChoiceField("reportUrlRestrictedTo", "The form is only for", _ => Option.Of<FormRestriction>()),
        new TextField("website", "Website", TextKind.Url),
        new TextField("email", "E-mail address", TextKind.Email),
        new BilingualField("hours", "Hours"),
        new LinesField("languages", "Languages it answers in") { Hint = "Codes such as en and es, one a line." },
        new BilingualField("languagesNote", "About languages"),
        new YesNoField("anonymous", "Can a person stay anonymous?"),
        new FlagField("takesReports", "It takes reports") { Required = true, Hint = "If not, it only gives support." },
        new FlagField("localOnly", "Reports go to county offices; there is no statewide number"),
        new YesNoField("inhopeMember", "Member of INHOPE?"),
        new BilingualField("whatFor", "What for", Long: true),
        new BilingualField("notFor", "Not for", Long: true),
        new ManyField("audience", "Whom it serves", _ => Option.Of<Audience>()),
        new ManyField("situations", "Situations it is for", facts => facts.Situations.Select(one => new Option(one.Id, one.Label.En))),
        new RowsField("coverage", "Area it covers", "area", s_area),
        .. end,
    ];

    private static readonly FormField[] s_phone =
    [
        new TextField("number", "Number", TextKind.Phone) { Required = true, Hint = "As people write it. 911 and other short numbers stay as they are." },
        new TextField("extension", "Extension"),
        new BilingualField("label", "Label"),
        new ChoiceField("line", "Whose line it is", _ => Option.Of<PhoneLine>()) { Required = true },
        RecordForm.Sure("confidence", "How sure are we?"),
        new FlagField("tty", "Text telephone (TTY)"),
        new FlagField("tollFree", "Toll-free"),
        new FlagField("inStateOnly", "Works only inside the state"),
    ];

    private static readonly FormField[] s_area =
    [
        new FlagField("world", "The whole world"),
        new TextField("country", "Country") { Hint = "Two letters, such as US." },
        new ChoiceField("state", "State", facts => facts.Gazetteer.States.Select(state => new Option(state.Code, state.Name))),
        new ChoiceField("restOfState", "All counties that no other channel of the kind names, in", facts => facts.Gazetteer.States.Select(state => new Option(state.Code, state.Name))),
        new LinesField("counties", "Counties", AreCounties: true) { Hint = "FIPS codes, one a line. The names are only shown." },
        new ChoiceField("basis", "How we know", _ => Option.Of<CoverageBasis>()) { Required = true },
    ];
}
