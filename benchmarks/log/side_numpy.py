"""The same answers by hand: numpy on codes that are sorted already. The floor to compare with."""

import json
import sys
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from pyarrow import parquet

from beide import log
from benchmarks.log.clock import timed

TIMES = 3

if TYPE_CHECKING:
    from collections.abc import Callable

Codes = NDArray[np.int64]


def main() -> None:
    found = log.open(sys.argv[1])
    table = parquet.read_table(found.file("events"))
    case, activity, role = (column(table, name) for name in ("case", "activity", "role"))
    time = np.asarray(table["time"].to_numpy()).astype("datetime64[us]").astype(np.int64)
    questions: dict[str, Callable[[], Any]] = {
        "directly_follows": lambda: followed(case, activity, time),
        "variants": lambda: variants(case, activity),
        "durations": lambda: durations(case, time),
        "connections": lambda: followed(case, role, time),
    }
    told = {name: timed(ask, times=TIMES) for name, ask in questions.items()}
    print(
        json.dumps(
            {
                "seconds": {name: seconds for name, (seconds, _answer) in told.items()},
                "pairs": int(sum(told["directly_follows"][1][1])),
                "variants": len(told["variants"][1]),
            }
        )
    )


def column(table: Any, name: str) -> Codes:
    """Return a column of codes; nothing is -1."""
    found: Codes = np.asarray(table[name].fill_null(-1).to_numpy()).astype(np.int64)
    return found


def followed(case: Codes, code: Codes, time: Codes) -> tuple[Codes, Codes, Codes]:
    """Return which code follows which, how often, and the median time between."""
    same = case[1:] == case[:-1]
    pair = code[:-1][same] * (code.max() + 2) + code[1:][same]
    taken = (time[1:] - time[:-1])[same]
    order = np.lexsort((taken, pair))
    pair, taken = pair[order], taken[order]
    begins = np.flatnonzero(np.r_[True, pair[1:] != pair[:-1]])
    counts = np.diff(np.r_[begins, len(pair)])
    middle = (taken[begins + (counts - 1) // 2] + taken[begins + counts // 2]) // 2
    return pair[begins], counts, middle


def variants(case: Codes, activity: Codes) -> Codes:
    """Return how many cases take each road, by a 64-bit number for each road."""
    begins = np.flatnonzero(np.r_[True, case[1:] != case[:-1]])
    sizes = np.diff(np.r_[begins, len(case)])
    place = np.arange(len(case)) - np.repeat(begins, sizes)
    odd = np.random.default_rng(1).integers(1, 2**62, size=int(sizes.max()), dtype=np.int64) | 1
    with np.errstate(over="ignore"):
        road = np.add.reduceat((activity + 1) * odd[place], begins)
    found: Codes = np.unique(road, return_counts=True)[1]
    return found


def durations(case: Codes, time: Codes) -> NDArray[np.float64]:
    """Return the mean and quantiles of the time from the first event to the last."""
    begins = np.flatnonzero(np.r_[True, case[1:] != case[:-1]])
    taken = time[np.r_[begins[1:] - 1, len(time) - 1]] - time[begins]
    found: NDArray[np.float64] = np.r_[
        taken.mean(), np.quantile(taken, (0.05, 0.25, 0.5, 0.75, 0.9, 0.95))
    ]
    return found


if __name__ == "__main__":
    main()
