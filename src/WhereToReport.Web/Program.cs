using WhereToReport.Web.Api;
using WhereToReport.Web.Asking;
using WhereToReport.Web.Serving;

var builder = WebApplication.CreateBuilder(args);
builder.AddDirectory();
builder.AddAsking();
builder.AddPages();
builder.AddProtection();

var app = builder.Build();
await app.LoadDirectory();

app.UseProtection();
app.UsePages();
app.MapPages();
app.MapAnswerApi();
app.MapHealth();
app.Run();
