"""Does the model reproduce what it has not seen? If not, there is no number."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from beide.room._arrays import WEEK, Bools, Floats
from beide.room._control import Cancel, stop_when
from beide.room._distance import distance
from beide.room._events import Events
from beide.room._fit import fit, kept
from beide.room._run import Stream, lead_times, world_of
from beide.room._scale import scaled
from beide.room._ways import servers

LEARNT = 0.7
POINTS, DISTANCE, IN_PROGRESS, OWN = 0.03, 0.15, 0.20, 1.5
LEAST_DISTANCE = 0.05
"""A distance below this part of the mean passes, however alike the real weeks are."""
_RUNS = 20
_SPLITS = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Backtest:
    """What the model, fitted on the first part of a log, says of the rest.

    Attributes
    ----------
    cases, weeks
        How many cases and weeks it was held against.
    share, simulated
        The share within the promise: real, and according to the model.
    distance
        How far the two distributions of lead times are apart, as a part of the mean lead time.
    own_distance
        How far as many real weeks usually are from as many others, in the same measure.
    open, simulated_open
        How many cases were open at a mean moment.
    undecided
        The roles whose work could as well be much smaller or larger.
    """

    cases: int
    weeks: int
    share: float
    simulated: float
    distance: float
    own_distance: float
    open: float
    simulated_open: float
    undecided: tuple[str, ...]

    @property
    def gap(self) -> float:
        """How many points the model is above what happened, or below it."""
        return self.simulated - self.share

    @property
    def failures(self) -> tuple[str, ...]:
        """What does not fit: ``share``, ``distance``, ``open`` or ``undecided``."""
        allowed = min(DISTANCE, max(OWN * self.own_distance, LEAST_DISTANCE))
        apart = abs(self.simulated_open - self.open) / max(self.open, 1e-9)
        found = {
            "share": abs(self.gap) > POINTS + 1e-9 or not self.cases,
            "distance": self.distance > allowed,
            "open": apart > IN_PROGRESS,
            "undecided": bool(self.undecided),
        }
        return tuple(name for name, fails in found.items() if fails)

    @property
    def passes(self) -> bool:
        """Whether the model may be used."""
        return not self.failures

    @property
    def margin(self) -> float:
        """What is added to the promised share, for being too rosy on what was not seen."""
        return max(0.0, self.gap)

    def to_dict(self) -> dict[str, Any]:
        """Return it ready for JSON."""
        return {
            "passes": self.passes,
            "failures": list(self.failures),
            "cases": self.cases,
            "weeks": self.weeks,
            "share": self.share,
            "simulated": self.simulated,
            "gap": self.gap,
            "distance": self.distance,
            "own_distance": self.own_distance,
            "open": self.open,
            "simulated_open": self.simulated_open,
            "undecided": list(self.undecided),
        }


def backtest(
    events: Events,
    within: float,
    *,
    seed: int,
    people: Mapping[str, float] | None = None,
    cancel: Cancel | None = None,
) -> Backtest:
    """Fit on the first 70% of the weeks, and hold it against the rest with its real arrivals.

    Parameters
    ----------
    events
        The log.
    within
        The longest lead time that keeps the promise, in hours.
    seed
        Where chance begins.
    people, cancel
        As for `fit`.
    """
    weeks = kept(events)
    cut = (weeks.first + max(1, round(LEARNT * (weeks.last - weeks.first)))) * float(WEEK)
    until = weeks.last * float(WEEK)
    learnt = scaled(fit(events.before(cut), people=people, cancel=cancel), cancel=cancel)
    network = learnt.fit.network
    world = world_of(network, servers(network.people))
    coming = (events.begins < until) & weeks.cases
    order = np.argsort(events.begins[coming], kind="stable")
    begins, held = events.begins[coming][order], (events.begins[coming] >= cut)[order]
    judged = held & events.whole[coming][order]
    real = events.lead[coming][order]
    found, in_hand = [], []
    for run in range(_RUNS):
        stop_when(cancel)
        case = np.random.default_rng([seed, run]).integers(0, network.cases, len(begins))
        lead = lead_times(network, world, Stream(begins - weeks.first * WEEK, case, held))
        found.append(lead[judged])
        in_hand.append(_open(begins, lead, held, cut, until))
    simulated, seen = np.concatenate(found), real[judged]
    mean = max(float(seen.mean()), 1e-9) if len(seen) else 1.0
    names = tuple(network.roles[role] for role in learnt.undecided)
    return Backtest(
        cases=int(judged.sum()),
        weeks=round((until - cut) / WEEK),
        share=_in_time(seen, within),
        simulated=_in_time(simulated, within),
        distance=distance(simulated, seen) / mean,
        own_distance=_own_distance(events, weeks.cases & events.whole, cut, seed) / mean,
        open=_open(begins, real, held, cut, until),
        simulated_open=float(np.mean(in_hand)),
        undecided=names,
    )


def _in_time(lead: Floats, within: float) -> float:
    return float(np.mean(lead <= within)) if len(lead) else 0.0


def _open(begins: Floats, lead: Floats, held: Bools, since: float, until: float) -> float:
    """Return how many of the cases that came in after a moment are open at a mean moment."""
    ends = np.minimum(begins[held] + lead[held], until)
    return float(np.sum(ends - begins[held]) / (until - since))


def _own_distance(events: Events, whole: Bools, cut: float, seed: int) -> float:
    """Return how far as many real weeks as were held back usually are from as many others."""
    lead = events.lead[whole]
    week = np.floor(events.begins[whole] / WEEK).astype(np.int64)
    real = np.unique(week)
    size = min(max(1, int(np.sum(real * WEEK >= cut))), len(real) // 2)
    rng = np.random.default_rng([seed, _RUNS])
    found = []
    for _ in range(_SPLITS if size else 0):
        drawn = rng.permutation(real)
        one, other = np.isin(week, drawn[:size]), np.isin(week, drawn[size : 2 * size])
        found.append(distance(lead[one], lead[other]))
    return float(np.median(found)) if found else 0.0
