"""Which cases are good: those that are over and of which everything asked is known."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beide import engine, log
from beide.errors import WrongOption
from tests.unit.log.examples import examples
from tests.unit.log.outcomes import reference
from tests.unit.log.outcomes.test_outcome import rated
from tests.unit.log.questions import made
from tests.unit.log.questions.reference import Case

JUDGES: dict[str, Callable[[Case], bool]] = {
    "lead_time <= 24h": lambda case: case.last - case.first <= 24 * 60 * reference.MINUTE,
    "kind = post": lambda case: case.about["kind"] == "post",
    "size >= 2": lambda case: case.about["size"] >= 2,
    "urgent": lambda case: case.about["urgent"],
    "first_time_right": lambda case: reference.right(case, log.FirstTimeRight()),
}
texts = st.sampled_from(sorted(JUDGES))


def flags(found: log.Log, text: str) -> list[bool]:
    asked = log.good_cases(found, log.good(text))
    told: list[bool] = engine.default().values(asked.table.order_by("case"), "good")
    assert (asked.cases, asked.good) == (len(told), sum(told))
    return told


@given(made.many, texts, texts, texts)
@examples(4, many=50)
def test_agrees_with_judging_each_case(
    tmp_path_factory: pytest.TempPathFactory,
    roads: list[
        tuple[list[tuple[str, str | None, int, int | None]], tuple[str, int, bool], int, int]
    ],
    one: str,
    two: str,
    three: str,
) -> None:
    cases = made.cases(roads)
    found = made.write(cases, tmp_path_factory.mktemp("made"))

    def judge(case: Case) -> bool:
        return (JUDGES[one](case) or JUDGES[two](case)) and not JUDGES[three](case)

    expected = [judge(case) for case in reference.whole(found, cases)]
    assert flags(found, f"({one} or {two}) and not {three}") == expected


def test_a_case_without_a_rating_is_neither_good_nor_bad(tmp_path: Path) -> None:
    found = rated(tmp_path, ["9", "", "3"])
    assert flags(found, "lead_time <= 1m and rating >= 8") == [False, False]
    assert flags(found, "lead_time <= 1m or rating >= 8") == [True, False]
    assert flags(found, "lead_time <= 1m") == [False, False, False]


def test_text_has_no_order(tmp_path: Path) -> None:
    with pytest.raises(WrongOption, match="holds no numbers"):
        flags(made.orders(("ab", 2), folder=tmp_path), "kind > post")


def test_a_value_that_cannot_be_is_refused(tmp_path: Path) -> None:
    with pytest.raises(WrongOption, match="large"):
        flags(made.orders(("ab", 2), folder=tmp_path), "size = large")
