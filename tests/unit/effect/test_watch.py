"""Looking every week: evidence that cannot be had by looking often."""

import numpy as np
import pytest
from scipy.integrate import quad
from scipy.stats import norm

from beide.effect import amounts, ratings, shares, watch
from beide.effect._grid import grid
from beide.effect._posterior import step, whitened
from beide.effect._watch import ENOUGH, evidence_by_week
from beide.errors import TooLittleData
from tests.unit.effect.data import lead_times, noise, weeks

START = weeks(66)[40]


def test_evidence_is_the_mixture_written_out() -> None:
    seen = whitened(grid(tuple(range(50))), noise(50, seed=2)[None])
    evidence, change = evidence_by_week(seen, at=40, size=0.25)
    belief = step(seen, at=40, until=47, is_gradual=False)
    mean, sd = float(belief.mean[0]), float(belief.sd[0])

    def ratio(size: float) -> float:
        return float(norm.pdf(mean, size, sd) / norm.pdf(mean, 0, sd) * norm.pdf(size, 0, 0.25))

    assert evidence[0, 6] == pytest.approx(quad(ratio, -3, 3)[0], rel=1e-6)
    assert change[0, 6] == pytest.approx(mean)


def test_nothing_seldom_gives_enough() -> None:
    series = np.array([noise(66, seed=seed) for seed in range(150)])
    evidence, _ = evidence_by_week(whitened(grid(tuple(range(66))), series), at=40, size=0.25)
    assert (evidence.max(axis=1) >= ENOUGH).mean() <= 0.05


def test_better_is_seen_within_weeks() -> None:
    found = watch(lead_times(66, step=np.log(0.6)), start=START)
    assert found.first is not None
    assert found.first.is_better
    assert not found.suffers
    assert (found.first.week - START).days <= 7 * 10
    assert "better" in found.text.en


def test_harm_is_seen_as_well() -> None:
    found = watch(lead_times(66, step=0.6), start=START)
    assert found.suffers
    assert "worse" in found.text.en
    assert "slechter" in found.text.nl


def test_a_share_that_suffers() -> None:
    rng = np.random.default_rng(0)
    chance = np.repeat([0.9, 0.6], [40, 26])
    series = shares(weeks(66), rng.binomial(12, chance).astype(float), [12.0] * 66)
    assert watch(series, start=START).suffers


def test_a_rating_that_suffers() -> None:
    rng = np.random.default_rng(0)
    means = np.repeat([8.0, 7.0], [40, 26]) + 0.3 * rng.standard_normal(66)
    assert watch(ratings(weeks(66), means), start=START).suffers


def test_nothing_is_said_to_be_nothing() -> None:
    found = watch(lead_times(66, seed=1), start=START)
    assert found.first is None
    assert len(found.weeks) == 26
    assert found.to_dict()["first"] is None


def test_what_was_said_stays_when_weeks_are_added() -> None:
    series = lead_times(66, seed=5, step=-0.4)
    early = watch(series.part(np.arange(66) < 50), start=START)
    late = watch(series, start=START)
    wanted = [week.evidence for week in early.weeks]
    assert [week.evidence for week in late.weeks[:10]] == pytest.approx(wanted)


def test_with_teams_beside_it() -> None:
    shared = np.repeat([0.0, -0.8], [40, 26])
    own = amounts(weeks(66), np.exp(noise(66, seed=1) / 2 + shared))
    beside = {
        str(seed): amounts(weeks(66), np.exp(noise(66, seed=seed) / 2 + shared))
        for seed in range(5, 9)
    }
    assert watch(own, start=START).first is not None
    assert watch(own, start=START, compare=beside).first is None


def test_one_week_after_is_enough_to_begin() -> None:
    assert len(watch(lead_times(41), start=START).weeks) == 1


def test_fewer_than_16_weeks_before_is_too_little() -> None:
    with pytest.raises(TooLittleData):
        watch(lead_times(20, at=10), start=weeks(20)[10])
