"""Beide's side, in a Python of its own: read a log, ask, and tell seconds and answers."""

import json
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

from beide import engine, log
from benchmarks.log.clock import peak_mb, timed

TIMES = 3


def main() -> None:
    path, part, *small = sys.argv[1:]
    if part == "reading":
        print(json.dumps(reading(path, *small)))
        return
    with log.loaded(log.open(path)) as found:
        print(json.dumps(asked(found)))


def reading(path: str, small: str) -> dict[str, Any]:
    """Read a source into the normalised form, which is more than holding it in memory.

    A small log goes first: what Python has to load once in a process is not timed.
    """
    with tempfile.TemporaryDirectory() as folder:
        log.read(small, into=Path(folder) / "a.log")
        seconds, found = timed(lambda: log.read(path, into=Path(folder) / "b.log"))
    return {"events": found.about.events, "seconds": seconds, "peak_mb": peak_mb()}


def asked(found: log.Log) -> dict[str, Any]:
    """Ask the questions of a normalised log that is in memory, as it is on the other sides."""
    questions = {
        "directly_follows": lambda: log.directly_follows(found),
        "variants": lambda: log.variants(found, top=1_000_000),
        "durations": lambda: log.lead_times(found),
        "connections": lambda: log.connections(found),
    }
    told = {name: timed(ask, times=TIMES) for name, ask in questions.items()}
    pairs, variants, lengths, links = (answer for _seconds, answer in told.values())
    return {
        "seconds": {name: seconds for name, (seconds, _answer) in told.items()},
        "directly_follows": sorted([pair.from_, pair.to, pair.count] for pair in pairs.pairs),
        "variants": sorted(Counter(each.cases for each in variants.variants).items()),
        "durations": every_case(found),
        "connections": sorted([link.from_, link.to, link.count] for link in links.connections),
        "hidden": {
            "directly_follows": pairs.other.rows,
            "variants": variants.other.rows,
            "connections": links.other.rows,
            "passed": links.other.count,
        },
        "whole_cases": lengths.cases,
    }


def every_case(found: log.Log) -> list[float]:
    """Return how many cases there are and their mean length, unfinished ones too, as pm4py does."""
    here = engine.default()
    cases = here.read_parquet([found.file("cases")])
    row = here.rows(cases.aggregate(n=cases.count(), mean=cases["duration"].mean()))[0]
    return [row["n"], round(row["mean"] / 1e6, 3)]


if __name__ == "__main__":
    main()
