using Microsoft.EntityFrameworkCore;
using WhereToReport.Postgres.Editors;

namespace WhereToReport.Web.Editors.Records;

/// <summary>What the people of the desk are called. Read once a request.</summary>
public sealed class EditorNames(EditorsContext editors)
{
    private IReadOnlyDictionary<Guid, string> _names = new Dictionary<Guid, string>();

    /// <summary>All names by account.</summary>
    public IReadOnlyDictionary<Guid, string> All => _names;

    public async Task Load(CancellationToken cancel) =>
        _names = await editors.Users.AsNoTracking().ToDictionaryAsync(editor => editor.Id, editor => editor.Name, cancel);

    /// <summary>A person's name; the data files where there is no person.</summary>
    public string Of(Guid? editor) => editor is { } id ? _names.GetValueOrDefault(id, "a former editor") : "the data files";
}
