using FluentValidation;
using WhereToReport.Domain.Guidance;

namespace WhereToReport.Postgres.Files.Validation;

internal sealed class SituationValidator : AbstractValidator<Situation>
{
    public SituationValidator(References known)
    {
        RuleFor(situation => situation.Id).IsId();
        RuleFor(situation => situation.Label).IsText();
        RuleFor(situation => situation.SchoolLabel).IsText();
        RuleFor(situation => situation.LooksLike).IsText();
        RuleFor(situation => situation.Contacts).NotEmpty().WithMessage("at least one contact");
        RuleForEach(situation => situation.Contacts).SetValidator(new PlannedContactValidator(known, needsReason: true));
        RuleForEach(situation => situation.AlsoIf).SetValidator(new AlsoIfValidator(known));
        RuleForEach(situation => situation.Do).SetValidator(new AdviceValidator());
        RuleForEach(situation => situation.Dont).SetValidator(new AdviceValidator());
        this.MustBeSourced(_ => true, situation => situation.Sources, situation => situation.Verification);
    }
}

internal sealed class PlannedContactValidator : AbstractValidator<PlannedContact>
{
    public PlannedContactValidator(References known, bool needsReason)
    {
        RuleFor(contact => contact)
            .Must(contact => contact.Channel is null != contact.Role is null)
            .WithMessage("either a channel or a role")
            .OverridePropertyName("channel");
        RuleFor(contact => contact.Channel!).IsIn(known.Channels, "channels/").When(contact => contact.Channel is not null);
        RuleFor(contact => contact.Role!).IsIn(known.Roles, DirectoryFiles.Roles).When(contact => contact.Role is not null);
        RuleFor(contact => contact.Why).IsText();
        if (needsReason)
            RuleFor(contact => contact.Why).NotNull().WithMessage("the reason to contact it");
    }
}

internal sealed class AlsoIfValidator : AbstractValidator<AlsoIf>
{
    public AlsoIfValidator(References known)
    {
        RuleFor(also => also.When).IsText();
        RuleFor(also => also.Why).IsText();
        RuleFor(also => also.Contacts).NotEmpty().WithMessage("at least one contact");
        RuleForEach(also => also.Contacts).SetValidator(new PlannedContactValidator(known, needsReason: false));
    }
}

internal sealed class AdviceValidator : AbstractValidator<Advice>
{
    public AdviceValidator()
    {
        RuleFor(advice => advice.Text).IsText();
        RuleFor(advice => advice.Country!).IsCountry().When(advice => advice.Country is not null);
        RuleForEach(advice => advice.Sources).IsWebAddress();
    }
}

internal sealed class GeneralPlanValidator : AbstractValidator<GeneralPlan>
{
    public GeneralPlanValidator(References known)
    {
        RuleFor(plan => plan.Contacts)
            .Must(contacts => contacts.Any(contact => contact.Always)).WithMessage("at least one contact that is always shown");
        RuleForEach(plan => plan.Contacts).SetValidator(new PlannedContactValidator(known, needsReason: true));
        RuleForEach(plan => plan.Contacts)
            .Must(contact => !contact.Always || contact.Channel is not { } id || !known.Channels.Contains(id) || known.PublishedChannels.Contains(id))
            .WithMessage("a channel that is published: this one stands on every page");
        RuleForEach(plan => plan.Contacts)
            .Must(contact => contact is { Military: false, Abroad: false } || contact.Channel is not null)
            .WithMessage("a channel: no place fills a role for a military ZIP code or another country");
    }
}

internal sealed class SynonymsValidator : AbstractValidator<Synonyms>
{
    public SynonymsValidator(References known)
    {
        RuleFor(synonyms => synonyms.Situation).IsIn(known.Situations, DirectoryFiles.Situations);
        RuleFor(synonyms => synonyms.Words).Must(words => words.En.Count + words.Es.Count > 0).WithMessage("at least one word, or no record");
        RuleForEach(synonyms => synonyms.Words.En).Must(IsWord).WithMessage(Allowed);
        RuleForEach(synonyms => synonyms.Words.Es).Must(IsWord).WithMessage(Allowed);
    }

    private const string Allowed = "a word or short phrase in lower case, at most 60 characters";

    private static bool IsWord(string word) => word.Length is > 0 and <= 60 && word == word.Trim() && word == word.ToLowerInvariant();
}

internal sealed class DutyValidator : AbstractValidator<Duty>
{
    public DutyValidator(References known)
    {
        RuleFor(duty => duty.State).IsStateCode(known.States);
        RuleFor(duty => duty.OralDeadline).IsText();
        RuleFor(duty => duty.WrittenDeadline).IsText();
        RuleFor(duty => duty.ReportTo).IsText();
        RuleFor(duty => duty.Statute).NotEmpty().WithMessage("the citation of the law");
        RuleFor(duty => duty.StatuteUrl).IsWebAddress();
        this.MustBeSourced(_ => true, duty => duty.Sources, duty => duty.Verification);
    }
}

internal sealed class AwarenessFactValidator : AbstractValidator<AwarenessFact>
{
    public AwarenessFactValidator()
    {
        RuleFor(fact => fact.Id).IsId();
        RuleFor(fact => fact.Statement).IsText();
        RuleFor(fact => fact.Figure).IsText();
        RuleFor(fact => fact.Year).InclusiveBetween(1900, 2200).WithMessage("a year");
        this.MustBeSourced(fact => fact.Publish, fact => fact.Sources, fact => fact.Verification);
    }
}

internal sealed class LearnPageValidator : AbstractValidator<LearnPage>
{
    public LearnPageValidator()
    {
        RuleFor(page => page.Slug).IsId();
        RuleFor(page => page.Title).NotEmpty().WithMessage("a title");
        RuleFor(page => page.Summary).NotEmpty().WithMessage("a sentence that says what the page is about");
        RuleFor(page => page.Markdown).Must(text => !string.IsNullOrWhiteSpace(text)).WithMessage("some text");
        RuleFor(page => page.Sources).NotEmpty().WithMessage("at least one source");
        RuleForEach(page => page.Sources).ChildRules(source =>
        {
            source.RuleFor(each => each.Url).IsWebAddress();
            source.RuleFor(each => each.Title).NotEmpty().WithMessage("a description of the source");
        });
    }
}
