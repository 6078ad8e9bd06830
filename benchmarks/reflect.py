"""How long choosing the next statement takes, and the rest that people wait for.

python -m benchmarks.reflect [--json]
"""

import argparse
import json
from collections.abc import Callable
from statistics import median, quantiles
from time import perf_counter

import numpy as np

from beide import reflect

TIMES = 400
MOST_MS = 1.0


def milliseconds(work: Callable[[], object], times: int = TIMES) -> dict[str, float]:
    """Return the median and the 95th percentile of doing something many times."""
    work()
    taken = []
    for _ in range(times):
        begun = perf_counter()
        work()
        taken.append(1_000 * (perf_counter() - begun))
    return {"median_ms": round(median(taken), 3), "p95_ms": round(quantiles(taken, n=20)[-1], 3)}


def answered(seed: int, rules: reflect.Rules) -> tuple[reflect.Answer, ...]:
    """Return someone's answers, given at random: that takes the most questions."""
    rng = np.random.default_rng(seed)
    answers: tuple[reflect.Answer, ...] = ()
    while question := reflect.next_question(answers, rules=rules, rng=rng):
        answers += (question.answer(int(rng.integers(1, 6))),)
    return answers


def measure() -> dict[str, dict[str, float]]:
    """Measure what a person and a team wait for."""
    rng = np.random.default_rng(0)
    rules = reflect.Rules(at_most=10, sure=0.99)
    whole = answered(1, rules)
    team = [answered(seed, rules) for seed in range(300)]
    return {
        "first statement": milliseconds(lambda: reflect.next_question((), rng=rng)),
        "next statement, after 5": milliseconds(lambda: reflect.next_question(whole[:5], rng=rng)),
        "next statement, after 9": milliseconds(
            lambda: reflect.next_question(whole[:9], rules=rules, rng=rng)
        ),
        "verdict, after 10": milliseconds(lambda: reflect.verdict(whole)),
        "picture of a team of 12": milliseconds(
            lambda: reflect.team_picture(team[:12], rng=rng), times=20
        ),
        "picture of 300 people": milliseconds(lambda: reflect.team_picture(team, rng=rng), times=5),
    }


def main() -> None:
    """Print the figures, and whether choosing stays within its bound."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true", help="for programs")
    asked = parser.parse_args()
    found = measure()
    if asked.json:
        print(json.dumps(found, indent=2))
        return
    for name, taken in found.items():
        print(
            f"{name:<28}{taken['median_ms']:>10.3f} ms{taken['p95_ms']:>10.3f} ms at most for 95%"
        )
    slowest = max(taken["median_ms"] for name, taken in found.items() if "statement" in name)
    print(f"Choosing a statement takes {slowest:.3f} ms; the bound is {MOST_MS} ms.")


if __name__ == "__main__":
    main()
