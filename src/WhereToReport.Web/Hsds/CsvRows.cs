using System.Globalization;
using System.Text;
using System.Text.Json;
using CsvHelper;
using WhereToReport.Postgres.Files.Tables;

namespace WhereToReport.Web.Hsds;

/// <summary>Writes records as a CSV table (RFC 4180, UTF-8), row by row.</summary>
internal static class CsvRows
{
    public static async Task Write(Stream stream, HsdsTable table, IEnumerable<object> records)
    {
        await using var text = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true);
        await using var csv = new CsvWriter(text, CultureInfo.InvariantCulture);
        foreach (var column in table.Columns)
            csv.WriteField(column.Name);
        foreach (var record in records)
        {
            await csv.NextRecordAsync();
            var fields = JsonSerializer.SerializeToElement(record, record.GetType(), HsdsJson.Options);
            foreach (var column in table.Columns)
                csv.WriteField(fields.TryGetProperty(column.Name, out var value) ? SafeCell.Of(value.ToString()) : "");
        }
        await csv.NextRecordAsync();
    }
}
