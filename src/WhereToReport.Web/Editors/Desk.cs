using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Identity;
using Npgsql;
using WhereToReport.Domain;
using WhereToReport.Postgres.Editors;
using WhereToReport.Web.Serving;
using WhereToReport.Web.Speaking;

namespace WhereToReport.Web.Editors;

/// <summary>
/// The editors' desk: accounts, sessions and cookies, for addresses under <see cref="Path"/> only. Nothing of it runs for
/// public pages, and nothing of it is loaded before somebody opens the desk.
/// </summary>
public static class Desk
{
    /// <summary>Where the desk is.</summary>
    public const string Path = "/editors";

    private const string KeyLoading = "Microsoft.AspNetCore.DataProtection.Internal.DataProtectionHostedService";

    private static readonly TimeSpan s_stepLasts = TimeSpan.FromMinutes(5);

    public static void AddDesk(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton(provider => EditorsContext.OptionsFor(provider.GetRequiredService<NpgsqlDataSource>()));
        services.AddScoped<EditorsContext>();
        services.AddScoped<Invitations>();
        services.AddScoped<Sessions>();
        services.AddScoped<People>();
        services.AddScoped<Enrolment>();
        AddAccounts(services, builder.Configuration);
        AddCookies(services);
        builder.AddSignInLimit();
        services.AddAntiforgery(options => options.Cookie = DeskCookies.Antiforgery);
        AddKeys(services);
    }

    /// <summary>True for requests at the desk.</summary>
    public static bool Holds(HttpContext context) => context.Request.Path.StartsWithSegments(Path);

    /// <summary>Marks every answer as private, and answers for itself what goes wrong at the desk.</summary>
    public static void UseDesk(this WebApplication app) => app.UseWhen(Holds, desk =>
    {
        desk.Use(KeepPrivate);
        desk.UseStatusCodePagesWithReExecute(Path + "/problem/{0}");
        desk.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = NoteProblem });
        desk.Use(CloseWithoutDatabase);
    });

    /// <summary>Lets in who may come in; to be called once it is known which page is asked for.</summary>
    public static void UseDeskRules(this WebApplication app)
    {
        app.UseRateLimiter();
        app.UseAuthentication(); // where nobody says so it runs before everything else, kept answers too
        app.UseAuthorization();
    }

    // The keys are shared by all nodes. They load when the first form or cookie needs them: public pages must start without Postgres.
    // Stands last, because whatever else uses keys asks for loading them at the start.
    private static void AddKeys(IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("where-to-report").PersistKeysToDbContext<EditorsContext>();
        services.Remove(services.Single(service => service.ServiceType == typeof(IHostedService) && service.ImplementationType?.FullName == KeyLoading));
    }

    private static void AddAccounts(IServiceCollection services, IConfiguration configuration)
    {
        services.AddIdentityCore<Editor>(identity =>
            {
                identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
                identity.User.RequireUniqueEmail = true;
                identity.User.AllowedUserNameCharacters = "";
                identity.Password = new() { RequiredLength = NewPassword.Shortest, RequireDigit = false, RequireLowercase = false, RequireUppercase = false, RequireNonAlphanumeric = false };
                identity.Lockout.MaxFailedAccessAttempts = 5;
                identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
            })
            .AddEntityFrameworkStores<EditorsContext>()
            .AddSignInManager<DeskSignIn>()
            .AddClaimsPrincipalFactory<EditorPrincipal.Factory>()
            .AddTokenProvider<AuthenticatorCodes>(TokenOptions.DefaultAuthenticatorProvider);
        services.AddScoped<AuthenticatorCodes>();
        services.AddScoped<PendingAuthenticator>();

        services.Configure<IdentityPasskeyOptions>(passkeys =>
        {
            passkeys.ServerDomain = configuration["Site:Address"] is { Length: > 0 } address ? new Uri(address).Host : null;
            passkeys.UserVerificationRequirement = "required";
            passkeys.ResidentKeyRequirement = "required";
            passkeys.ValidateOrigin = origin => ValueTask.FromResult(!origin.CrossOrigin && IsOurs(origin));
        });
    }

    private static void AddCookies(IServiceCollection services)
    {
        services.AddSingleton<SessionTickets>();
        services.AddAuthentication()
            .AddCookie(IdentityConstants.ApplicationScheme, session =>
            {
                session.Cookie = DeskCookies.Session;
                session.SlidingExpiration = false;
                session.ExpireTimeSpan = Sessions.Longest;
                session.Events.OnRedirectToLogin = AskToSignIn;
                session.Events.OnRedirectToAccessDenied = Forbid;
            })
            .AddCookie(IdentityConstants.TwoFactorUserIdScheme, step =>
            {
                step.Cookie = DeskCookies.Step;
                step.ExpireTimeSpan = s_stepLasts;
                step.SlidingExpiration = false;
            });
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme)
            .Configure<SessionTickets>((session, tickets) => session.SessionStore = tickets);
        services.AddAuthorization(authorization => DeskRules.AddPolicies(authorization, IdentityConstants.ApplicationScheme));
    }

    // The page the browser stood on must be ours. Its form post says "Origin: null", because the site sends no referrer, so the address counts.
    private static bool IsOurs(PasskeyOriginValidationContext origin) =>
        Uri.TryCreate(origin.Origin, UriKind.Absolute, out var from)
        && (from.Scheme == Uri.UriSchemeHttps || from.IsLoopback)
        && from.Authority == new Uri(PublicAddress.Of(origin.HttpContext.Request)).Authority;

    private static Task AskToSignIn(RedirectContext<CookieAuthenticationOptions> context)
    {
        var request = context.Request;
        var back = HttpMethods.IsGet(request.Method) ? QueryString.Create("returnUrl", request.Path + request.QueryString) : QueryString.Empty;
        context.Response.Redirect(Path + "/sign-in" + back);
        return Task.CompletedTask;
    }

    private static Task Forbid(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    private static Task KeepPrivate(HttpContext context, RequestDelegate next)
    {
        context.Response.OnStarting(() =>
        {
            context.Response.Headers.CacheControl = "no-store";
            context.Response.Headers["X-Robots-Tag"] = "noindex";
            return Task.CompletedTask;
        });
        return next(context);
    }

    private static Task CloseWithoutDatabase(HttpContext context, RequestDelegate next)
    {
        // The desk is in English only; its address has no language in front.
        if (context.Features.GetRequiredFeature<PageLanguage>().Language != Language.English)
            return End(context, StatusCodes.Status404NotFound);
        return context.RequestServices.GetRequiredService<CurrentDirectory>().DatabaseAnswers || context.Request.Path.StartsWithSegments(Path + "/problem")
            ? next(context)
            : End(context, StatusCodes.Status503ServiceUnavailable);
    }

    private static Task NoteProblem(HttpContext context) => End(context, IsDatabaseDown(context.Features.GetRequiredFeature<IExceptionHandlerFeature>().Error)
        ? StatusCodes.Status503ServiceUnavailable
        : StatusCodes.Status500InternalServerError);

    private static bool IsDatabaseDown(Exception? error) =>
        error is not null && (error is NpgsqlException and not PostgresException or PostgresException { SqlState: PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.InvalidCatalogName or PostgresErrorCodes.CannotConnectNow }
            || IsDatabaseDown(error.InnerException));

    private static Task End(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
