"""What home counts: now, in the last 13 weeks, and in the 13 before."""

from datetime import date, timedelta
from decimal import Decimal

from beide.change import Form, Mode
from beide.web.exchange import actions
from beide.web.exchange.counts import Counts, counts_of
from beide.web.initiatives.actions import start, stop
from beide.web.network.models import Experiment, Joining, Round
from tests.web.people import World

TODAY = date(2026, 6, 3)


def counted(world: World) -> Counts:
    return counts_of(world.noord, today=TODAY)


def experiment(world: World, *, began: int | None, learnt: bool = False) -> Experiment:
    loop = start(organisation=world.noord, form=Form.INNOVATION, title="Fitting at home")
    return Experiment.objects.create(
        initiative=loop,
        round=Round.objects.create(initiative=loop, number=1, question="What if?"),
        title="Ten fittings",
        believe="a",
        attempt="b",
        will_see="c",
        stops_when="d",
        begins=None if began is None else TODAY - timedelta(days=began),
        learnt_on=TODAY if learnt else None,
    )


def insight(world: World, *, found: int) -> None:
    on = TODAY - timedelta(days=found)
    actions.find(organisation=world.noord, found_in=Mode.NETWORK, kind="insight", what="x", on=on)


def test_nothing_is_nothing(world: World) -> None:
    found = counted(world)
    assert found.agreed_hours == 0
    assert (found.waiting, found.running, found.people, found.found) == (0, 0, 0, 0)


def test_experiments_run_from_their_day_until_they_are_learnt_from(world: World) -> None:
    experiment(world, began=0)
    experiment(world, began=95)
    experiment(world, began=None)
    experiment(world, began=-3)
    experiment(world, began=10, learnt=True)
    stop(initiative=experiment(world, began=5).initiative, why="no time")
    found = counted(world)
    assert (found.running, found.begun, found.begun_before) == (2, 3, 1)


def test_insights_fall_in_the_weeks_in_which_they_were_found(world: World) -> None:
    for days in (0, 90, 91, 181, 182):
        insight(world, found=days)
    found = counted(world)
    assert (found.found, found.found_before) == (2, 2)


def test_people_count_once_and_only_agreed_hours_add_up(world: World) -> None:
    for title in ("One", "Two"):
        loop = start(organisation=world.noord, form=Form.TRANSITION, title=title)
        Joining.objects.create(initiative=loop, membership=world.mia, hours=2, agreed_on=TODAY)
        Joining.objects.create(initiative=loop, membership=world.lex, hours=3)
    found = counted(world)
    assert (found.people, found.agreed_people, found.agreed_hours) == (2, 1, Decimal(4))


def test_another_organisation_does_not_count(world: World) -> None:
    actions.find(organisation=world.zuid, found_in=Mode.NETWORK, kind="insight", what="x", on=TODAY)
    assert counted(world).found == 0
