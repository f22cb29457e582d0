using System.Text.RegularExpressions;
using FluentValidation;
using WhereToReport.Domain.Channels;
using WhereToReport.Domain.Places;

namespace WhereToReport.Postgres.Files.Validation;

internal sealed partial class ChannelValidator : AbstractValidator<Channel>
{
    public ChannelValidator(References known)
    {
        RuleFor(channel => channel.Id).IsId();
        RuleFor(channel => channel.Name).IsText();
        RuleFor(channel => channel.Operator!).IsIn(known.Organizations, DirectoryFiles.Organizations).When(channel => channel.Operator is not null);
        RuleFor(channel => channel.WhatFor).IsText();
        RuleFor(channel => channel.NotFor).IsText();
        RuleForEach(channel => channel.Phones).SetValidator(channel => new PhoneValidator(channel.Kind, channel.CountryAbroad()));
        RuleFor(channel => channel.Phones)
            .Must(phones => phones.Select(phone => (phone.Number, phone.Extension)).Distinct().Count() == phones.Count)
            .WithMessage("each number once");
        RuleFor(channel => channel.Text!.To).IsPhoneNumber().When(channel => channel.Text is not null);
        RuleFor(channel => channel.ChatUrl).IsWebAddress();
        RuleFor(channel => channel.ReportUrl).IsWebAddress();
        RuleFor(channel => channel.ReportUrlFor).IsText();
        RuleFor(channel => channel.Website).IsWebAddress();
        RuleFor(channel => channel.Email).IsEmail();
        RuleFor(channel => channel.Hours).IsText();
        RuleForEach(channel => channel.Languages).Must(code => LanguageCode().IsMatch(code)).WithMessage("an ISO 639 code such as en or es");
        RuleFor(channel => channel.LanguagesNote).IsText();
        RuleForEach(channel => channel.Situations).IsIn(known.Situations, DirectoryFiles.Situations);
        RuleFor(channel => channel.Coverage).NotEmpty().WithMessage("at least one area");
        RuleForEach(channel => channel.Coverage).SetValidator(new CoverageRuleValidator(known));
        RuleFor(channel => channel.Kind)
            .Must((channel, kind) => kind is not (ChannelKind.TaskForce or ChannelKind.ChildProtectionLine) || channel.Coverage.All(rule => rule.Country is null && !rule.World))
            .WithMessage("another kind: a task force or child-protection line covers states or counties");
        this.MustBeSourced(channel => channel.Publish, channel => channel.Sources, channel => channel.Verification);
    }

    [GeneratedRegex("^[a-z]{2,3}$")]
    private static partial Regex LanguageCode();
}

internal sealed class PhoneValidator : AbstractValidator<Phone>
{
    public PhoneValidator(ChannelKind kind, Country? country)
    {
        RuleFor(phone => phone.Number).IsPhoneNumber();
        if (country is not null)
        {
            RuleFor(phone => phone.Number)
                .Must(number => Rules.CanBeOf(country, number))
                .WithMessage($"a valid number of {country.Name}, which the channel covers, or digits as people dial them there");
        }
        RuleFor(phone => phone.Extension).Matches("^[0-9]{1,6}$").WithMessage("1 to 6 digits");
        RuleFor(phone => phone.Label).IsText();
        RuleFor(phone => phone.Line)
            .Must(line => line == PhoneLine.Own == (kind != ChannelKind.TaskForce))
            .WithMessage(kind == ChannelKind.TaskForce ? "task-force or host-agency" : "own");
        RuleFor(phone => phone.Label)
            .NotNull().When(phone => phone.Line == PhoneLine.HostAgency)
            .WithMessage("a label that says whose line it is");
    }
}

internal sealed class CoverageRuleValidator : AbstractValidator<CoverageRule>
{
    public CoverageRuleValidator(References known)
    {
        RuleFor(rule => rule)
            .Must(rule => new[] { rule.World, rule.Country is not null, rule.State is not null, rule.RestOfState is not null, rule.Counties.Count > 0 }.Count(set => set) == 1)
            .WithMessage("exactly one of world, country, state, restOfState, counties")
            .OverridePropertyName("area");
        RuleFor(rule => rule.Country!).IsCountry().When(rule => rule.Country is not null);
        RuleFor(rule => rule.State!).IsStateCode(known.States).When(rule => rule.State is not null);
        RuleFor(rule => rule.RestOfState!).IsStateCode(known.States).When(rule => rule.RestOfState is not null);
        RuleForEach(rule => rule.Counties).IsFips(known.Counties);
        RuleFor(rule => rule.Counties)
            .Must(counties => counties.Distinct().Count() == counties.Count)
            .WithMessage("each county once");
    }
}

internal sealed class OrganizationValidator : AbstractValidator<Organization>
{
    public OrganizationValidator()
    {
        RuleFor(organization => organization.Id).IsId();
        RuleFor(organization => organization.Name).IsText();
    }
}

internal sealed class RoleValidator : AbstractValidator<Role>
{
    public RoleValidator()
    {
        RuleFor(role => role.Id).IsId();
        RuleFor(role => role.Name).IsText();
        RuleFor(role => role.WhatFor).IsText();
        RuleFor(role => role.NotFor).IsText();
        RuleFor(role => role.Website).IsWebAddress();
        this.MustBeSourced(_ => true, role => role.Sources, role => role.Verification);
    }
}
