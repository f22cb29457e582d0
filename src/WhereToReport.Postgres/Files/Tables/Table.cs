using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace WhereToReport.Postgres.Files.Tables;

/// <summary>A CSV table (RFC 4180, UTF-8) with a header. An empty cell means that nothing is known.</summary>
public sealed class Table(string name, IReadOnlyList<string> columns)
{
    private static readonly CsvConfiguration s_csv = new(CultureInfo.InvariantCulture) { NewLine = "\n" };

    public string Name { get; } = name;

    public IReadOnlyList<string> Columns { get; } = columns;

    /// <summary>The cells of each row by column.</summary>
    public List<IReadOnlyDictionary<string, string>> Rows { get; } = [];

    public void Write(Stream file)
    {
        using var text = new StreamWriter(file, new UTF8Encoding(false), leaveOpen: true);
        using var csv = new CsvWriter(text, s_csv);
        foreach (var column in Columns)
            csv.WriteField(column);
        csv.NextRecord();
        foreach (var row in Rows)
        {
            foreach (var column in Columns)
                csv.WriteField(row.TryGetValue(column, out var cell) ? SafeCell.Of(cell) : "");
            csv.NextRecord();
        }
    }

    public static Table Read(string name, Stream file)
    {
        using var text = new StreamReader(file, Encoding.UTF8);
        using var csv = new CsvReader(text, s_csv);
        csv.Read();
        csv.ReadHeader();
        var table = new Table(name, csv.HeaderRecord!);
        while (csv.Read())
            table.Rows.Add(table.Columns.Select((column, place) => (column, cell: csv.GetField(place)!)).Where(pair => pair.cell.Length > 0)
                .ToDictionary(pair => pair.column, pair => SafeCell.Back(pair.cell)));
        return table;
    }
}
