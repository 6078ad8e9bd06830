"""Is the engine right where the truth is known? ``beide validate effect`` runs this."""

import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from beide.checks import Check
from beide.effect._arrays import Floats
from beide.effect._bars import BARS, COVERAGE_BARS, DONE
from beide.effect._trials import _measure as measure
from beide.effect._trials._rivals import segmented, t_test
from beide.effect._trials._small import SMALL, small_coverage
from beide.effect._trials._worlds import WORLDS, World, after_bad_months, teams_of, weeks_of
from beide.text import Text

SEED = 2026
_LOWER_THIRD = float(np.log(0.7))
_LOOKS = 26
_GROWS = 6
_TEAMS = 4
_BAD_MONTH = World(persistence=0.7)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sizes:
    """How many series each question is tried on."""

    series: int
    looked: int
    small: int
    panels: int
    permutations: int


FULL = Sizes(series=10000, looked=3000, small=1000, panels=4000, permutations=999)
QUICK = Sizes(series=5000, looked=1500, small=200, panels=1000, permutations=199)


@dataclass(frozen=True, slots=True, kw_only=True)
class ValidationReport:
    """What was measured, what it had to be, and two habits measured beside it.

    Attributes
    ----------
    coverage
        For each world how often the 95% interval holds the truth.
    peeking_false_alarm
        How often 26 weekly looks at nothing ever say something; the worst of the worlds.
    power_30, power_30_compared
        How often 30% less is found, alone and with four comparison teams.
    power_30_verdict
        How often it is also told as improved, after the fake dates.
    regression_to_mean
        How often a start after a bad month, without effect, is told as an effect.
    panel_false_positive
        How often unconnected teams seem to strengthen each other.
    small_counts_coverage
        The coverage with few cases a week; the worst of the worlds.
    details
        The worlds behind the worst ones.
    rivals
        The same figures for a t-test before and after, and for segmented regression.
    """

    coverage: Mapping[str, float]
    peeking_false_alarm: float
    power_30: float
    power_30_compared: float
    power_30_verdict: float
    regression_to_mean: float
    panel_false_positive: float
    small_counts_coverage: float
    details: Mapping[str, Mapping[str, float]]
    rivals: Mapping[str, Mapping[str, Any]]
    quick: bool
    seed: int
    seconds: float

    @property
    def checks(self) -> tuple[Check, ...]:
        """Every figure that has a bar."""
        covered = [bar.check(self.coverage[name]) for name, bar in COVERAGE_BARS.items()]
        return (*covered, *(bar.check(getattr(self, name)) for name, bar in BARS.items()))

    @property
    def holds(self) -> bool:
        """Whether every figure reaches its bar."""
        return all(check.holds for check in self.checks)

    @property
    def text(self) -> Text:
        """Say what was done."""
        return DONE.format(series=(QUICK if self.quick else FULL).series)

    def to_dict(self) -> dict[str, Any]:
        """Return it ready for JSON."""
        return {
            "coverage": dict(self.coverage),
            **{name: getattr(self, name) for name in BARS},
            "power_30_verdict": self.power_30_verdict,
            "details": {name: dict(detail) for name, detail in self.details.items()},
            "rivals": {name: dict(rival) for name, rival in self.rivals.items()},
            "holds": {check.name: check.holds for check in self.checks},
            "quick": self.quick,
            "seed": self.seed,
            "seconds": round(self.seconds, 1),
        }


