using WhereToReport.Testing;

[assembly: AssemblyFixture(typeof(FilledSite))]
[assembly: AssemblyFixture(typeof(DeskSite))]
