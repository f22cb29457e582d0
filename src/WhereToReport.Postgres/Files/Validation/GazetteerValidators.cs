using FluentValidation;
using WhereToReport.Domain.Places;

namespace WhereToReport.Postgres.Files.Validation;

internal sealed class StateValidator : AbstractValidator<State>
{
    public StateValidator()
    {
        RuleFor(state => state.Code).Matches("^[A-Z]{2}$").WithMessage("a USPS code of two capital letters");
        RuleFor(state => state.Fips).Matches("^[0-9]{2}$").WithMessage("a FIPS code of two digits");
        RuleFor(state => state.Name).NotEmpty().WithMessage("a name");
    }
}

internal sealed class CountyValidator : AbstractValidator<County>
{
    public CountyValidator(References known, IReadOnlyDictionary<string, string> fipsOfState)
    {
        RuleFor(county => county.State).IsStateCode(known.States);
        RuleFor(county => county.Fips)
            .Matches("^[0-9]{5}$").WithMessage("a FIPS code of five digits")
            .Must((county, fips) => !fipsOfState.TryGetValue(county.State, out var state) || fips.StartsWith(state, StringComparison.Ordinal))
            .WithMessage("a FIPS code that starts with the code of its state");
        RuleFor(county => county.Name).NotEmpty().WithMessage("a name");
        RuleFor(county => county.ShortName).NotEmpty().WithMessage("a name");
    }
}

internal sealed class ZipCodeValidator : AbstractValidator<ZipCode>
{
    public ZipCodeValidator(References known)
    {
        RuleFor(zip => zip.Zip).Matches("^[0-9]{5}$").WithMessage("five digits");
        RuleFor(zip => zip.State).IsStateCode(known.States);
        RuleFor(zip => zip.PrimaryCountyFips).IsFips(known.Counties);
    }
}

internal sealed class ZipCountyValidator : AbstractValidator<ZipCounty>
{
    public ZipCountyValidator(References known)
    {
        RuleFor(pair => pair.Zip).Must(known.ZipCodes.Contains).WithMessage("a ZIP code that stands in gazetteer/zip-codes.csv");
        RuleFor(pair => pair.CountyFips).IsFips(known.Counties);
    }
}

internal sealed class MilitaryZipCodeValidator : AbstractValidator<MilitaryZipCode>
{
    public MilitaryZipCodeValidator()
    {
        RuleFor(zip => zip.Zip).Matches("^[0-9]{5}$").WithMessage("five digits");
        RuleFor(zip => zip.Place).Matches("^(APO|FPO|DPO) [A-Z]{2,3}$").WithMessage("APO, FPO or DPO, and a region such as AE");
    }
}

internal sealed class PlaceAliasValidator : AbstractValidator<PlaceAlias>
{
    public PlaceAliasValidator(References known)
    {
        RuleFor(alias => alias.Name).NotEmpty().WithMessage("a name");
        RuleFor(alias => alias)
            .Must(alias => new[] { alias.State, alias.Counties, alias.Country }.Count(place => place is not null) == 1)
            .WithMessage("exactly one of state, counties, country")
            .OverridePropertyName("state");
        RuleFor(alias => alias.Country!).IsCountryAbroad().When(alias => alias.Country is not null);
        RuleFor(alias => alias.State!).IsStateCode(known.States).When(alias => alias.State is not null);
        RuleForEach(alias => (alias.Counties ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)).IsFips(known.Counties).OverridePropertyName("counties");
    }
}

internal sealed class WorldCityValidator : AbstractValidator<WorldCity>
{
    public WorldCityValidator()
    {
        RuleFor(city => city.Name).NotEmpty().WithMessage("a name");
        RuleFor(city => city.Country).IsCountryAbroad();
    }
}
