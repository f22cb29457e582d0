using Microsoft.EntityFrameworkCore;
using WhereToReport.Domain.Channels;
using WhereToReport.Postgres.Editing;
using WhereToReport.Postgres.Records;
using WhereToReport.Postgres.Schema;
using WhereToReport.Testing;

namespace WhereToReport.Postgres.Tests.Editing;

public sealed class ProposalsTests : IAsyncLifetime
{
    private const string NewSite = "https://example.org/tips";

    private TestDatabase _database = null!;
    private Desk _desk = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.Filled();
        _desk = new(_database);
    }

    public async ValueTask DisposeAsync()
    {
        await _desk.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task A_contact_changes_only_when_a_second_person_accepts()
    {
        var proposal = await ProposeNewSite();
        Assert.NotEqual(NewSite, (await _desk.Channel("fbi-tips")).Website);

        Desk.Is<EditResult.Applied>(await _desk.Proposals.Accept(proposal, Desk.Ben, "Called them too"));

        Assert.Equal(NewSite, (await _desk.Channel("fbi-tips")).Website);
        var change = await LastChange();
        Assert.Equal((ChangeOrigin.Edit, Desk.Ann, Desk.Ben, false), (change.Origin, change.Editor, change.Approver, change.SingleHanded));
        Assert.Equal(("The agency's page says so", "https://www.fbi.gov/tips"), (change.Reason, change.SourceUrl));
        var row = await _desk.Context.Proposals.AsNoTracking().SingleAsync();
        Assert.Equal((ProposalState.Accepted, Desk.Ben, "Called them too"), (row.State, row.DecidedBy, row.DecisionNote));
    }

    [Fact]
    public async Task Nobody_accepts_or_declines_their_own_and_nobody_withdraws_another_s()
    {
        var proposal = await ProposeNewSite();
        Desk.Is<EditResult.OwnProposal>(await _desk.Proposals.Accept(proposal, Desk.Ann));
        Desk.Is<EditResult.OwnProposal>(await _desk.Proposals.Decline(proposal, Desk.Ann, "No"));
        Desk.Is<EditResult.NotOwnProposal>(await _desk.Proposals.Withdraw(proposal, Desk.Ben));
        Assert.Equal(ProposalState.Open, await State(proposal));
        Assert.NotEqual(NewSite, (await _desk.Channel("fbi-tips")).Website);
    }

    [Fact]
    public async Task The_database_itself_refuses_an_acceptance_of_one_s_own()
    {
        var proposal = await ProposeNewSite();
        var refused = await Assert.ThrowsAsync<Npgsql.PostgresException>(() =>
            _database.Execute($"update proposal set state = 'accepted', decided_by = editor, decided_at = now() where id = {proposal}"));
        Assert.Equal("ck_proposal_second_person", refused.ConstraintName);
    }

    [Fact]
    public async Task A_proposal_is_stale_once_the_record_has_changed()
    {
        var proposal = await ProposeNewSite();
        Desk.Is<EditResult.Applied>(await _desk.Propose("fbi-tips", tips => tips with { Notes = "Changed meanwhile" }, Desk.Ben));

        var stale = Desk.Is<EditResult.Stale>(await _desk.Proposals.Accept(proposal, Desk.Ben));

        Assert.Equal("Changed meanwhile", stale.Current.Content!.As<Channel>().Notes);
        Assert.Equal(ProposalState.Open, await State(proposal));
    }

    [Fact]
    public async Task Of_two_acceptances_at_once_one_takes_effect()
    {
        var proposal = await ProposeNewSite();
        var results = await Task.WhenAll(Enumerable.Range(1, 8).Select(async person =>
        {
            await using var desk = new Desk(_database);
            return await desk.Proposals.Accept(proposal, new Guid(person, 0, 0, new byte[8]));
        }));
        Assert.Single(results.OfType<EditResult.Applied>());
        Assert.Equal(7, results.OfType<EditResult.AlreadyDecided>().Count(result => result.State == ProposalState.Accepted));
        Assert.Equal(1L, await _database.Scalar<long>("select count(*) from record_change where origin = 'edit'"));
    }

    [Fact]
    public async Task An_acceptance_and_a_withdrawal_at_once_do_not_both_happen()
    {
        for (var round = 0; round < 5; round++)
        {
            var proposal = await ProposeNewSite($"https://example.org/{round}");
            await using Desk ann = new(_database), ben = new(_database);
            var results = await Task.WhenAll(ann.Proposals.Withdraw(proposal, Desk.Ann), ben.Proposals.Accept(proposal, Desk.Ben));
            Assert.Single(results, result => result is EditResult.Applied or EditResult.Closed);
            var site = (await _desk.Channel("fbi-tips")).Website;
            Assert.Equal(await State(proposal) == ProposalState.Accepted, site == $"https://example.org/{round}");
        }
    }

    [Fact]
    public async Task A_declined_and_a_withdrawn_proposal_are_closed_for_good()
    {
        var declined = await ProposeNewSite();
        Assert.Equal(new EditResult.Closed(ProposalState.Declined), await _desk.Proposals.Decline(declined, Desk.Ben, "It is the old page"));
        var withdrawn = await ProposeNewSite();
        Assert.Equal(new EditResult.Closed(ProposalState.Withdrawn), await _desk.Proposals.Withdraw(withdrawn, Desk.Ann));

        Assert.Equal(new EditResult.AlreadyDecided(ProposalState.Declined), await _desk.Proposals.Accept(declined, Desk.Ben));
        Assert.Equal(new EditResult.AlreadyDecided(ProposalState.Withdrawn), await _desk.Proposals.Accept(withdrawn, Desk.Ben));
        Desk.Is<EditResult.NotFound>(await _desk.Proposals.Accept(4711, Desk.Ben));
        Assert.NotEqual(NewSite, (await _desk.Channel("fbi-tips")).Website);
    }

    [Fact]
    public async Task A_newer_proposal_of_the_same_editor_takes_the_place_of_the_older()
    {
        var older = await ProposeNewSite();
        var newer = await ProposeNewSite("https://example.org/newer");
        Assert.Equal((ProposalState.Superseded, ProposalState.Open), (await State(older), await State(newer)));
    }

    [Fact]
    public async Task With_one_editor_a_contact_changes_at_once_and_the_history_says_so()
    {
        await using var desk = new Desk(_database, fourEyes: false);
        Desk.Is<EditResult.Applied>(await desk.Propose("fbi-tips", tips => tips with { Website = NewSite }));
        Assert.True((await LastChange()).SingleHanded);

        Desk.Is<EditResult.Applied>(await desk.Propose("fbi-tips", tips => tips with { Notes = "No contact" }));
        Assert.False((await LastChange()).SingleHanded);
    }

    [Fact]
    public async Task A_change_is_taken_back_as_a_new_change_through_the_same_door()
    {
        Desk.Is<EditResult.Applied>(await _desk.Proposals.Accept(await ProposeNewSite(), Desk.Ben));
        var change = await LastChange();

        var proposal = Desk.Is<EditResult.Proposed>(await _desk.Proposals.Revert(change.Id, change.Id, Desk.Note(Desk.Ben))).Proposal;
        Desk.Is<EditResult.OwnProposal>(await _desk.Proposals.Accept(proposal, Desk.Ben));
        Desk.Is<EditResult.Applied>(await _desk.Proposals.Accept(proposal, Desk.Ann));

        var back = await LastChange();
        Assert.Equal((ChangeOrigin.Revert, change.Id, Desk.Ben, Desk.Ann), (back.Origin, back.Reverts, back.Editor, back.Approver));
        Assert.Equal((change.Before, change.After), (back.After, back.Before));
        Desk.Is<EditResult.Stale>(await _desk.Proposals.Revert(change.Id, change.Id, Desk.Note()));
        Desk.Is<EditResult.NotFound>(await _desk.Proposals.Revert(4711, 0, Desk.Note()));
    }

    [Fact]
    public async Task A_removed_channel_comes_back_by_reverting()
    {
        await using var desk = new Desk(_database, fourEyes: false);
        var childline = await desk.Editing.Read(RecordKey.Channel("gb-childline"));
        Desk.Is<EditResult.Applied>(await desk.Proposals.Propose(childline.Key, childline.Version, null, Desk.Note()));
        Assert.Null((await desk.Editing.Read(childline.Key)).Content);
        var removal = await LastChange();

        Desk.Is<EditResult.Applied>(await desk.Proposals.Revert(removal.Id, removal.Id, Desk.Note()));

        Assert.Equal(childline.Content, (await desk.Editing.Read(childline.Key)).Content);
    }

    [Fact]
    public async Task An_edit_can_be_part_of_the_caller_s_transaction()
    {
        await using (var transaction = await _desk.Context.Database.BeginTransactionAsync())
            Desk.Is<EditResult.Applied>(await _desk.Propose("fbi-tips", tips => tips with { Notes = "Not committed" }));
        Assert.NotEqual("Not committed", (await _desk.Channel("fbi-tips")).Notes);
        Assert.Equal(1L, await _database.Scalar<long>("select max(revision) from record_change"));
    }

    private async Task<long> ProposeNewSite(string site = NewSite) =>
        Desk.Is<EditResult.Proposed>(await _desk.Propose("fbi-tips", tips => tips with { Website = site })).Proposal;

    private async Task<ProposalState> State(long proposal) =>
        (await _desk.Context.Proposals.AsNoTracking().SingleAsync(row => row.Id == proposal)).State;

    private Task<RecordChangeRow> LastChange() => _desk.Context.RecordChanges.AsNoTracking().OrderBy(change => change.Id).LastAsync();
}
