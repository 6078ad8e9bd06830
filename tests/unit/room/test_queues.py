"""Formulas of waiting, against what can be worked out by hand."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beide.errors import WrongOption
from beide.room._queues import allen_cunneen, erlang_c


def by_hand(people: int, busy: float) -> float:
    """Return Erlang's C as in the textbook: powers over factorials."""
    load = people * busy
    full = load**people / math.factorial(people) / (1 - busy)
    return full / (sum(load**n / math.factorial(n) for n in range(people)) + full)


@given(people=st.integers(1, 30), busy=st.floats(0.01, 0.99))
def test_erlang_c(people: int, busy: float) -> None:
    assert erlang_c(people, busy) == pytest.approx(by_hand(people, busy), rel=1e-9)


def test_one_person_waits_as_long_as_pollaczek_and_khinchine_say() -> None:
    # busy / (1 - busy) times the work times (1 + the work's variation) / 2
    assert allen_cunneen(1, 0.8, 2.0, work_varies=0.5) == pytest.approx(4.0 * 2.0 * 0.75)


def test_full_is_forever() -> None:
    assert allen_cunneen(3, 1.0, 1.0) == math.inf


@pytest.mark.parametrize(("people", "busy"), [(0, 0.5), (2, -0.1), (2, 1.0)])
def test_what_cannot_be(people: int, busy: float) -> None:
    with pytest.raises(WrongOption):
        erlang_c(people, busy)
