namespace WhereToReport.Postgres.Files.Tables;

/// <summary>Says what each column of each table means, for people who use the tables without having seen the project.</summary>
internal static class DataDictionary
{
    public const string File = "data-dictionary.csv";

    private static readonly Dictionary<string, string> s_meanings = new()
    {
        ["abroad"] = "true where the contact stands in the answers for other countries too, for what has to do with the USA",
        ["also_if"] = "place of the special case in the situation's list, from 1",
        ["always"] = "true where the contact stands in the answer to every situation too",
        ["anonymous"] = "whether a report without a name is taken; empty where no source says so",
        ["audience"] = "whom the channel serves: anyone, parent, school-staff, young-person",
        ["basis"] = "how the coverage is known: stated (a source says so), inferred (by exclusion), possible (one of several that could cover it)",
        ["channel"] = "id of a channel",
        ["chat_url"] = "address of an online chat",
        ["city"] = "city of the organization",
        ["confidence"] = "how sure an editor is: high, medium, low",
        ["confidence_contact"] = "how sure an editor is of the contacts: high, medium, low",
        ["confidence_coverage"] = "how sure an editor is of the coverage: high, medium, low",
        ["confidence_identity"] = "how sure an editor is of who runs the channel: high, medium, low",
        ["contacts"] = "place of the contact in the plan, from 1: the order in which to contact",
        ["counties"] = "five-digit FIPS codes of counties",
        ["country"] = "ISO 3166-1 alpha-2 code of a country",
        ["coverage"] = "place of the rule in the channel's list, from 1",
        ["danger"] = "true where a child may be in danger now: 911 stands first",
        ["date"] = "the source's own date: YYYY, YYYY-MM or YYYY-MM-DD",
        ["do"] = "place of the advice in the list, from 1",
        ["dont"] = "place of the advice in the list, from 1",
        ["email"] = "e-mail address",
        ["extension"] = "extension to dial",
        ["fact"] = "id of an awareness fact",
        ["figure"] = "the figure alone",
        ["fills"] = "kind of channel that fills the role at a place; empty where the directory holds none",
        ["hours"] = "hours, in words",
        ["id"] = "id, which never changes: lower-case letters, digits and hyphens",
        ["in_state_only"] = "true where the number works only inside its state",
        ["inhope_member"] = "whether it is a member of INHOPE, the network of content hotlines",
        ["kind"] = "kind of channel or of organization",
        ["label"] = "what the number is for, or the situation in a parent's words",
        ["language"] = "ISO 639-1 code",
        ["languages"] = "ISO 639-1 codes of the languages it is known to answer in",
        ["languages_note"] = "about its languages, in words",
        ["line"] = "whose line it is: own, task-force, host-agency (a general line of the agency that hosts the task force)",
        ["local_only"] = "true where reports go to county offices and there is no statewide number",
        ["looks_like"] = "what the situation looks like, in plain words",
        ["markdown"] = "the text, as Markdown",
        ["military"] = "true where the contact stands first for a military ZIP code",
        ["name"] = "name",
        ["not_for"] = "what it is not for",
        ["notes"] = "notes of editors; always empty outside the editors' own files",
        ["number"] = "E.164, or digits only for a number dialled as printed inside its country",
        ["official"] = "true where the page belongs to the operator or to a government body",
        ["operator"] = "id of the organization that runs it; empty where no source names it",
        ["oral_deadline"] = "how soon to report by voice",
        ["organization"] = "id of an organization",
        ["page"] = "name and language of a page",
        ["phones"] = "place of the number in the channel's list, from 1: the order in which to try them",
        ["publish"] = "true for what the public may see",
        ["report_to"] = "to whom to report",
        ["report_url"] = "address of an online form for reports",
        ["report_url_for"] = "who may use the form, or for what",
        ["report_url_restricted_to"] = "mandated-reporters where the form is not open to everybody",
        ["rest_of_state"] = "USPS code: every county of the state that no other channel of the same kind names",
        ["reviewed"] = "the day an editor last read it against its sources",
        ["role"] = "id of a role that a place fills",
        ["school_label"] = "the situation in the words of school staff",
        ["school_staff"] = "true where school staff must report",
        ["situation"] = "id of a situation",
        ["situations"] = "ids of the situations it is for",
        ["slug"] = "name of the page in its address",
        ["sources"] = "where it was read: place in the list from 1, or addresses",
        ["state"] = "USPS code of a state, the District of Columbia or a territory",
        ["statement"] = "the fact, in one sentence",
        ["statute"] = "the law, by its official name",
        ["statute_url"] = "address of the law",
        ["summary"] = "what the page is about",
        ["supports"] = "notes of editors; always empty outside the editors' own files",
        ["takes_reports"] = "true where it takes reports; false where it only gives support",
        ["text"] = "the advice",
        ["text_body"] = "the word to send",
        ["text_to"] = "number or short code to send a text message to",
        ["title"] = "title",
        ["toll_free"] = "true where the call is free",
        ["tty"] = "true for a text telephone of deaf callers",
        ["universal"] = "true where every adult must report, not only named professions",
        ["url"] = "address of a page",
        ["verification_method"] = "how it was last checked: read-archived-copy, read-official-page, called, agency-confirmed",
        ["verification_on"] = "day of the last check, YYYY-MM-DD",
        ["verification_phone_menu"] = "what the phone menu says",
        ["website"] = "address of a website",
        ["what_for"] = "what it is for",
        ["when"] = "the special case",
        ["why"] = "why to contact it",
        ["words"] = "words and phrases that people type for the situation",
        ["world"] = "true where it covers the whole world",
        ["written_deadline"] = "how soon to report in writing",
        ["year"] = "the year the figure is of",
    };

    public static Table Of(IEnumerable<Table> tables)
    {
        var dictionary = new Table("data-dictionary", ["table", "column", "meaning"]);
        foreach (var (table, column) in tables.SelectMany(table => table.Columns, (table, column) => (table, column)))
            dictionary.Rows.Add(new Dictionary<string, string> { ["table"] = table.Name, ["column"] = column, ["meaning"] = Meaning(column) });
        return dictionary;
    }

    // A column of a part of a part bears the names of both.
    private static string Meaning(string column) =>
        s_meanings.GetValueOrDefault(column)
        ?? (column.EndsWith("_en", StringComparison.Ordinal) ? s_meanings[column[..^3]] + ", in English"
            : column.EndsWith("_es", StringComparison.Ordinal) ? s_meanings[column[..^3]] + ", in Spanish"
            : throw new InvalidOperationException($"The data dictionary does not say what {column} means."));
}
