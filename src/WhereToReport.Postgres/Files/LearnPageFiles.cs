using System.Globalization;
using WhereToReport.Domain.Guidance;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace WhereToReport.Postgres.Files;

/// <summary>The pages that explain: Markdown files with front matter, <c>content/{language}/{slug}.md</c>.</summary>
internal static class LearnPageFiles
{
    private const string Fence = "---\n";

    private static readonly string[] s_languages = ["en", "es"];

    private static readonly IDeserializer s_reader = new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build();
    private static readonly ISerializer s_writer = new SerializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).WithIndentedSequences().WithNewLine("\n").Build();

    private sealed class FrontMatter
    {
        public string? Title { get; set; }
        public string? Summary { get; set; }
        public string? Reviewed { get; set; }
        public List<FrontMatterSource> Sources { get; set; } = [];
    }

    private sealed class FrontMatterSource
    {
        public string? Url { get; set; }
        public string? Title { get; set; }
    }

    public static string FileOf(LearnPage page) => $"content/{page.Language}/{page.Slug}.md";

    public static IReadOnlyList<LearnPage> Read(string root, List<DataProblem> problems)
    {
        var pages = new List<LearnPage>();
        foreach (var language in s_languages)
        {
            var folder = Path.Combine(root, "content", language);
            if (!System.IO.Directory.Exists(folder))
                continue;
            foreach (var path in System.IO.Directory.EnumerateFiles(folder, "*.md").Order(StringComparer.Ordinal))
            {
                if (Page(path, language, problems) is { } page)
                    pages.Add(page);
            }
        }
        return pages;
    }

    public static string Write(LearnPage page) => Fence + s_writer.Serialize(new FrontMatter
    {
        Title = page.Title,
        Summary = page.Summary,
        Reviewed = page.Reviewed.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Sources = [.. page.Sources.Select(source => new FrontMatterSource { Url = source.Url, Title = source.Title })],
    }) + Fence + page.Markdown;

    private static LearnPage? Page(string path, string language, List<DataProblem> problems)
    {
        var slug = Path.GetFileNameWithoutExtension(path);
        var file = $"content/{language}/{slug}.md";
        var text = File.ReadAllText(path).ReplaceLineEndings("\n");
        var end = text.StartsWith(Fence, StringComparison.Ordinal) ? text.IndexOf("\n" + Fence, Fence.Length, StringComparison.Ordinal) : -1;
        if (end < 0)
        {
            problems.Add(new(file, slug, "", "no front matter", "title, summary, reviewed and sources between two lines of ---"));
            return null;
        }
        try
        {
            var matter = s_reader.Deserialize<FrontMatter?>(text[Fence.Length..(end + 1)]) ?? new();
            if (!DateOnly.TryParseExact(matter.Reviewed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var reviewed))
            {
                problems.Add(new(file, slug, "reviewed", matter.Reviewed ?? "nothing", "a day as YYYY-MM-DD"));
                return null;
            }
            return new()
            {
                Slug = slug,
                Language = language,
                Title = matter.Title ?? "",
                Summary = matter.Summary ?? "",
                Reviewed = reviewed,
                Sources = [.. matter.Sources.Select(source => new LearnSource(source.Url ?? "", source.Title ?? ""))],
                Markdown = text[(end + 1 + Fence.Length)..],
            };
        }
        catch (YamlException broken)
        {
            problems.Add(new(file, $"line {broken.Start.Line + 1}", "", broken.Message, "valid YAML"));
            return null;
        }
    }
}
