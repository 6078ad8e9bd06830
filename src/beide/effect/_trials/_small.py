"""Shares, ratings and medians that rest on a few cases a week."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta

import numpy as np
from scipy.special import expit, logit

from beide.effect._arrays import Floats
from beide.effect._build import amounts, ratings, shares
from beide.effect._posterior import step, whitened
from beide.effect._scale import grid_for, scaled
from beide.effect._series import Series

BEFORE, AFTER = 40, 12
_SHARE = 0.85
_BETTER = 0.5
_SPREAD = 1.4
_MONDAY = date(2024, 1, 1)
_WEEKS = [_MONDAY + timedelta(weeks=week) for week in range(BEFORE + AFTER)]
Small = Callable[[np.random.Generator], tuple[Series, float]]


def few(rng: np.random.Generator) -> tuple[Series, float]:
    """Return first-time-right on about five cases a week, twice as many after; no effect."""
    cases = _cases(rng, 4.0, 9.0)
    kept = rng.binomial(cases.astype(np.int64), _SHARE)
    return shares(_WEEKS, kept.astype(np.float64), cases), 0.0


def moving(rng: np.random.Generator) -> tuple[Series, float]:
    """Return first-time-right that also moves by itself, on about 15 cases; log odds + 0.5."""
    cases = _cases(rng, 14.0, 14.0)
    odds = logit(_SHARE) + np.repeat([0.0, _BETTER], [BEFORE, AFTER])
    news = rng.normal(0.0, 0.3, BEFORE + AFTER)
    for week in range(1, len(news)):
        news[week] += 0.4 * news[week - 1]
    kept = rng.binomial(cases.astype(np.int64), expit(odds + news))
    return shares(_WEEKS, kept.astype(np.float64), cases), _BETTER


def rated(rng: np.random.Generator) -> tuple[Series, float]:
    """Return mean ratings of one to ten on about four customers a week; no effect."""
    cases = _cases(rng, 3.0, 3.0)
    level = 8.2 + 0.15 * rng.standard_normal(BEFORE + AFTER)
    given = [
        np.clip(np.round(rng.normal(mean, _SPREAD, int(count))), 1, 10)
        for mean, count in zip(level, cases, strict=True)
    ]
    means = np.array([week.mean() for week in given])
    away = np.concatenate([week - week.mean() for week in given])
    spread = float(np.sqrt((away**2).sum() / (cases.sum() - len(cases))))
    return ratings(_WEEKS, means, cases=cases, spread=spread), 0.0


def weighed(rng: np.random.Generator) -> tuple[Series, float]:
    """Return weekly medians of a lead time on one to some twenty cases; no effect."""
    cases = np.ceil(rng.gamma(2.0, 4.0, BEFORE + AFTER))
    level = 0.1 * rng.standard_normal(BEFORE + AFTER)
    days = [
        float(np.exp(np.median(rng.normal(mean, 0.6, int(count)))))
        for mean, count in zip(level, cases, strict=True)
    ]
    return amounts(_WEEKS, days, cases=cases), 0.0


SMALL: Mapping[str, Small] = {
    "few_cases": few,
    "moving_share": moving,
    "few_ratings": rated,
    "few_lead_times": weighed,
}


def small_coverage(world: Small, rng: np.random.Generator, series: int) -> float:
    """Return how often the 95% interval holds the true step."""
    held = 0
    for _ in range(series):
        drawn, truth = world(rng)
        on_scale = scaled(drawn, at=BEFORE)
        seen = whitened(grid_for(drawn, on_scale), on_scale.values[None])
        below = float(step(seen, at=BEFORE).below(truth)[0])
        held += 0.025 < below < 0.975
    return held / series


def _cases(rng: np.random.Generator, before: float, after: float) -> Floats:
    rate = np.concatenate([np.full(BEFORE, before), np.full(AFTER, after)])
    drawn: Floats = np.asarray(rng.poisson(rate), dtype=np.float64)
    return 1.0 + drawn
