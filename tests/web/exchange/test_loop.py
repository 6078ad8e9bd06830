"""The loop on home: each part with a number, a trend of 13 weeks, how sure, and where to go."""

import re

from django.urls import reverse

from beide.change import Mode
from beide.web.exchange import actions
from beide.web.exchange.facts import facts_of
from beide.web.exchange.loop import Flow, loop_of
from beide.web.exchange.models import Insight
from tests.web.conftest import As
from tests.web.exchange.things import agreement, promise, weekly
from tests.web.people import World

WOBBLE = [0.01, -0.01]


def parts(world: World) -> tuple[Flow, Flow, Flow, Flow]:
    stability, room, exploration, insight = loop_of(facts_of(world.noord))
    return stability, room, exploration, insight


def test_an_empty_organisation_is_told_what_to_do(world: World) -> None:
    stability, room, exploration, _ = parts(world)
    assert stability.url == reverse("evidence:list", args=["noord"])
    assert stability.todo == "Add an event log and a promise"
    assert "Agree with a team" in room.todo
    assert exploration.now == "0 experiments"


def test_stability_tells_both_quarters(world: World) -> None:
    low = [0.85 + WOBBLE[week % 2] for week in range(13)]
    high = [0.95 + WOBBLE[week % 2] for week in range(13)]
    kept = promise(world.noord, **weekly(low + high))
    stability = parts(world)[0]
    assert stability.trend == "up: 95% in 13 weeks, 85% in the 13 before"
    assert stability.url == reverse("evidence:promise", args=["noord", kept.pk])
    assert "400 cases" in stability.sureness


def test_a_wobble_is_no_trend(world: World) -> None:
    promise(world.noord, **weekly([0.9 + 3 * WOBBLE[week % 2] for week in range(26)]))
    assert parts(world)[0].trend.startswith("no clear change: 90%")


def test_room_and_exploring_stand_beside_each_other(world: World) -> None:
    agreement(world.teams["Intake"], used=[4.0] * 13 + [8.0] * 13)
    agreement(world.teams["Magazijn"], used=[None] * 26, hours=6)
    _, room, exploration, _ = parts(world)
    assert room.now == "16 hours"
    assert room.sureness == "agreed with 2 teams"
    assert room.trend.startswith("no clear change: 16 hours")
    assert exploration.now == "8 hours"
    assert exploration.sureness == "told by 1 of 2 teams"
    assert exploration.trend == "up: 8 hours in 13 weeks, 4 hours in the 13 before"


def test_a_team_of_a_few_gives_no_number(world: World) -> None:
    agreement(world.teams["Intake"], used=[4.0] * 6)
    world.teams["Intake"].people = 3
    world.teams["Intake"].save()
    _, room, exploration, _ = parts(world)
    assert "4 hours" not in exploration.now
    assert room.todo


def test_insights_are_counted_by_quarter(world: World) -> None:
    insight = actions.find(
        organisation=world.noord, found_in=Mode.NETWORK, kind="insight", what="x"
    )
    actions.offer(insight=insight, to_role="planner", to_team=None)
    flow = parts(world)[3]
    assert flow.now == "1 waits"
    assert flow.trend == "1 found in 13 weeks, 0 in the 13 before"


def test_home_has_the_loop_as_a_list_and_as_a_table(world: World, signed_in: As) -> None:
    agreement(world.teams["Intake"], used=[4.0] * 26)
    page = signed_in(world.mia).get("/o/noord/").content.decode()
    flows = re.findall(r'<li class="flow mode--\w+">.*?</li>', page, re.DOTALL)
    assert len(flows) == 4
    assert all('<a href="/o/noord/' in flow for flow in flows)
    assert page.count('<th scope="row">') == 4
    assert "and back to stability: no insight is in use yet" in page


def test_home_speaks_dutch(world: World, signed_in: As) -> None:
    agreement(world.teams["Intake"], used=[4.0] * 26)
    page = signed_in(world.mia, language="nl").get("/o/noord/").content.decode()
    assert "verteld door 1 van 1 teams" in page
    assert "geen duidelijk verschil: 4 uur in 13 weken" in page


def test_what_is_in_use_comes_back(world: World) -> None:
    insight = Insight.objects.create(
        organisation=world.noord, found_in="network", kind="insight", what="x", state="in_use"
    )
    assert facts_of(world.noord).counts.in_use == 1
    assert str(insight) == "x"
