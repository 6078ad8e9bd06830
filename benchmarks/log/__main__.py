"""Read and ask the same logs with Beide and pm4py in one run, and with numpy as the floor.

python -m benchmarks.log [--json] [NAME ...]     side by side, as ratios
python -m benchmarks.log --every [NAME ...]      reading each real log, Beide alone
"""

import argparse
import gzip
import json
import math
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from benchmarks.log import every
from benchmarks.log.prepare import fourfold, normalised, small
from benchmarks.peer import python_of, run

HERE = Path(__file__).parent
NAMES = ("bpic2012.xes.gz", "road_traffic_fines.xes.gz")
PM4PY = "pm4py==2.7.19.1"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true", help="for programs")
    parser.add_argument("--every", action="store_true", help="Beide alone, each real log")
    parser.add_argument("names", nargs="*", help="logs in the folder with real logs")
    asked = parser.parse_args()
    if asked.every:
        every.main(asked.names, as_json=asked.json)
        return
    peer = python_of("pm4py", (PM4PY, "pyarrow"))
    with tempfile.TemporaryDirectory() as folder:
        sources = list(prepared(asked.names or NAMES, Path(folder), last=not asked.names))
        told = [beside(path, peer, Path(folder)) for path in sources]
    if asked.json:
        print(json.dumps({"machine": every.machine(), "pm4py": PM4PY, "logs": told}, indent=1))
        return
    for each in told:
        show(each)


def prepared(names: list[str] | tuple[str, ...], folder: Path, *, last: bool) -> Any:
    """Give each log unpacked, so that neither side is measured on unpacking; then a fourfold."""
    for name in names:
        source = every.FOLDER / name
        if not source.exists():
            sys.exit(f"{name} is not in {every.FOLDER}; set BEIDE_DATA to where it is.")
        plain = folder / name.removesuffix(".gz")
        with gzip.open(source) as packed, plain.open("wb") as out:
            shutil.copyfileobj(packed, out)
        yield plain
        if last and name == names[-1]:
            yield fourfold(plain, folder / f"fourfold_{plain.name}")


def beside(path: Path, peer: Path, folder: Path) -> dict[str, Any]:
    """Measure one log on every side."""
    made, frame = folder / path.stem, folder / f"{path.stem}.parquet"
    first = str(small(folder / "small.xes"))
    ours = run(sys.executable, HERE / "side_beide.py", str(path), "reading", first)
    theirs = run(peer, HERE / "side_pm4py.py", str(path), "reading", str(frame), first)
    mine = normalised(frame, made)
    we = run(sys.executable, HERE / "side_beide.py", str(mine), "asking")
    floor = run(sys.executable, HERE / "side_numpy.py", str(mine))
    they = run(peer, HERE / "side_pm4py.py", str(path), "asking", str(frame))
    return {
        "log": path.name,
        "events": ours["events"],
        "reading": {
            "beide": ours,
            "pm4py": theirs,
            "cpu_ratio": ratio(ours["seconds"]["cpu"], theirs["seconds"]["cpu"]),
            "peak_ratio": ratio(ours["peak_mb"], theirs["peak_mb"]),
        },
        "asking": {
            "beide": we["seconds"],
            "pm4py": they["seconds"],
            "numpy": floor["seconds"],
            "of_pm4py": ratio(total(we), total(they)),
            "of_numpy": ratio(total(we), total(floor)),
            "of_pm4py_wall": ratio(total(we, "wall"), total(they, "wall")),
        },
        "equal": equal(we, they),
    }


def equal(ours: dict[str, Any], theirs: dict[str, Any]) -> dict[str, bool]:
    """Tell whether both sides found the same; what is too rare to show is left out of theirs."""
    shown = [pair[:2] for pair in ours["directly_follows"]]
    least = min(count for count, _roads in ours["variants"])
    return {
        "directly_follows": ours["directly_follows"]
        == [pair for pair in theirs["directly_follows"] if pair[:2] in shown],
        "variants": ours["variants"] == [each for each in theirs["variants"] if each[0] >= least],
        "durations": ours["durations"] == theirs["durations"],
        "connections": same_connections(ours, theirs),
    }


def same_connections(ours: dict[str, Any], theirs: dict[str, Any]) -> bool:
    """Tell whether each connection that we show is the same part of all work that passes on.

    pm4py tells parts, of a total in which work that stays with one role counts along.
    """
    passed = [link for link in theirs["connections"] if link[0] != link[1]]
    of_theirs = sum(part for _from, _to, part in passed)
    of_ours = sum(link[2] for link in ours["connections"]) + ours["hidden"]["passed"]
    found = {(from_, to): part / of_theirs for from_, to, part in passed}
    return len(found) == len(ours["connections"]) + ours["hidden"]["connections"] and all(
        math.isclose(count / of_ours, found.get((from_, to), 0.0), rel_tol=1e-9)
        for from_, to, count in ours["connections"]
    )


def total(side: dict[str, Any], of: str = "cpu") -> float:
    return sum(float(seconds[of]) for seconds in side["seconds"].values())


def ratio(ours: float, theirs: float) -> float:
    return round(ours / theirs, 3)


def show(told: dict[str, Any]) -> None:
    reading, asking = told["reading"], told["asking"]
    print(f"{told['log']}: {told['events']:,} events")
    print(
        f"  reading: {reading['cpu_ratio']} of pm4py's processor time, "
        f"{reading['peak_ratio']} of its memory"
    )
    print(f"  asking:  {asking['of_pm4py']} of pm4py's, {asking['of_numpy']} of numpy's")
    print(f"  equal:   {told['equal']}")


if __name__ == "__main__":
    main()
