using System.Diagnostics;

namespace WhereToReport.Benchmarks.Load;

/// <summary>nginx with two workers, which sends files of the same bytes.</summary>
internal sealed class Nginx : IAsyncDisposable
{
    private readonly Process _process;
    private readonly string _folder;

    private Nginx(Process process, string folder, Uri address) => (_process, _folder, Address) = (process, folder, address);

    public Uri Address { get; }

    public static async Task<Nginx> Start(ServedFiles files)
    {
        var folder = Directory.CreateTempSubdirectory("nginx-").FullName;
        var port = FreePort.Next();
        var settings = Path.Combine(folder, "nginx.conf");
        await File.WriteAllTextAsync(settings, Settings(folder, files.Folder, port));
        var process = Process.Start(new ProcessStartInfo("nginx", ["-p", folder, "-e", Path.Combine(folder, "error.log"), "-c", settings]))!;
        await FreePort.UntilAnswers(port);
        return new(process, folder, new($"http://127.0.0.1:{port}"));
    }

    public async ValueTask DisposeAsync()
    {
        using (var quit = Process.Start("kill", ["-TERM", $"{_process.Id}"]))
            await quit.WaitForExitAsync();
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    // The user of the workers must be able to read the files, which are in folders of the user who started this.
    private static string Settings(string folder, string files, int port) =>
        $$"""
        daemon off;
        {{(Environment.IsPrivilegedProcess ? "user root;" : "")}}
        worker_processes 2;
        pid {{folder}}/pid;
        events { worker_connections 1024; }
        http {
          access_log off;
          sendfile on;
          tcp_nopush on;
          keepalive_requests 1000000000;
          open_file_cache max=100;
          open_file_cache_valid 600s;
          types { text/html html; application/json json; }
          charset utf-8;
          client_body_temp_path {{folder}}/body; proxy_temp_path {{folder}}/proxy; fastcgi_temp_path {{folder}}/fastcgi;
          uwsgi_temp_path {{folder}}/uwsgi; scgi_temp_path {{folder}}/scgi;
          server {
            listen 127.0.0.1:{{port}};
            root {{files}};
            location ~ \.gzip\. { add_header Content-Encoding gzip; }
            location ~ \.br\. { add_header Content-Encoding br; }
          }
        }
        """;
}
