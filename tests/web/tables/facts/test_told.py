"""What stands on a brick: figures in words, on what they rest, and patterns."""

import json

import pytest
from django.utils.translation import override

from beide.web.evidence.process.graph import Graph, Path
from beide.web.tables.facts.binding import Bound, bound
from beide.web.tables.facts.told import Known, Pattern, fact
from beide.web.tables.reading import read_brick

PATHS = (
    Path(from_=None, to="Pick", count=90, cases=90),
    Path(from_="Pick", to="Ship", count=1200, cases=80, median=7200.0),
    Path(from_="Ship", to="Ship", count=1, cases=9, median=60.0),
)
ABOUT_SHIP = Pattern(sentence="When shipped early ...", finding=3, names=frozenset({"Ship"}))
KNOWN = Known(
    name="Orders",
    cases=90,
    graphs=(Graph(view="steps", cases=90, minimum=5, hidden=0, paths=PATHS),),
    steps={
        "Ship": {"waited": 7200.0, "took": 1200.0, "with_work": False},
        "Pick": {"waited": 3600.0, "took": None, "with_work": True},
    },
    patterns=(ABOUT_SHIP,),
)


def test_a_step_in_english() -> None:
    with override("en"):
        told = fact(KNOWN, Bound(log=1, activity="Ship"))
    assert told.figures == (
        "1,201 times.",
        "Half of the time it waits at most 2 hours.",
        "Half of the time the work takes at most 20 minutes.",
    )
    assert told.rests_on == "Orders, on 90 cases."
    assert told.patterns == (ABOUT_SHIP,)


def test_where_the_start_is_not_known_the_work_is_in_the_wait() -> None:
    with override("en"):
        told = fact(KNOWN, Bound(log=1, activity="Pick"))
    assert told.figures == (
        "90 times.",
        "Half of the time it is done within 1 hour after what came before.",
    )
    assert not told.patterns


def test_a_passage() -> None:
    with override("en"):
        told = fact(KNOWN, Bound(log=1, from_="Pick", to="Ship"))
    assert told.figures == (
        "1,200 times.",
        "Half of the time 2 hours or less lies between the two.",
    )


def test_what_too_few_cases_have() -> None:
    with override("en"):
        told = fact(KNOWN, Bound(log=1, from_="Ship", to="Pick"))
    assert told.figures == ("Too few cases have this to say something of it.",)


@pytest.mark.parametrize(
    ("data", "means"),
    [
        ({"log": 1, "activity": "Pick"}, Bound(log=1, activity="Pick")),
        ({"log": 1, "from": "a", "to": "b"}, Bound(log=1, from_="a", to="b")),
        ({"log": "1", "activity": "Pick"}, None),
        ({"log": True, "activity": "Pick"}, None),
        ({"log": 1, "activity": ["Pick"]}, None),
        ({"log": 1, "from": "a"}, None),
        ({}, None),
    ],
)
def test_a_binding_that_cannot_be_read_is_none(data: object, means: Bound | None) -> None:
    brick = read_brick("b", {"data": json.dumps(data)})
    assert bound(brick) == means
    if means is not None:
        assert bound(read_brick("b", {"data": means.to_data()})) == means
