"""What the data said about a plan: found where something changed, and nowhere else."""

from collections.abc import Callable

import pytest

from beide.web.effects import access, actions
from beide.web.effects.models import Plan, Reading
from beide.web.evidence.models import Promise
from tests.web.effects.series import STARTS, a_plan, an_improvement
from tests.web.people import World

Promised = Callable[..., Promise]
Measure = Plan.Measure


def read(plan: Plan) -> Reading:
    found = actions.read_at_once(plan=plan)
    assert found is not None
    return found


def test_finds_that_more_cases_keep_the_promise(world: World, promised: Promised) -> None:
    found = read(a_plan(an_improvement(world.noord), promised(late=0.4, late_after=0.1)))
    assert found.verdict == "improved"
    low, high = found.effect["interval"]
    assert 0.1 < low < 0.3 < high < 0.45
    assert found.effect["kind"] == "share"
    assert not found.flagged


def test_finds_nothing_where_nothing_changed(world: World, promised: Promised) -> None:
    found = read(a_plan(an_improvement(world.noord), promised()))
    low, high = found.effect["interval"]
    assert found.verdict == "cannot_tell"
    assert low < 0 < high


def test_finds_a_lower_lead_time_as_a_ratio(world: World, promised: Promised) -> None:
    promise = promised(late=0.9, late_after=0.05)
    plan = a_plan(an_improvement(world.noord), promise, measure=Measure.LEAD_TIME)
    found = read(plan)
    assert found.verdict == "improved"
    assert found.effect["kind"] == "amount"
    assert found.effect["interval"][1] < -0.5


def test_flags_a_promise_that_suffers(world: World, promised: Promised) -> None:
    plan = a_plan(an_improvement(world.noord), promised(late=0.1, late_after=0.5))
    found = read(plan)
    assert found.flagged
    assert found.watch["suffers"]
    assert [shown.plan for shown in access.flagged(world.noord)] == [plan]
    assert access.flagged(world.zuid) == []


@pytest.mark.parametrize("told", ["ended", "withdrawn", "stopped"])
def test_no_flag_once_it_is_over(world: World, promised: Promised, told: str) -> None:
    plan = a_plan(an_improvement(world.noord), promised(late=0.1, late_after=0.5))
    read(plan)
    if told == "ended":
        actions.end(plan=plan, on=STARTS)
    elif told == "withdrawn":
        actions.withdraw(plan=plan, why="Another one comes.")
    else:
        plan.initiative.stopped = STARTS
        plan.initiative.save(update_fields=["stopped"])
    assert access.flagged(world.noord) == []


def test_refuses_with_too_few_weeks_before(world: World, promised: Promised) -> None:
    early = STARTS.replace(year=2025, month=11, day=24)
    plan = a_plan(an_improvement(world.noord), promised(), starts=early)
    found = read(plan)
    assert found.verdict == "refused"
    assert "16 weeks" in found.said["en"]
    assert "16 weken" in found.said["nl"]
    assert found.effect == {}


def test_waits_for_the_day_that_was_agreed_and_shows_no_interval(
    world: World, promised: Promised
) -> None:
    later = STARTS.replace(year=2027)
    plan = a_plan(an_improvement(world.noord), promised(late_after=0.1), look_on=later)
    found = read(plan)
    assert found.verdict == "waiting"
    assert found.effect == {}
    assert found.watch["first"]["is_better"]
    assert "You look on 13 April 2027." in found.said["en"]
    assert "Jullie kijken op 13 april 2027." in found.said["nl"]


def test_waits_before_it_starts(world: World, promised: Promised) -> None:
    plan = a_plan(
        an_improvement(world.noord),
        promised(),
        starts=STARTS.replace(year=2027),
        look_on=STARTS.replace(year=2028),
    )
    found = read(plan)
    assert (found.verdict, found.watch, found.flagged) == ("waiting", {}, False)


def test_says_what_else_began_and_refuses_to_tell_them_apart(
    world: World, promised: Promised
) -> None:
    promise = promised(late_after=0.1)
    plan = a_plan(an_improvement(world.noord), promise)
    other = a_plan(
        an_improvement(world.noord, title="Plan daily"), promise, starts=STARTS.replace(day=20)
    )
    found = read(plan)
    assert found.verdict == "refused"
    assert found.others == [["Plan daily", "2026-04-20", other.initiative_id]]
    actions.withdraw(plan=other, why="It did not happen.")
    assert read(plan).verdict == "improved"


def test_compares_with_cases_in_which_nothing_starts(world: World, promised: Promised) -> None:
    promise = promised(late=0.5, late_after=0.1, only="Noord", a_week=60)
    scope = {"attributes": {"region": "Noord"}}
    others = [{"attributes": {"region": name}} for name in ("Zuid", "Oost")]
    plan = a_plan(an_improvement(world.noord), promise, scope=scope, compare_with=others)
    found = read(plan)
    assert found.verdict == "improved"
    assert set(found.effect["weights"]) == {"Zuid", "Oost"}
    assert [fake["name"] for fake in found.effect["in_space"]] == ["Zuid", "Oost"]


def test_cases_that_are_apart_are_no_overlap(world: World, promised: Promised) -> None:
    promise = promised(late=0.5, late_after=0.1, a_week=60)
    north, south = ({"attributes": {"region": name}} for name in ("Noord", "Zuid"))
    plan = a_plan(an_improvement(world.noord), promise, scope=north)
    a_plan(an_improvement(world.noord), promise, scope=south, starts=STARTS.replace(day=20))
    assert read(plan).verdict == "improved"


def test_mix_of_kinds_is_kept_the_same(world: World, promised: Promised) -> None:
    plan = a_plan(an_improvement(world.noord), promised(late_after=0.1), kinds="region")
    assert read(plan).verdict == "improved"


def test_unknown_attribute_is_refused_in_words(world: World, promised: Promised) -> None:
    found = read(a_plan(an_improvement(world.noord), promised(), kinds="colour"))
    assert found.verdict == "refused"
    assert "colour" in found.said["en"]


def test_changing_the_promise_changes_no_plan(world: World, promised: Promised) -> None:
    promise = promised(late_after=0.1)
    plan = a_plan(an_improvement(world.noord), promise)
    promise.within_hours = 1
    promise.save(update_fields=["within_hours"])
    assert read(Plan.objects.get(pk=plan.pk)).verdict == "improved"


def test_weeks_after_the_end_are_not_watched(world: World, promised: Promised) -> None:
    plan = a_plan(an_improvement(world.noord), promised(late=0.1, late_after=0.5))
    actions.end(plan=plan, on=STARTS)
    assert len(read(plan).watch["weeks"]) == 1


def test_reading_again_about_the_same_weeks_takes_the_place_of_the_first(
    world: World, promised: Promised
) -> None:
    plan = a_plan(an_improvement(world.noord), promised())
    first, second = read(plan), read(plan)
    assert first.until == second.until
    assert list(plan.readings.all()) == [second]
