"""A year for a leadership meeting: four quarters, what came of them, and little enough to print."""

from datetime import timedelta
from decimal import Decimal

from django.utils import timezone

from beide.change import Form, Mode
from beide.web.exchange import actions
from beide.web.exchange.models import AlarmAnswer
from beide.web.exchange.year import MOST, Year, year_of
from beide.web.initiatives.actions import start
from tests.web.conftest import As
from tests.web.exchange.things import agreement, loop, promise, read_plan, weekly
from tests.web.people import World


def found(world: World) -> Year:
    return year_of(world.noord)


def test_quarters_add_up_the_weeks_in_them(world: World) -> None:
    promise(world.noord, **weekly([0.8] * 13 + [0.9] * 39))
    agreement(world.teams["Intake"], used=[3.0] * 26)
    quarters = found(world).quarters
    assert [quarter.share for quarter in quarters] == ["80%", "90%", "90%", "90%"]
    assert [quarter.granted for quarter in quarters] == [0, 0, Decimal(130), Decimal(130)]
    assert [quarter.used for quarter in quarters] == [None, None, Decimal(39), Decimal(39)]
    assert quarters[-1].until < timezone.localdate() <= quarters[-1].until + timedelta(days=7)


def test_what_came_of_it_is_counted_within_the_year(world: World) -> None:
    long_ago = timezone.localdate() - timedelta(days=400)
    for on in (long_ago, timezone.localdate()):
        insight = actions.find(
            organisation=world.noord, found_in=Mode.NETWORK, kind="insight", what="x", on=on
        )
        actions.offer(insight=insight, to_role="planner", to_team=None, on=on)
        actions.answer(insight=insight, state="accepted", why="", on=on)
    numbers = found(world).numbers
    told = [numbers[f"insights_{name}"] for name in ("found", "offered", "adopted", "held")]
    assert told == [1, 1, 1, 0]


def test_an_insight_holds_by_its_last_look(world: World) -> None:
    insight = actions.find(
        organisation=world.noord, found_in=Mode.NETWORK, kind="insight", what="x"
    )
    actions.offer(insight=insight, to_role="planner", to_team=None)
    actions.answer(insight=insight, state="accepted", why="")
    actions.use(insight=insight, how="On Tuesdays")
    actions.check(insight=insight, holds=True, saw="Yes")
    assert found(world).numbers["insights_held"] == 1
    actions.check(insight=insight, holds=False, saw="No")
    assert found(world).numbers["insights_held"] == 0


def test_both_abilities_are_counted(world: World) -> None:
    for form in (Form.IMPROVEMENT, Form.RENEWAL, Form.INNOVATION):
        start(organisation=world.noord, form=form, title=form)
    numbers = found(world).numbers
    assert (numbers["excellence"], numbers["evolution"]) == (2, 1)


def test_no_more_is_named_than_fits(world: World, signed_in: As) -> None:
    for number in range(MOST + 2):
        read_plan(loop(world, title=f"Loop {number}"))
    assert len(found(world).effects_first) == MOST
    page = signed_in(world.mia).get("/o/noord/year/").content.decode()
    assert f"{MOST} of {MOST + 2} effects are named here." in page


def test_an_empty_year_says_what_is_missing(world: World, signed_in: As) -> None:
    page = signed_in(world.mia).get("/o/noord/year/").content.decode()
    assert "Nothing was measured this year." in page
    assert "No insight is in use yet." in page
    assert "Nothing had to be said about an alarm this year." in page


def test_it_speaks_dutch(world: World, signed_in: As) -> None:
    page = signed_in(world.mia, language="nl").get("/o/noord/year/").content.decode()
    assert "De belofte en de ruimte, per kwartaal" in page
    assert "Om over te praten" in page


def test_few_queries(world: World, signed_in: As, django_assert_max_num_queries: object) -> None:
    for number in range(4):
        insight = actions.find(
            organisation=world.noord, found_in=Mode.NETWORK, kind="insight", what=f"x{number}"
        )
        actions.offer(insight=insight, to_role="planner", to_team=None)
        actions.answer(insight=insight, state="accepted", why="")
        actions.use(insight=insight, how="On Tuesdays")
        read_plan(loop(world, title=f"Loop {number}"))
    agreement(world.teams["Intake"], used=[3.0] * 26)
    AlarmAnswer.objects.create(
        organisation=world.noord,
        team=world.teams["Intake"],
        way="try",
        words="On Tuesdays",
        until=timezone.localdate(),
    )
    client = signed_in(world.lex)
    with django_assert_max_num_queries(15):  # type: ignore[operator]
        page = client.get("/o/noord/year/").content.decode()
    assert "On Tuesdays" in page
