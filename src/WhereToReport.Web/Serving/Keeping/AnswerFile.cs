using System.IO.Pipelines;
using Microsoft.Win32.SafeHandles;

namespace WhereToReport.Web.Serving.Keeping;

/// <summary>
/// Bodies of finished answers, one behind the other, in a file that has no name any more: it goes with the process. What is
/// asked for often is in the system's page cache, which gives way to whatever needs the memory more.
/// </summary>
internal sealed class AnswerFile
{
    // A client that reads slowly holds no more than this of an answer in memory.
    private const int Part = 64 * 1024;

    private readonly SafeFileHandle _file;
    private readonly long _mostBytes;
    private long _end;

    /// <exception cref="IOException">The folder does not take files.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder does not take files of this user.</exception>
    public AnswerFile(string folder, long mostBytes)
    {
        var path = Path.Combine(folder, $"answers-{Guid.NewGuid():n}");
        _file = File.OpenHandle(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        File.Delete(path);
        _mostBytes = mostBytes;
    }

    /// <summary>Puts a body at the end and returns where it begins; null once the file is full.</summary>
    /// <exception cref="IOException">The disk takes no more.</exception>
    public long? Append(ReadOnlySpan<byte> body)
    {
        var end = Interlocked.Add(ref _end, body.Length);
        if (end > _mostBytes)
            return null;
        RandomAccess.Write(_file, body, end - body.Length);
        return end - body.Length;
    }

    /// <summary>Sends a body, from the page cache straight into the buffers of the connection.</summary>
    public async Task Send(long begin, int length, PipeWriter client)
    {
        for (var sent = 0; sent < length;)
        {
            var part = Math.Min(Part, length - sent);
            Read(begin + sent, client.GetSpan(part)[..part]);
            client.Advance(part);
            sent += part;

            // The last part too: Kestrel does not send by itself what is put into its buffers behind a flush, and the client would
            // wait for it for ever. One that has gone needs no more.
            if ((await client.FlushAsync()).IsCompleted)
                return;
        }
    }

    private void Read(long begin, Span<byte> buffer)
    {
        while (!buffer.IsEmpty)
        {
            var read = RandomAccess.Read(_file, buffer, begin);
            if (read == 0)
                throw new EndOfStreamException("A kept answer ends too early.");
            begin += read;
            buffer = buffer[read..];
        }
    }
}
