"""How long one effect takes: the verdict alone, and with everything that is shown beside it.

python -m benchmarks.effect [--json]
"""

import argparse
import json
import os
import platform
import statistics
import time
from collections.abc import Callable
from datetime import date, timedelta

import numpy as np

from beide.effect import Series, amounts, effect, shares, watch
from beide.effect._grid import grid
from beide.effect._placebo import range_of
from beide.effect._posterior import step, whitened
from beide.effect._scale import grid_for, scaled
from beide.effect._window import window

ALLOWED_MS = 50.0
RUNS = 25
ANSWERS = ("verdict_first", "verdict_share", "effect", "effect_compared")
"""What someone waits for; the others are parts of it, or longer series than usual."""


def weeks(count: int) -> list[date]:
    """Return Mondays."""
    return [date(2024, 1, 1) + timedelta(weeks=week) for week in range(count)]


def drawn(count: int, *, seed: int) -> Series:
    """Return a lead time by week."""
    rng = np.random.default_rng(seed)
    return amounts(weeks(count), 6 * np.exp(0.2 * rng.standard_normal(count)))


def share(count: int) -> Series:
    """Return first-time-right by week, on about ten cases."""
    rng = np.random.default_rng(1)
    cases = np.asarray(1 + rng.poisson(9, count), dtype=np.float64)
    return shares(weeks(count), rng.binomial(cases.astype(int), 0.8).astype(float), cases)


def verdict(series: Series, at: int) -> None:
    """Find the change, its interval and the probability of improvement; nothing beside it."""
    found = window(series, weeks(at + 1)[at])
    on_scale = scaled(found.series, at=found.at)
    belief = step(whitened(grid_for(found.series, on_scale), on_scale.values[None]), at=found.at)
    range_of(found.series, found.at, belief)
    belief.below(0.0)


def fresh(series: Series, at: int) -> None:
    """Do the same without the factors of an earlier series."""
    grid.cache_clear()
    verdict(series, at)


def milliseconds(work: Callable[[], object]) -> float:
    """Return the median time of a piece of work."""
    times = []
    for _ in range(RUNS):
        begun = time.perf_counter()
        work()
        times.append(1000 * (time.perf_counter() - begun))
    return round(statistics.median(times), 1)


def measure() -> dict[str, float]:
    """Return milliseconds for each piece."""
    year, long, few = drawn(52, seed=0), drawn(130, seed=0), share(52)
    others = {str(seed): drawn(52, seed=seed) for seed in range(1, 5)}
    start = weeks(52)[40]
    return {
        "verdict": milliseconds(lambda: verdict(year, 40)),
        "verdict_first": milliseconds(lambda: fresh(year, 40)),
        "verdict_104_26_weeks_first": milliseconds(lambda: fresh(long, 104)),
        "verdict_share": milliseconds(lambda: verdict(few, 40)),
        "effect": milliseconds(lambda: effect(year, start=start)),
        "effect_compared": milliseconds(lambda: effect(year, start=start, compare=others)),
        "watch": milliseconds(lambda: watch(year, start=start)),
    }


def main() -> None:
    """Measure, and say whether every answer is within what is allowed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true", help="for programs")
    asked = parser.parse_args()
    found = measure()
    if asked.json:
        machine = {"python": platform.python_version(), "processors": os.cpu_count()}
        holds = max(found[each] for each in ANSWERS) <= ALLOWED_MS
        told = {"machine": machine, "allowed_ms": ALLOWED_MS, "holds": holds, "ms": found}
        print(json.dumps(told, indent=2))
        return
    for name, taken in found.items():
        print(f"{name:<32}{taken:>8.1f} ms")


if __name__ == "__main__":
    main()
