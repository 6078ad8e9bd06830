"""Inferred starts are exact where people take work up in order, without idling."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from beide.room._starts import inferred_starts, people_by_overtaking


def served(ready: list[float], work: list[float], people: int) -> tuple[list[float], list[float]]:
    """Return when work begins and ends, one piece after the other, in plain Python."""
    free = [0.0] * people
    begun, ended = [], []
    for at, takes in zip(ready, work, strict=True):
        first = min(range(people), key=lambda each: free[each])
        start = max(at, free[first])
        free[first] = start + takes
        begun.append(start)
        ended.append(start + takes)
    return begun, ended


pieces = st.lists(st.tuples(st.floats(0.01, 3.0), st.floats(0.05, 5.0)), min_size=1, max_size=80)


@given(pieces=pieces, people=st.integers(1, 5))
def test_agrees_with_serving_one_after_the_other(
    pieces: list[tuple[float, float]], people: int
) -> None:
    ready = list(np.cumsum([gap for gap, _ in pieces]))
    begun, ended = served(ready, [work for _, work in pieces], people)
    found = inferred_starts(np.array(ready), np.array(ended), people)
    assert found == pytest.approx(np.array(begun))


@given(pieces=pieces, people=st.integers(1, 5))
def test_never_more_people_than_there_are(pieces: list[tuple[float, float]], people: int) -> None:
    ready = list(np.cumsum([gap for gap, _ in pieces]))
    _, ended = served(ready, [work for _, work in pieces], people)
    assert people_by_overtaking(np.array(ready), np.array(ended)) <= people


def test_all_of_them_show_when_there_is_enough_work() -> None:
    rng = np.random.default_rng(0)
    ready = list(np.cumsum(rng.exponential(0.3, 3000)))
    _, ended = served(ready, list(rng.exponential(1.0, 3000)), 4)
    assert people_by_overtaking(np.array(ready), np.array(ended)) == 4
