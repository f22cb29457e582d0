FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
RUN dotnet publish src/WhereToReport.Web -c Release -o /out/web \
 && dotnet publish src/WhereToReport.Cli -c Release -o /out/cli

FROM mcr.microsoft.com/dotnet/aspnet:10.0
COPY --from=build /out /app
COPY data /app/data
# The one folder that the site writes to: its last good copy of the directory.
RUN mkdir /state && chown "$APP_UID" /state
VOLUME /state
ENV Directory__BundledData=/app/data \
    Directory__SnapshotFile=/state/snapshot.json \
    DOTNET_EnableDiagnostics=0
USER $APP_UID
WORKDIR /app/web
EXPOSE 8080
CMD ["dotnet", "WhereToReport.Web.dll"]
