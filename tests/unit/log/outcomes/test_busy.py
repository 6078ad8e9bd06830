"""Touch time and waiting time: while somebody works on a case, and while nobody does."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beide import log
from beide.errors import TooLittleData
from tests.unit.log.examples import examples
from tests.unit.log.outcomes import reference
from tests.unit.log.outcomes.test_working_time import lengths
from tests.unit.log.questions import made
from tests.unit.log.questions.reference import Case

TOUCH, WAIT = log.Outcome(what="touch_time"), log.Outcome(what="waiting_time")
hours = st.integers(0, 9)
started = st.tuples(made.activities, made.roles, hours, st.integers(0, 12) | st.just(None))


@given(st.lists(st.lists(started, min_size=1, max_size=5), min_size=1, max_size=5))
@examples(5, many=60)
def test_agrees_with_ticking_off_minutes(
    tmp_path_factory: pytest.TempPathFactory,
    roads: list[list[tuple[str, str | None, int, int | None]]],
) -> None:
    cases = made.cases([(road, ("post", 1, True), 0, 1) for road in roads])
    found = made.write(cases, tmp_path_factory.mktemp("made"))
    expected = [reference.busy(case) for case in reference.whole(found, cases)]
    known = [each for each in expected if each]
    if not known:
        with pytest.raises(TooLittleData, match="start"):
            lengths(found, TOUCH)
        return
    assert lengths(found, TOUCH) == [touch for touch, _ in known]
    assert lengths(found, WAIT) == [waited for _, waited in known]


def test_a_log_without_starts_is_told_what_would_help(tmp_path: Path) -> None:
    with pytest.raises(TooLittleData, match="a column for the start") as told:
        log.outcomes(made.orders(("ab", 3), folder=tmp_path), WAIT)
    assert "een kolom voor het begin" in told.value.in_language("nl")


def test_a_case_with_one_start_unknown_has_no_outcome(tmp_path: Path) -> None:
    whole = made.cases([([("a", None, 3, 2), ("b", None, 3, 1)], ("post", 1, True), 0, 2)])
    partly = made.cases([([("a", None, 3, 2), ("b", None, 3, None)], ("post", 1, True), 0, 3)])
    found = made.write([*whole, *partly], tmp_path)
    assert log.outcomes(found, TOUCH).cases == 2
    assert isinstance(whole[0], Case)
