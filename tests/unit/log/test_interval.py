"""Wilson's interval."""

from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beide.log import wilson

Z = 1.959963984540054


def test_the_textbook_example() -> None:
    low, high = wilson(81, 263)
    assert low == pytest.approx(0.2553, abs=1e-4)
    assert high == pytest.approx(0.3662, abs=1e-4)


@given(st.integers(1, 5000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_its_ends_are_where_the_score_test_just_rejects(seen: tuple[int, int]) -> None:
    kept, cases = seen
    low, high = wilson(kept, cases)
    assert 0 <= low <= kept / cases <= high <= 1
    for end in (low, high):
        if 0 < end < 1:
            score = abs(kept / cases - end) / sqrt(end * (1 - end) / cases)
            assert score == pytest.approx(Z, rel=1e-6)
