"""The moment from which the outcome counts."""

import pytest

from beide.discover._landmark import Landmark, marks
from beide.errors import WrongOption
from beide.log import Log
from beide.log.outcomes import tables


@pytest.mark.parametrize(
    "text", ["arrival", "first_step", "steps:3", "handover:2", "step:Check the form: twice"]
)
def test_what_is_written_is_read_back(text: str) -> None:
    assert Landmark.parse(text).source == text


@pytest.mark.parametrize("text", ["", "later", "steps:0", "steps:x", "handover:", "step:", "steps"])
def test_anything_else_is_refused_with_what_would_do(text: str) -> None:
    with pytest.raises(WrongOption, match="handover:2"):
        Landmark.parse(text)


def reached(log: Log, text: str) -> dict[int, tuple[int, int]]:
    here = tables(log)
    rows = here.rows(marks(here, Landmark.parse(text)))
    return {row["case"]: (row["position"], row["activity"]) for row in rows}


@pytest.mark.parametrize("text", ["steps:3", "handover:2", "step:make", "first_step"])
def test_moments_agree_with_the_reference(log: Log, text: str) -> None:
    here = tables(log)
    cases: dict[int, list[tuple[int, int]]] = {}
    for row in here.rows(here.events.order_by("case", "position")):
        cases.setdefault(row["case"], []).append((row["activity"], row["role"]))
    make = list(here.names("activities")).index("make")
    expected = {}
    for case, events in cases.items():
        places = {
            "steps:3": 2,
            "first_step": 0,
            "step:make": next((at for at, each in enumerate(events) if each[0] == make), None),
            "handover:2": handed(events, 2),
        }
        at = places[text]
        if at is not None and at < len(events) - 1:
            expected[case] = (at, events[at][0])
    assert reached(log, text) == expected
    assert len(expected) > 800


def handed(events: list[tuple[int, int]], number: int) -> int | None:
    changes = [at for at in range(1, len(events)) if events[at][1] != events[at - 1][1]]
    return changes[number - 1] if len(changes) >= number else None


def test_all_cases_arrive(log: Log) -> None:
    assert len(reached(log, "arrival")) == log.about.cases


def test_a_step_that_is_not_there_is_named(log: Log) -> None:
    with pytest.raises(WrongOption, match=r"receive.*step:paint"):
        marks(tables(log), Landmark.parse("step:paint"))
