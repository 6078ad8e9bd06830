"""What rests on too few cases is not shown, and cannot be worked out from what is."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from beide import log
from beide.errors import TooLittleData, WrongOption
from beide.log import Filter
from tests.unit.log.questions import made
from tests.unit.log.questions.test_agrees_with_reference import QUESTIONS

ALL: list[Callable[..., Any]] = [getattr(log, name) for name in ("variants", *QUESTIONS)]


@pytest.mark.parametrize("ask", ALL)
def test_the_threshold_can_only_be_raised(ask: Callable[..., Any], tmp_path: Path) -> None:
    found = made.orders(("ab", 9), folder=tmp_path)
    with pytest.raises(WrongOption, match="5 or more"):
        ask(found, minimum=4)


@pytest.mark.parametrize("ask", ALL)
def test_a_question_about_a_few_cases_is_not_answered(
    ask: Callable[..., Any], tmp_path: Path
) -> None:
    found = made.orders(("ab", 4), folder=tmp_path)
    with pytest.raises(TooLittleData, match="fewer than 5 cases fit"):
        ask(found)


def test_a_filter_that_leaves_a_few_cases_out_is_not_answered(tmp_path: Path) -> None:
    found = made.orders(("ab", 20), ("ac", 4), folder=tmp_path)
    with pytest.raises(TooLittleData, match="fall outside the filter"):
        log.starts(found, where=Filter(activities=("b",)))
    enough = made.orders(("ab", 20), ("ac", 5), folder=tmp_path)
    assert log.starts(enough, where=Filter(activities=("b",))).cases == 20


def test_one_small_row_takes_the_next_smallest_along(tmp_path: Path) -> None:
    found = log.ends(made.orders(("ab", 20), ("ac", 3), ("ad", 9), folder=tmp_path))
    assert [(each.activity, each.cases) for each in found.activities] == [("b", 20)]
    assert found.other == log.Other(rows=2, count=12)


def test_rows_that_are_few_even_together_have_no_count(tmp_path: Path) -> None:
    found = log.rework(made.orders(("ab", 20), ("aa", 3), folder=tmp_path))
    assert found.activities == ()
    assert found.cases_with_rework is None
    assert found.other == log.Other(rows=1, count=None)


def test_a_higher_threshold_hides_more(tmp_path: Path) -> None:
    found = made.orders(("ab", 20), ("ac", 7), ("ad", 9), folder=tmp_path)
    assert len(log.directly_follows(found, minimum=7).pairs) == 3
    assert len(log.directly_follows(found, minimum=8).pairs) == 1


@pytest.mark.parametrize(("loops", "shown"), [(4, None), (5, 5), (15, 15), (16, None)])
def test_neither_few_loops_nor_few_without_are_shown(
    loops: int, shown: int | None, tmp_path: Path
) -> None:
    made_log = made.orders(("aba", loops), ("aac", 20 - loops), ("d", 9), folder=tmp_path)
    found = log.rework(made_log).activities[0]
    assert (found.activity, found.cases, found.count) == ("a", 20, 20)
    assert (found.loops, found.loop_cases) == (shown, shown)
