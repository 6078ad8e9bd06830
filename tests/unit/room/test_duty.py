"""Working hours, counted beside a plain walk through the minutes."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from beide.room._duty import duty_of
from tests.unit.room.made import office

OFFICE = duty_of(office(1)[0] > 0)


def walked(start: float, end: float) -> float:
    """Return working hours by stepping through quarters of an hour."""
    quarters = np.arange(start * 4, end * 4) / 4
    return float(OFFICE.on[np.floor(quarters).astype(int) % 168].sum() / 4)


@given(start=st.integers(0, 2000), length=st.integers(0, 1500))
def test_agrees_with_walking(start: int, length: int) -> None:
    begin, end = start / 4, (start + length) / 4
    found = OFFICE.before(np.array([end])) - OFFICE.before(np.array([begin]))
    assert found[0] == pytest.approx(walked(begin, end))


def test_work_at_night_takes_what_the_clock_says_up_to_an_hour() -> None:
    night = OFFICE.between(np.array([1.0, 1.0]), np.array([1.5, 7.0]))
    assert list(night) == [0.5, 1.0]


def test_five_days_of_eight_hours() -> None:
    assert OFFICE.passed[-1] == 40
