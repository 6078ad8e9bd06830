"""The story holds together: who is named exists, and what follows comes after."""

from beide.change import Form, Mode
from beide.demo import organisation

STORY = organisation()
PEOPLE = {person.key: person for person in STORY.people}
TEAMS = {team.key: team for team in STORY.teams}
ROLES = {role.key: role for role in STORY.roles}
TENSIONS = {tension.key: tension for tension in STORY.tensions}
INITIATIVES = {initiative.key: initiative for initiative in STORY.initiatives}
EXPERIMENTS = {experiment.key: experiment for experiment in STORY.experiments}


def test_140_people_in_nine_teams() -> None:
    teams = [team for team in STORY.teams if team.people]
    assert len(teams) == 9
    assert sum(team.people for team in teams) == 140
    for team in teams:
        assert sum(role.people for role in STORY.roles if role.team == team.key) == team.people


def test_teams_are_a_tree_with_parents_first() -> None:
    seen: set[str] = set()
    roots = [team for team in STORY.teams if team.parent is None]
    assert [team.key for team in roots] == ["hulpmiddelen-noord"]
    for team in STORY.teams:
        assert team.parent is None or team.parent in seen
        seen.add(team.key)


def test_people_have_a_place_and_an_invented_address() -> None:
    for person in STORY.people:
        assert person.email == f"{person.key}@hulpmiddelen-noord.example"
        assert person.team is None or TEAMS[person.team].people
        assert person.role is None or ROLES[person.role].team == person.team
        assert (person.leads is not None) == ("lead" in person.access)
        assert person.leads is None or person.leads in TEAMS


def test_every_way_of_taking_part_is_there() -> None:
    assert {one for person in STORY.people for one in person.access} == {
        "member",
        "lead",
        "guide",
        "administrator",
        "council",
    }
    assert sum("lead" in person.access for person in STORY.people) >= 2


def test_the_council_only_reads() -> None:
    writers = {tension.by for tension in STORY.tensions}
    writers |= {initiative.carried_by for initiative in STORY.initiatives}
    writers |= {experiment.by for experiment in STORY.experiments}
    writers |= {step.by for insight in STORY.insights for step in insight.history}
    council = {person.key for person in STORY.people if person.access == ("council",)}
    assert council
    assert not council & writers


def test_tensions_come_from_people_who_exist_or_from_nobody() -> None:
    assert len(STORY.tensions) >= 10
    for tension in STORY.tensions:
        assert tension.team in TEAMS
        assert tension.by is None or tension.by in PEOPLE
        assert set(tension.recognised_by) <= PEOPLE.keys() - {tension.by}
        moments = [tension.days_ago, *(choice.days_ago for choice in tension.choices)]
        assert moments == sorted(moments, reverse=True)
    assert any(tension.by is None for tension in STORY.tensions)
    assert any(not tension.choices for tension in STORY.tensions)
    assert any(len(tension.choices) > 1 for tension in STORY.tensions)


def test_initiatives_follow_their_tension() -> None:
    assert {initiative.form for initiative in STORY.initiatives} == set(Form)
    for initiative in STORY.initiatives:
        choice = TENSIONS[initiative.tension].choices[-1]
        assert initiative.form is choice.form
        assert initiative.days_ago <= choice.days_ago
        assert ROLES[initiative.role].team == initiative.team
        assert initiative.carried_by in PEOPLE
        assert (initiative.hierarchy is not None) == (initiative.mode is Mode.HIERARCHY)
        assert (initiative.network is not None) == (initiative.mode is Mode.NETWORK)
        assert max(len(initiative.name.nl), len(initiative.name.en)) <= 140


def test_the_hierarchy_shows_every_stage_but_keeps_its_order() -> None:
    carried = [one.hierarchy for one in STORY.initiatives if one.hierarchy]
    assert {one.stage for one in carried} == {"analyse", "plan", "execute", "held"}
    for one in carried:
        assert [step.in_days for step in one.steps] == sorted(step.in_days for step in one.steps)
        if one.stage == "held":
            assert all(step.done_days_ago is not None for step in one.steps)
            assert one.held.outcome