def validate(*, quick: bool = False, seed: int = SEED) -> ValidationReport:
    """Measure the engine on series of which the truth is known.

    Parameters
    ----------
    quick
        Fewer series, for under 50 seconds.
    seed
        Where the series come from.

    Returns
    -------
    ValidationReport
        Shares between 0 and 1.
    """
    begun = time.perf_counter()
    sizes, rng = QUICK if quick else FULL, np.random.default_rng(seed)
    drawn = {name: weeks_of(world, rng, sizes.series) for name, world in WORLDS.items()}
    teams = teams_of(WORLDS["persistence_0.4"], rng, sizes.looked, _TEAMS + 1)
    bad = after_bad_months(_BAD_MONTH, rng, sizes.series)
    peeking, peeking_t = _peeking(rng, sizes.looked)
    small = {name: small_coverage(world, rng, sizes.small) for name, world in SMALL.items()}
    coverage = _coverage(drawn, measure.effect_signs)
    coverage["compared"] = _quiet(measure.differences(teams, 40), 40, measure.effect_signs)
    coverage["growing"] = _growing(drawn["persistence_0.4"], 40)
    power = _powers(drawn["persistence_0.4"], teams)
    return ValidationReport(
        coverage=coverage,
        peeking_false_alarm=max(peeking.values()),
        **power,
        regression_to_mean=1 - _quiet(bad, _BAD_MONTH.before, measure.effect_signs),
        panel_false_positive=measure.panel_says(
            rng, panels=sizes.panels, teams=8, months=24, permutations=sizes.permutations
        ),
        small_counts_coverage=min(small.values()),
        details={"peeking_false_alarm": peeking, "small_counts_coverage": small},
        rivals=_rivals(drawn, bad, peeking_t),
        quick=quick,
        seed=seed,
        seconds=time.perf_counter() - begun,
    )


def _quiet(series: Floats, at: int, method: measure.Method) -> float:
    """Return how often a method says nothing."""
    return float((method(series, at) == 0).mean())


def _coverage(drawn: Mapping[str, Floats], method: measure.Method) -> dict[str, float]:
    return {name: _quiet(drawn[name], world.before, method) for name, world in WORLDS.items()}


def _growing(series: Floats, at: int) -> float:
    """Return the coverage when 30% less is reached in six weeks."""
    grown = np.minimum(np.arange(1, series.shape[1] - at + 1) / _GROWS, 1.0)
    helped = series.copy()
    helped[:, at:] += _LOWER_THIRD * grown
    return measure.held(helped, at, truth=_LOWER_THIRD)


def _powers(alone: Floats, teams: Floats) -> dict[str, float]:
    at = WORLDS["persistence_0.4"].before
    helped, team_helped = _helped(alone, at), teams.copy()
    team_helped[:, 0] = _helped(teams[:, 0], at)
    beside = measure.differences(team_helped, at)
    return {
        "power_30": float((measure.effect_signs(helped, at) < 0).mean()),
        "power_30_verdict": float((measure.verdict_signs(helped, at) < 0).mean()),
        "power_30_compared": float((measure.effect_signs(beside, at) < 0).mean()),
    }


def _helped(series: Floats, at: int) -> Floats:
    helped = series.copy()
    helped[:, at:] += _LOWER_THIRD
    return helped


def _peeking(rng: np.random.Generator, series: int) -> tuple[dict[str, float], dict[str, float]]:
    """Return how often a look at nothing says something, for the watch and for the t-test."""
    own, rival = {}, {}
    for name in ("persistence_0", "persistence_0.4", "persistence_0.7", "drift"):
        world = WORLDS[name]
        drawn = weeks_of(world, rng, series, weeks=world.before + _LOOKS)
        own[name] = float((measure.watched(drawn, world.before) != 0).mean())
        told = measure.peeked(drawn, world.before, method=measure.before_after)
        rival[name] = float(told.mean())
    return own, rival


def _rivals(
    drawn: Mapping[str, Floats], bad: Floats, peeking: Mapping[str, float]
) -> dict[str, dict[str, Any]]:
    habits: dict[str, measure.Method] = {
        "t_test": lambda series, at: t_test(series, at=at),
        "segmented": lambda series, at: segmented(series, at=at),
    }
    told: dict[str, dict[str, Any]] = {
        name: {
            "coverage": _coverage(drawn, method),
            "regression_to_mean": 1 - _quiet(bad, _BAD_MONTH.before, method),
        }
        for name, method in habits.items()
    }
    told["t_test"]["peeking_false_alarm"] = max(peeking.values())
    return told
