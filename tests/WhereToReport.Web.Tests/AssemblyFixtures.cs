using WhereToReport.Testing;

[assembly: AssemblyFixture(typeof(FilledSite))]
