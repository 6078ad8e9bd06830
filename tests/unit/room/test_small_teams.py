"""A role in which too few people work has no figure of its own, whatever is asked."""

import json
import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from beide import log
from beide.errors import TooLittleData, WrongOption
from beide.room import Arrivals, Change, Moved, People, Removed, Room, Work, room, what_if
from beide.room._answer import answer
from beide.room._groups import EVERYONE, MINIMUM, OTHERS, check_enough, groups
from beide.room._study import Study, study
from beide.room._trials._logs import log_of
from beide.room._trials._worlds import World
from beide.room._ways import Way
from beide.room.figures import room_figure, waiting_figure
from beide.text import Text

PROMISE = log.promise("within 5d for 90%")
sizes = st.lists(st.tuples(st.integers(0, 12), st.booleans()), min_size=1, max_size=9)


@given(roles=sizes, minimum=st.integers(MINIMUM, 10))
def test_what_is_told_is_of_enough_people_and_nothing_is_left_to_subtract(
    roles: list[tuple[int, bool]], minimum: int
) -> None:
    people = np.array([size for size, _ in roles], dtype=np.int64)
    simulated = np.array([does for _, does in roles])
    names = [f"team {number}" for number in range(len(roles))]
    found = groups(names, people, simulated, minimum=minimum)
    told = [code for group in found.told for code in group.codes]
    assert all(people[list(group.codes)].sum() >= minimum for group in found.told)
    assert sorted([*told, *found.untold]) == np.flatnonzero(simulated).tolist()
    assert sum(not group.is_one for group in found.told) <= 1
    assert people[list(found.untold)].sum() < minimum
    for group in found.told:
        assert group.roles == tuple(names[code] for code in group.codes)
        assert (group.name == group.roles[0]) == group.is_one


def test_small_teams_together_are_the_others_or_everyone() -> None:
    everyone = groups("ab", np.array([3, 4]), np.array([True, True]), minimum=5)
    assert [group.name for group in everyone.told] == [EVERYONE]
    beside = groups("abc", np.array([3, 4, 9]), np.array([True] * 3), minimum=5)
    assert [group.name for group in beside.told] == ["c", OTHERS]


def test_an_organisation_can_only_raise_it(calm_log: log.Log) -> None:
    with pytest.raises(WrongOption, match="minimum"):
        room(calm_log, promise=PROMISE, minimum=4)
    with pytest.raises(WrongOption, match="minimum"):
        what_if(calm_log, Arrivals(1.1), promise=PROMISE, minimum=1)


def test_too_few_people_in_all_is_said_in_words() -> None:
    with pytest.raises(TooLittleData, match="fewer than 5 people"):
        check_enough(np.array([2, 2]), np.array([True, True]), minimum=5)


def told_of(people: tuple[int, int, int, int]) -> tuple[Study, Room]:
    world = World(cases_a_week=40, busy=0.5, people=people)
    events = log_of(world, np.random.default_rng(4), weeks=16)
    found = study(events, within=120.0, share=0.9, seed=1)
    promise = Text(nl="binnen 5 dagen", en="within 5 days")
    return found, answer(found, promise=promise, way=Way.SPREAD, seed=1)


def test_one_small_team_beside_large_ones_is_not_told_and_frees_nothing() -> None:
    found, told = told_of((6, 6, 2, 6))
    assert told.untold == ("c",)
    assert [team.team for team in told.teams] == ["a", "b", "d"]
    assert [check.role for check in told.checks] == ["a", "b", "d"]
    hours = found.fit.network.hours
    assert sum(team.total for team in told.teams) == pytest.approx(hours[[0, 1, 3]].sum())
    assert told.hours == pytest.approx(sum(team.hours for team in told.teams))
    assert not any(each.change.en.endswith("in c") for each in told.tried)
    everything = (*told.sentences, *told.remarks)
    mentions = [text.en for text in everything if re.search(r"\bc\b", text.en, re.IGNORECASE)]
    assert len(mentions) == 1
    assert mentions[0].startswith("Beide tells nothing about c")


def test_small_teams_are_told_together_and_free_the_same_share(roomy: Room) -> None:
    together = roomy.teams[-1]
    assert (together.team, set(together.roles)) == (OTHERS, {"c", "d"})
    assert together.name.nl == "de andere teams samen"
    assert roomy.untold == ()
    assert any("stand together" in remark.en for remark in roomy.remarks)


def test_no_name_of_a_small_team_carries_a_number(roomy: Room) -> None:
    told = json.loads(json.dumps(roomy.to_dict()))
    assert {team["team"] for team in told["teams"]} & {"c", "d"} == set()
    for sentence in told["sentences"]:
        assert not sentence["en"].startswith(("C:", "D:"))
    for figure in (room_figure(roomy), waiting_figure(roomy)):
        rows = json.dumps(figure.to_dict())
        assert '"c"' not in rows
        assert '"d"' not in rows


@pytest.mark.parametrize(
    "change",
    [People("c", -1), People("d", 1), Work(0.9, "c"), Removed("d"), Moved("c", "c")],
)
def test_no_what_if_about_a_small_team(calm_log: log.Log, change: Change) -> None:
    with pytest.raises(TooLittleData, match="fewer than 5 people"):
        what_if(calm_log, change, promise=PROMISE)


def test_a_change_about_nobody_does_not_hide_one_about_a_small_team(calm_log: log.Log) -> None:
    with pytest.raises(TooLittleData):
        what_if(calm_log, [Arrivals(1.0), People("c", -1)], promise=PROMISE)


def test_saying_that_more_people_work_there_makes_a_team_no_larger(calm_log: log.Log) -> None:
    with pytest.raises(TooLittleData):
        what_if(calm_log, People("c", -1), promise=PROMISE, people={"c": 9})
