using System.Text;
using QRCoder;

namespace WhereToReport.Web.Posters;

/// <summary>A QR code as SVG path data: one unit a module, with the quiet zone that the standard asks for.</summary>
/// <param name="Address">The absolute address that it leads to.</param>
/// <param name="Path">The dark modules.</param>
/// <param name="Size">Width and height in modules.</param>
public sealed record QuickCode(string Address, string Path, int Size)
{
    /// <summary>The code of an address. Medium error correction: a poster gets creased.</summary>
    public static QuickCode Of(string address)
    {
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(address, QRCodeGenerator.ECCLevel.M);
        var rows = data.ModuleMatrix;
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows.Count; x++)
            {
                if (rows[y][x])
                    path.Append("M").Append(x).Append(' ').Append(y).Append("h1v1h-1z");
            }
        }
        return new(address, path.ToString(), rows.Count);
    }
}
