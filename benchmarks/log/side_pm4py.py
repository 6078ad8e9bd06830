"""pm4py's side, run in its own environment: read a log, ask, and tell seconds and answers."""

import json
import sys
from collections import Counter
from typing import Any

import pandas as pd  # type: ignore[import-not-found,import-untyped,unused-ignore]  # the peer's

from benchmarks.log.clock import peak_mb, timed

TIMES = 3
ROLES = 20


def main() -> None:
    path, part, frame, *small = sys.argv[1:]
    print(json.dumps(reading(path, frame, *small) if part == "reading" else asked(frame)))


def reading(path: str, target: str, small: str) -> dict[str, Any]:
    """Read a source with the default reader; then leave its events for both sides to ask of."""
    import pm4py

    pm4py.read_xes(small)
    seconds, frame = timed(lambda: pm4py.read_xes(path))
    told = {"events": len(frame), "seconds": seconds, "peak_mb": peak_mb()}
    who = frame["org:resource"] if "org:resource" in frame else frame["concept:name"]
    frame["role"] = "role " + (pd.factorize(who)[0] % ROLES).astype(str)
    names = {"case:concept:name": "case", "concept:name": "activity", "time:timestamp": "time"}
    frame.rename(columns=names)[["case", "activity", "time", "role"]].to_parquet(target)
    return told


def asked(path: str) -> dict[str, Any]:
    """Ask the questions of a log that is in memory."""
    import pm4py

    frame = pd.read_parquet(path).rename(
        columns={
            "case": "case:concept:name",
            "activity": "concept:name",
            "time": "time:timestamp",
            "role": "org:resource",
        }
    )
    questions = {
        "directly_follows": lambda: (
            pm4py.discover_dfg(frame)[0],
            pm4py.discover_performance_dfg(frame)[0],
        ),
        "variants": lambda: pm4py.get_variants(frame),
        "durations": lambda: pm4py.get_all_case_durations(frame),
        "connections": lambda: pm4py.discover_handover_of_work_network(frame),
    }
    found = {name: timed(ask, times=TIMES) for name, ask in questions.items()}
    pairs, lengths = found["directly_follows"][1][0], found["durations"][1]
    links = found["connections"][1].connections
    return {
        "seconds": {name: seconds for name, (seconds, _answer) in found.items()},
        "directly_follows": sorted([*pair, int(count)] for pair, count in pairs.items()),
        "variants": sorted(Counter(map(int, found["variants"][1].values())).items()),
        "durations": [len(lengths), round(sum(lengths) / len(lengths), 3)],
        "connections": sorted([*pair, float(share)] for pair, share in links.items()),
    }


if __name__ == "__main__":
    main()
