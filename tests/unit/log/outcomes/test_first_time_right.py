"""First time right: nothing was done again, and nothing came back."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beide import engine, log
from beide.errors import WrongOption
from tests.unit.log.examples import examples
from tests.unit.log.outcomes import reference
from tests.unit.log.questions import made

ACTIVITIES = st.lists(st.sampled_from("abc"), unique=True).map(tuple)


def rights(found: log.Log, right: log.FirstTimeRight) -> list[bool]:
    asked = log.outcomes(found, log.Outcome(what="first_time_right", right=right))
    assert asked.measure == "yes_no"
    return engine.default().values(asked.table.order_by("case"), "value")


@given(made.many, st.none() | ACTIVITIES, ACTIVITIES)
@examples(4, many=50)
def test_agrees_with_counting(
    tmp_path_factory: pytest.TempPathFactory,
    roads: list[
        tuple[list[tuple[str, str | None, int, int | None]], tuple[str, int, bool], int, int]
    ],
    once: tuple[str, ...] | None,
    never: tuple[str, ...],
) -> None:
    cases = made.cases(roads)
    found = made.write(cases, tmp_path_factory.mktemp("made"))
    present = {event.activity for case in cases for event in case.events}
    right = log.FirstTimeRight(
        once=once if once is None else tuple(present & set(once)), never=tuple(present & set(never))
    )
    expected = [reference.right(case, right) for case in reference.whole(found, cases)]
    assert rights(found, right) == expected


def test_an_attribute_may_tell_it(tmp_path: Path) -> None:
    found = made.orders(("ab", 2), ("abc", 1), folder=tmp_path)
    assert rights(found, log.FirstTimeRight(attribute="size", value="2")) == [True, True, False]


def test_an_activity_that_the_log_does_not_have_is_refused(tmp_path: Path) -> None:
    with pytest.raises(WrongOption, match="a, b"):
        rights(made.orders(("ab", 2), folder=tmp_path), log.FirstTimeRight(never=("return",)))


def test_activities_and_an_attribute_do_not_go_together() -> None:
    with pytest.raises(WrongOption, match="attribute"):
        log.FirstTimeRight(never=("return",), attribute="returned")
