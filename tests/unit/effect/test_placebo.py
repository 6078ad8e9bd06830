"""Fake dates: the method tried on its own past."""

import numpy as np
import pytest

from beide.effect import Placebo, Range, effect
from beide.effect._grid import grid
from beide.effect._judge import Evidence, judged
from beide.effect._placebo import placebo_starts
from beide.effect._posterior import step, whitened
from beide.effect._window import window
from tests.unit.effect.data import lead_times, weeks

START = weeks(52)[40]


@pytest.mark.parametrize(("before", "count"), [(16, 5), (24, 13), (40, 20), (104, 20)])
def test_spread_over_the_weeks_before(before: int, count: int) -> None:
    starts = placebo_starts(before)
    assert len(starts) == count
    assert starts == sorted(set(starts))
    assert min(starts) >= 8
    assert max(starts) == before - 4


def test_they_do_not_see_the_weeks_after() -> None:
    plain = effect(lead_times(seed=3), start=START)
    stepped = effect(lead_times(seed=3, step=-1.0), start=START)
    for one, other in zip(plain.in_time, stepped.in_time, strict=True):
        assert one.interval == pytest.approx(other.interval)


@pytest.mark.parametrize(("missed", "verdict"), [(3, "improved"), (4, "probably")])
def test_more_than_three_of_twenty_missed_make_the_verdict_weaker(
    missed: int, verdict: str
) -> None:
    found = lead_times(seed=3, step=-0.8)
    whole = window(found, START)
    belief = step(whitened(grid(found.positions), np.log(found.values)[None]), at=40)
    hit, miss = Range(-0.1, 0.1), Range(0.1, 0.3)
    fakes = [Placebo("day", 0.0, hit, holds_zero=True)] * (20 - missed)
    fakes += [Placebo("day", 0.2, miss, holds_zero=False)] * missed
    evidence = Evidence(
        window=whole, belief=belief, in_time=tuple(fakes), in_space=(), weights={}, waits=False
    )
    told = judged(evidence, start=START, plan=None, notes=())
    assert told.verdict == verdict
    assert any("earlier dates" in remark.en for remark in told.remarks) == (missed > 3)


def test_with_few_weeks_before_it_says_that_it_could_not_try() -> None:
    found = effect(lead_times(28, at=16), start=weeks(28)[16])
    assert len(found.in_time) == 5
    assert any("too few weeks" in remark.en for remark in found.remarks)
