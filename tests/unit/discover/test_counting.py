"""Counting in bits agrees with counting in lists."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from beide.discover._bits import Board, packed, supports, tally, unpacked
from beide.discover._strata import strata
from tests.unit.discover import reference


@st.composite
def boards(draw: st.DrawFn) -> tuple[list[list[bool]], list[bool], list[int]]:
    count = draw(st.integers(1, 150))
    flags = st.lists(st.booleans(), min_size=count, max_size=count)
    held = draw(st.lists(flags, min_size=1, max_size=4))
    code = draw(st.lists(st.integers(0, 5), min_size=count, max_size=count))
    return held, draw(flags), code


@given(st.lists(st.booleans(), min_size=1, max_size=200))
def test_packing_loses_nothing(flags: list[bool]) -> None:
    bits = packed(np.array(flags))
    assert len(bits) == -(-len(flags) // 64)
    assert unpacked(bits, len(flags)).tolist() == flags
    assert bits[0] & np.uint64(1) == flags[0]


@settings(max_examples=60, deadline=None)
@given(boards(), st.data())
def test_a_tally_agrees_with_the_reference(
    world: tuple[list[list[bool]], list[bool], list[int]], data: st.DataObject
) -> None:
    held, good, code = world
    row = data.draw(st.lists(st.integers(0, len(held) - 1), min_size=1, max_size=3, unique=True))
    sets = np.full((1, 3), -1, np.int32)
    sets[0, : len(row)] = row
    grouped = strata(key=np.array(code), week=np.zeros(len(code), np.int64), good=np.array(good))
    board = Board.of(np.array(held), np.array(good), grouped)
    counted = tally(board, sets)
    mask = reference.holds(held, row)
    assert supports(board.bits, sets).tolist() == counted.cases.tolist() == [sum(mask)]
    assert counted.kept[0] == sum(m and g for m, g in zip(mask, good, strict=True))
    assert counted.score[0] == pytest.approx(reference.score(mask, good, code), abs=1e-9)
    assert board.mask(sets[0]).tolist() == mask


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_mean_and_variance_are_those_of_all_dealings(data: st.DataObject) -> None:
    count = data.draw(st.integers(2, 9))
    flags = st.lists(st.booleans(), min_size=count, max_size=count)
    mask, good = data.draw(flags), data.draw(flags)
    code = data.draw(st.lists(st.integers(0, 2), min_size=count, max_size=count))
    grouped = strata(key=np.array(code), week=np.zeros(count, np.int64), good=np.array(good))
    board = Board.of(np.array([mask]), np.array(good), grouped)
    counted = tally(board, np.array([[0, -1, -1]], np.int32))
    mean, variance = reference.moments(mask, good, code)
    assert counted.expected[0] == pytest.approx(mean, abs=1e-9)
    assert counted.variance[0] == pytest.approx(variance, abs=1e-9)
