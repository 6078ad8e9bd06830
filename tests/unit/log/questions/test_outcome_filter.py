"""A filter on the result gives no small group away."""

from pathlib import Path

import pytest

from beide import log
from beide.errors import TooLittleData, WrongOption
from beide.log import Filter
from tests.unit.log.questions import made


def test_a_handful_with_another_result_hides_the_answer(tmp_path: Path) -> None:
    found = made.orders(("ab", 20), ("aab", 3), folder=tmp_path)
    for condition in ("first_time_right", "not first_time_right"):
        with pytest.raises(TooLittleData):
            log.starts(found, where=Filter(outcome=log.good(condition)))


def test_the_result_may_be_combined_with_the_rest_of_the_filter(tmp_path: Path) -> None:
    found = made.orders(("ab", 20), ("aab", 8), ("aaab", 8), folder=tmp_path)
    where = Filter(outcome=log.good("not first_time_right"), attributes={"kind": ("aab", "ab")})
    assert log.starts(found, where=where).cases == 8


def test_a_role_that_the_log_does_not_have_is_told_with_those_it_has(tmp_path: Path) -> None:
    found = made.orders(("ab", 20), folder=tmp_path)
    with pytest.raises(WrongOption, match="desk"):
        log.starts(found, where=Filter(roles=("planning",)))
    assert log.starts(found, where=Filter(roles=("desk",))).cases == 20


def test_filters_of_results_join(tmp_path: Path) -> None:
    found = made.orders(("ab", 20), ("aab", 8), ("aaab", 8), folder=tmp_path)
    repeated = Filter(outcome=log.good("not first_time_right"))
    long = Filter(outcome=log.good("size >= 3"))
    assert log.starts(found, where=repeated & long).cases == 16
    assert {repeated & long, repeated & long} == {repeated & long}
