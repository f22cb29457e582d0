namespace WhereToReport.Web.Hsds;

/// <summary>A list of terms.</summary>
public sealed record HsdsTaxonomy(Guid Id, string Name, string Description);

/// <summary>A term of a taxonomy. There is no hierarchy: no term has a parent.</summary>
public sealed record HsdsTaxonomyTerm(Guid Id, string Code, string Name, string Description, string Taxonomy, string Language, Guid TaxonomyId);