def test_rounds_are_numbered_and_only_the_last_goes_on() -> None:
    for initiative in STORY.initiatives:
        if initiative.network is None:
            continue
        rounds = initiative.network.rounds
        assert [one.number for one in rounds] == list(range(1, len(rounds) + 1))
        assert [one.ended_days_ago is None for one in rounds] == [
            one is rounds[-1] for one in rounds
        ]
        assert all(one.days_ago <= initiative.days_ago for one in rounds)


def test_volunteers_have_their_hours_agreed_by_a_lead() -> None:
    waiting = 0
    for initiative in STORY.initiatives:
        for volunteer in initiative.network.volunteers if initiative.network else ():
            assert volunteer.days_ago <= initiative.days_ago
            assert 0 < volunteer.hours_per_week <= 8
            if volunteer.agreed_by is None:
                waiting += 1
                continue
            assert "lead" in PEOPLE[volunteer.agreed_by].access
            assert volunteer.agreed_days_ago is not None
            assert volunteer.agreed_days_ago <= volunteer.days_ago
    assert waiting == 1


def test_the_transition_has_a_ledger_with_three_sides() -> None:
    ledger = INITIATIVES["eerst-de-mens"].network
    assert ledger
    assert {entry.kind for entry in ledger.ledger} == {"let_go", "kept", "begun"}
    for initiative in STORY.initiatives:
        if initiative.network and initiative.network.ledger:
            assert initiative.form is Form.TRANSITION


def test_experiments_fall_in_their_round() -> None:
    assert len(STORY.experiments) >= 5
    for experiment in STORY.experiments:
        network = INITIATIVES[experiment.initiative].network
        assert network
        own = network.rounds[experiment.round - 1]
        assert experiment.starts_days_ago <= own.days_ago
        assert experiment.ends_days_ago < experiment.starts_days_ago
        over = experiment.state in {"learnt", "stopped"}
        assert (experiment.learning is not None) == over
        assert (experiment.state == "planned") == (experiment.starts_days_ago < 0)
        if experiment.learning:
            assert 0 < experiment.learning.days_ago <= experiment.ends_days_ago
            assert (experiment.learning.next == "stop") == (experiment.state == "stopped")


def test_insights_go_both_ways_and_are_never_declined_silently() -> None:
    assert {insight.found_in for insight in STORY.insights} == set(Mode)
    assert {insight.state for insight in STORY.insights} >= {
        "found",
        "offered",
        "accepted",
        "declined",
        "in_use",
        "checked",
    }
    for insight in STORY.insights:
        days = [step.days_ago for step in insight.history]
        assert days == sorted(days, reverse=True)
        assert insight.history[0].state == "found"
        assert (insight.offered_to_role is None) == (len(insight.history) == 1)
        for step in insight.history:
            assert step.by in PEOPLE
            assert step.note or step.state not in {"declined", "adapted"}


def test_insights_rest_on_what_exists() -> None:
    for insight in STORY.insights:
        assert insight.initiative is None or insight.initiative in INITIATIVES
        if insight.offered_to_role:
            assert ROLES[insight.offered_to_role].team == insight.offered_to_team
        if insight.experiment:
            learning = EXPERIMENTS[insight.experiment].learning
            assert learning


def test_one_insight_has_waited_more_than_two_weeks() -> None:
    waiting = [one for one in STORY.insights if one.state == "offered"]
    assert [one.history[-1].days_ago > 14 for one in waiting].count(True) == 1


def test_event_data_are_exempt_because_they_are_generated() -> None:
    assert STORY.consent.exempt
    assert "gegenereerd" in STORY.consent.reason.nl
    assert "generated" in STORY.consent.reason.en
