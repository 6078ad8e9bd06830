"""Is the search right where the truth is known? ``beide validate discover`` runs this."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import sqrt
from typing import Any, NamedTuple

import numpy as np

from beide.checks import Check
from beide.discover._find import ALPHA, find
from beide.discover._finding import Found
from beide.discover._trials._worlds import WORLDS, World, draw, tautology
from beide.text import Text

SEED = 2026
_HELPS = 0.4
_POWER_CASES = 5000
_LEAST_POWER = 0.8
_SURE_ENOUGH = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Sizes:
    """How many logs each question is tried on."""

    null: int
    power: int
    tautology: int
    permutations: int


FULL = Sizes(null=400, power=200, tautology=100, permutations=499)
QUICK = Sizes(null=40, power=30, tautology=10, permutations=299)


class Demo(NamedTuple):
    """What was found in the demo organisation, by name, of what is written down as true.

    ``false`` are patterns that say something helps which does not.
    """

    found: tuple[str, ...]
    missed: tuple[str, ...]
    false: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ValidationReport:
    """What was measured, and what it had to be.

    Attributes
    ----------
    fwer
        For each world in which nothing helps, in how many logs anything at all was told.
    logs
        How many logs each world was.
    power
        In how many logs a pair that helps by 0.4 standard deviations is found, among 5,000 cases
        of which one of ten has it.
    tautology_reported
        How often a feature made from the end of the case was told.
    demo
        What was found in the demo organisation; ``None`` where it was not asked.
    """

    fwer: Mapping[str, float]
    logs: int
    power: float
    tautology_reported: int
    demo: Demo | None
    quick: bool
    seed: int
    seconds: float

    @property
    def checks(self) -> tuple[Check, ...]:
        """Every figure that has a bar."""
        return (
            *(_error_check(name, rate, self.logs) for name, rate in self.fwer.items()),
            Check(name="power", value=self.power, least=_LEAST_POWER, text=_POWER),
            Check(
                name="tautology_reported", value=self.tautology_reported, most=0, text=_TAUTOLOGY
            ),
            *(_demo_checks(self.demo) if self.demo else ()),
        )

    @property
    def holds(self) -> bool:
        """Whether every figure reaches its bar."""
        return all(check.holds for check in self.checks)

    @property
    def text(self) -> Text:
        """Say what was done."""
        return _DONE.format(logs=self.logs)

    def to_dict(self) -> dict[str, Any]:
        """Return it ready for JSON."""
        demo = self.demo
        return {
            "fwer": dict(self.fwer),
            "power": self.power,
            "tautology_reported": self.tautology_reported,
            "demo_found": list(demo.found) if demo else None,
            "demo_missed": list(demo.missed) if demo else None,
            "demo_false": list(demo.false) if demo else None,
            "logs": self.logs,
            "holds": {check.name: check.holds for check in self.checks},
            "quick": self.quick,
            "seed": self.seed,
            "seconds": round(self.seconds, 1),
        }


def validate(
    *, quick: bool = False, seed: int = SEED, demo: Callable[[bool], Demo] | None = None
) -> ValidationReport:
    """Measure the search on cases of which the truth is known.

    Parameters
    ----------
    quick
        Fewer logs, for under 50 seconds.
    seed
        Where the cases come from.
    demo
        Asks the demo organisation's log, which stands above this room; is told whether it is quick.

    Returns
    -------
    ValidationReport
        Shares between 0 and 1.
    """
    begun = time.perf_counter()
    sizes, rng = QUICK if quick else FULL, np.random.default_rng(seed)
    fwer = {name: _error(world, rng, sizes) for name, world in WORLDS.items()}
    power = _power(rng, sizes)
    reported = _reported(rng, sizes)
    asked = demo(quick) if demo else None
    return ValidationReport(
        fwer=fwer,
        logs=sizes.null,
        power=power,
        tautology_reported=reported,
        demo=asked,
        quick=quick,
        seed=seed,
        seconds=time.perf_counter() - begun,
    )


def _error(world: World, rng: np.random.Generator, sizes: Sizes) -> float:
    """Return in how many logs of a world without any truth something is told."""
    told = [bool(_ask(world, rng, sizes).findings) for _ in range(sizes.null)]
    return float(np.mean(told))


def _ask(world: World, rng: np.random.Generator, sizes: Sizes) -> Found:
    return find(draw(world, rng), rng=rng, permutations=sizes.permutations)


def _power(rng: np.random.Generator, sizes: Sizes) -> float:
    """Return how often the pair that helps is told, as it is or with a third."""
    world = World(cases=_POWER_CASES)
    hits = 0
    for _ in range(sizes.power):
        found = find(draw(world, rng, helps=_HELPS), rng=rng, permutations=sizes.permutations)
        hits += any({0, 1} <= set(each.features) for each in found.findings)
    return hits / sizes.power


def _reported(rng: np.random.Generator, sizes: Sizes) -> int:
    """Return how often a tautology is told."""
    told = 0
    for name in ("normal_1000", "lognormal_1000"):
        for _ in range(sizes.tautology // 2):
            cases, place = tautology(draw(WORLDS[name], rng), rng)
            found = find(cases, rng=rng, permutations=sizes.permutations)
            told += any(place in each.features for each in found.findings)
    return told


def _error_check(name: str, rate: float, logs: int) -> Check:
    most = ALPHA + _SURE_ENOUGH * sqrt(ALPHA * (1 - ALPHA) / logs)
    world, count = name.rsplit("_", 1)
    kind, cases = _WORLDS[world], f"{int(count):,}"
    return Check(
        name=f"fwer.{name}",
        value=rate,
        most=most,
        text=_FWER.format(nl=kind.nl, en=kind.en, cases_nl=cases.replace(",", "."), cases=cases),
    )


def _demo_checks(demo: Demo) -> tuple[Check, ...]:
    return (
        Check(name="demo_missed", value=len(demo.missed), most=0, text=_MISSED),
        Check(name="demo_false", value=len(demo.false), most=0, text=_FALSE),
    )


_DONE = Text(
    nl="{logs} bedachte logs per wereld waarin niets helpt, en logs waarin wel iets helpt.",
    en="{logs} invented logs in each world in which nothing helps, and logs in which something "
    "does.",
)
_FWER = Text(
    nl="iets gevonden waar niets is, {nl}, {cases_nl} casussen",
    en="something found where nothing is, {en}, {cases} cases",
)
_WORLDS = {
    "normal": Text(nl="cijfers", en="ratings"),
    "lognormal": Text(nl="doorlooptijden met uitschieters", en="lead times with outliers"),
    "binary": Text(nl="ja of nee", en="yes or no"),
    "drift": Text(nl="alles verloopt in de tijd", en="everything drifts with time"),
}
_POWER = Text(
    nl="iets dat 0,4 standaardafwijking helpt bij 1 op de 10 casussen, wordt gevonden",
    en="something that helps by 0.4 standard deviations in 1 of 10 cases is found",
)
_TAUTOLOGY = Text(
    nl="keer dat iets werd verteld dat van het einde van de casus is gemaakt",
    en="times that something made from the end of the case was told",
)
_MISSED = Text(
    nl="waarheden van de demo-organisatie die niet zijn gevonden",
    en="truths of the demo organisation that were not found",
)
_FALSE = Text(
    nl="patronen in de demo-organisatie die er niet zijn",
    en="patterns in the demo organisation that are not there",
)
