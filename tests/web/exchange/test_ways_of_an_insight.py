"""An insight is found, offered, answered, used and checked; each step can be taken back."""

from datetime import timedelta

import pytest
from django.utils import timezone

from beide.change import Mode
from beide.web.exchange import access, actions
from beide.web.exchange.counts import counts_of
from beide.web.exchange.models import Insight
from tests.web.people import World

State = Insight.State


@pytest.fixture
def insight(world: World) -> Insight:
    return actions.find(
        organisation=world.noord,
        found_in=Mode.NETWORK,
        kind=Insight.Kind.INSIGHT,
        what="Who sees the aid at home first, almost never sends it back",
        on=timezone.localdate() - timedelta(days=60),
    )


def test_an_insight_goes_its_whole_way(insight: Insight, world: World) -> None:
    actions.offer(insight=insight, to_role="planner", to_team=world.teams["Intake"])
    actions.answer(insight=insight, state=State.ADAPTED, why="Only for wheelchairs")
    actions.use(insight=insight, how="On the planning board")
    actions.check(insight=insight, holds=True, saw="8 of 9")
    states = list(insight.passages.values_list("state", flat=True))
    assert states == ["found", "offered", "adapted", "in_use"]
    assert insight.checks.get().holds


@pytest.mark.parametrize("state", [State.ACCEPTED, State.DECLINED])
def test_what_was_not_offered_cannot_be_answered(insight: Insight, state: str) -> None:
    assert actions.answer(insight=insight, state=state, why="") is None
    insight.refresh_from_db()
    assert insight.state == State.FOUND


def test_two_answers_count_once(insight: Insight) -> None:
    actions.offer(insight=insight, to_role="planner", to_team=None)
    assert actions.answer(insight=insight, state=State.ACCEPTED, why="") is not None
    assert actions.answer(insight=insight, state=State.DECLINED, why="no") is None
    insight.refresh_from_db()
    assert insight.state == State.ACCEPTED


def test_a_declined_insight_can_be_offered_again(insight: Insight) -> None:
    actions.offer(insight=insight, to_role="planner", to_team=None)
    actions.answer(insight=insight, state=State.DECLINED, why="Not this quarter")
    assert actions.offer(insight=insight, to_role="adviser", to_team=None) is not None
    assert insight.state == State.OFFERED


def test_only_the_latest_step_can_be_taken_back(insight: Insight) -> None:
    offered = actions.offer(insight=insight, to_role="planner", to_team=None)
    answered = actions.answer(insight=insight, state=State.ACCEPTED, why="")
    assert offered
    assert answered
    assert not actions.take_back(insight=insight, passage=offered)
    assert actions.take_back(insight=insight, passage=answered)
    insight.refresh_from_db()
    assert insight.state == State.OFFERED


@pytest.mark.parametrize(("days", "too_long"), [(14, False), (15, True)])
def test_what_waits_over_two_weeks_shows(
    insight: Insight, world: World, days: int, too_long: bool
) -> None:
    on = timezone.localdate() - timedelta(days=days)
    actions.offer(insight=insight, to_role="planner", to_team=None, on=on)
    (found,) = access.waiting(world.noord.pk)
    assert access.waits_too_long(found) is too_long
    counted = counts_of(world.noord)
    assert (counted.waiting, counted.too_long, counted.used_this_year) == (1, int(too_long), 0)
