using System.Buffers.Binary;
using System.Text;

namespace WhereToReport.Web.Tests.Telemetry;

/// <summary>A message in the wire format of protocol buffers, read by the numbers of its fields.</summary>
internal sealed class Protobuf
{
    private readonly List<(int Number, ulong Value, ReadOnlyMemory<byte> Bytes)> _fields = [];

    public Protobuf(ReadOnlyMemory<byte> bytes)
    {
        for (var at = 0; at < bytes.Length;)
        {
            var key = Varint(bytes.Span, ref at);
            var number = (int)(key >> 3);
            switch (key & 7)
            {
                case 0:
                    _fields.Add((number, Varint(bytes.Span, ref at), default));
                    break;
                case 1:
                    _fields.Add((number, BinaryPrimitives.ReadUInt64LittleEndian(bytes.Span[at..]), default));
                    at += 8;
                    break;
                case 2:
                    var length = (int)Varint(bytes.Span, ref at);
                    _fields.Add((number, 0, bytes.Slice(at, length)));
                    at += length;
                    break;
                case 5:
                    _fields.Add((number, BinaryPrimitives.ReadUInt32LittleEndian(bytes.Span[at..]), default));
                    at += 4;
                    break;
                default:
                    throw new InvalidDataException($"Wire type {key & 7}.");
            }
        }
    }

    /// <summary>The messages at a path of field numbers.</summary>
    public IEnumerable<Protobuf> All(params int[] path) => path is [var first, .. var rest]
        ? _fields.Where(field => field.Number == first).SelectMany(field => new Protobuf(field.Bytes).All(rest))
        : [this];

    public string Text(int number) => Encoding.UTF8.GetString(_fields.FirstOrDefault(field => field.Number == number).Bytes.Span);

    public bool Has(int number) => _fields.Any(field => field.Number == number);

    public long Whole(int number) => (long)_fields.Single(field => field.Number == number).Value;

    public double Double(int number) => BitConverter.UInt64BitsToDouble(_fields.Single(field => field.Number == number).Value);

    private static ulong Varint(ReadOnlySpan<byte> bytes, ref int at)
    {
        var value = 0UL;
        for (var shift = 0; ; shift += 7)
        {
            var part = bytes[at++];
            value |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80)
                return value;
        }
    }
}
