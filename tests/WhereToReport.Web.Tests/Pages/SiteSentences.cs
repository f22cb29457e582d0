using System.Text.RegularExpressions;
using WhereToReport.Testing;

namespace WhereToReport.Web.Tests.Pages;

/// <summary>The texts that the site itself says, in English, as they stand in its pages and its code.</summary>
internal static partial class SiteSentences
{
    private static readonly string s_web = Path.Combine(Repository.Root, "src", "WhereToReport.Web");

    /// <summary>The texts by the kind of page that says them: a folder of pages (<c>Schools</c>), a page of its own (<c>Privacy</c>), or a part of the code (<c>Contacts</c>).</summary>
    public static ILookup<string, string> ByPageKind { get; } = Directory.EnumerateFiles(s_web, "*.cs*", SearchOption.AllDirectories)
        .Select(file => (Path: Path.GetRelativePath(s_web, file).Split('/'), Text: File.ReadAllText(file)))
        .Where(file => file.Path[0] is not ("obj" or "bin"))
        .SelectMany(file => Key().Matches(file.Text).Select(match => (Kind: Kind(file.Path), Sentence: Regex.Unescape(match.Groups["key"].Value))))
        .ToLookup(text => text.Kind, text => text.Sentence);

    // Pages/Schools/State.cshtml and Pages/Privacy.cshtml name their page; Contacts/ContactWords.cs its part of the code.
    private static string Kind(string[] path) => path is ["Pages", var page, ..] ? page.Split('.')[0] : path[0];

    // T["…"] on pages, text["…"] in code
    [GeneratedRegex("""\b(?:T|text)\["(?<key>(?:[^"\\]|\\.)+)"[,\]]""")]
    private static partial Regex Key();
}
