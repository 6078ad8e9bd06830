"""Is the engine right where the truth is known? ``beide validate room`` runs this."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from beide.checks import Check
from beide.room._bars import BARS, DONE
from beide.room._trials._erlang import erlang_gap
from beide.room._trials._logs import Amiss
from beide.room._trials._measure import Answer, Truth, answer, passes_amiss, truth_of
from beide.room._trials._worlds import World
from beide.text import Text

SEED = 2026
_TRUTH_WEEKS = 2000
_DRIFT = 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One kind of log: its weeks, whether it tells when work began, and whether volume rises."""

    weeks: int
    starts: bool = True
    drift: float = 0.0
    logs: int
    quick_logs: int


KINDS: Mapping[str, Kind] = {
    "13_weeks": Kind(weeks=13, logs=50, quick_logs=3),
    "26_weeks": Kind(weeks=26, logs=50, quick_logs=3),
    "13_weeks_complete_only": Kind(weeks=13, starts=False, logs=35, quick_logs=2),
    "26_weeks_complete_only": Kind(weeks=26, starts=False, logs=35, quick_logs=2),
    "26_weeks_drift": Kind(weeks=26, drift=_DRIFT, logs=30, quick_logs=2),
}
_AMISS_LOGS, _QUICK_AMISS_LOGS = 10, 2
_YEARS, _QUICK_YEARS = 100, 40
_ERLANG_CASES, _QUICK_ERLANG_CASES = 8_000_000, 3_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class ValidationReport:
    """What was measured, and what it had to be.

    Attributes
    ----------
    erlang_gap
        How far the core's mean wait is from Erlang's formula at most, as a ratio.
    safe_rate
        In how many of the logs that got a number the promise truly holds with that number.
    share_of_true
        How much of the true room is found on average, by weeks of log: ``13`` and ``26``.
    gate_pass, gate_fail
        How many logs the gate let pass that it should, and stopped that it should.
    details
        By kind of log: how many passed, safe rate and share of the truth; by what was amiss.
    """

    erlang_gap: float
    safe_rate: float
    share_of_true: Mapping[str, float]
    gate_pass: float
    gate_fail: float
    details: Mapping[str, Mapping[str, float]]
    logs: int
    quick: bool
    seed: int
    seconds: float

    @property
    def checks(self) -> tuple[Check, ...]:
        """Every figure that has a bar."""
        found = {
            "erlang_gap": self.erlang_gap,
            "safe_rate": self.safe_rate,
            "share_of_true.13": self.share_of_true["13"],
            "share_of_true.26": self.share_of_true["26"],
            "gate_pass": self.gate_pass,
            "gate_fail": self.gate_fail,
        }
        return tuple(BARS[name].check(value, quick=self.quick) for name, value in found.items())

    @property
    def holds(self) -> bool:
        """Whether every figure reaches its bar."""
        return all(check.holds for check in self.checks)

    @property
    def text(self) -> Text:
        """Say what was done."""
        return DONE.format(logs=self.logs)

    def to_dict(self) -> dict[str, Any]:
        """Return it ready for JSON."""
        return {
            "erlang_gap": self.erlang_gap,
            "safe_rate": self.safe_rate,
            "share_of_true": dict(self.share_of_true),
            "gate_pass": self.gate_pass,
            "gate_fail": self.gate_fail,
            "details": {name: dict(detail) for name, detail in self.details.items()},
            "holds": {check.name: check.holds for check in self.checks},
            "logs": self.logs,
            "quick": self.quick,
            "seed": self.seed,
            "seconds": round(self.seconds, 1),
        }


@dataclass(frozen=True, slots=True)
class _Tried:
    """What the engine said of one log, and what is true of that."""

    answer: Answer
    is_safe: bool
    of_true: float


def validate(*, quick: bool = False, seed: int = SEED) -> ValidationReport:
    """Try the engine on organisations of which everything is known.

    Parameters
    ----------
    quick
        Fewer logs, and fewer years for each: under a minute, and less sure.
    seed
        Where chance begins.

    Returns
    -------
    ValidationReport
        The figures and whether they reach their bars.
    """
    begun = time.perf_counter()
    truth = truth_of(World(), seed=seed, weeks=_TRUTH_WEEKS)
    tried = {name: _tried(truth, kind, seed, quick=quick) for name, kind in KINDS.items()}
    amiss = {str(each): _stopped(each, seed, quick=quick) for each in Amiss}
    all_of_them = [each for some in tried.values() for each in some]
    return ValidationReport(
        erlang_gap=erlang_gap(_QUICK_ERLANG_CASES if quick else _ERLANG_CASES, seed=seed),
        safe_rate=_safe_rate(all_of_them),
        share_of_true={
            str(weeks): _of_true([e for n in tried if KINDS[n].weeks == weeks for e in tried[n]])
            for weeks in (13, 26)
        },
        gate_pass=_passed(all_of_them),
        gate_fail=float(np.mean(list(amiss.values()))),
        details={
            **{name: _detail(some) for name, some in tried.items()},
            **{name: {"gate_fail": share} for name, share in amiss.items()},
        },
        logs=len(all_of_them),
        quick=quick,
        seed=seed,
        seconds=time.perf_counter() - begun,
    )


def _tried(truth: Truth, kind: Kind, seed: int, *, quick: bool) -> list[_Tried]:
    """Let the engine answer for each log of a kind, and hold that against the truth."""
    world = World(drift=kind.drift)
    true: dict[tuple[float, ...], float] = {}
    found = []
    for log in range(kind.quick_logs if quick else kind.logs):
        told = answer(
            world,
            seed=seed,
            log=log,
            weeks=kind.weeks,
            starts=kind.starts,
            years=_QUICK_YEARS if quick else _YEARS,
        )
        direction = np.array(told.direction)
        if told.passed and told.direction not in true:
            true[told.direction] = truth.largest(direction)
        is_safe = not told.passed or truth.share(told.share * direction) >= world.share
        of_true = told.share / true[told.direction] if told.passed else 0.0
        found.append(_Tried(told, is_safe, of_true))
    return found


def _stopped(amiss: Amiss, seed: int, *, quick: bool) -> float:
    """Return how many logs the gate stops in which something changed."""
    logs = range(_QUICK_AMISS_LOGS if quick else _AMISS_LOGS)
    passed = [passes_amiss(World(), amiss, seed=seed, log=log, weeks=26) for log in logs]
    return 1.0 - float(np.mean(passed))


def _answered(tried: Sequence[_Tried]) -> list[_Tried]:
    return [each for each in tried if each.answer.passed]


def _safe_rate(tried: Sequence[_Tried]) -> float:
    return float(np.mean([each.is_safe for each in _answered(tried)] or [True]))


def _of_true(tried: Sequence[_Tried]) -> float:
    return float(np.mean([each.of_true for each in _answered(tried)] or [0.0]))


def _passed(tried: Sequence[_Tried]) -> float:
    return len(_answered(tried)) / len(tried)


def _detail(tried: Sequence[_Tried]) -> dict[str, float]:
    return {
        "logs": float(len(tried)),
        "gate_pass": _passed(tried),
        "safe_rate": _safe_rate(tried),
        "share_of_true": _of_true(tried),
    }
