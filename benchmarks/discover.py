"""The pattern search beside pysubgroup, and the whole inference on a wide table.

python -m benchmarks.discover [--json] [--wide] [--python PYTHON]

pysubgroup needs NumPy below 2, so it has an environment of its own, made once in var/benchmarks.
``--wide`` measures only the case table of logs with hundreds and thousands of steps.
``--python`` (or BEIDE_PYSUBGROUP) names a Python that has it already.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from benchmarks._wide_log import wide_log

ROOT = Path(__file__).parents[1]
FOLDER = Path(os.environ.get("BEIDE_DATA") or ROOT.parent / "shared" / "data")
HOME = ROOT / "var" / "benchmarks" / "pysubgroup"
LOGS = {
    "bpic2012": ("bpic2012.xes.gz", "lead_time <= 10d", "steps:5"),
    "road_traffic_fines": ("road_traffic_fines.xes.gz", "lead_time <= 200d", "step:Send Fine"),
}
MOST_FEATURES = 100

TABLE = """
import sys, tempfile, numpy as np
from pathlib import Path
from beide import log
from beide.discover._base import Asked
from beide.discover._candidates import candidates
from beide.discover._case_table import case_table
from beide.discover._landmark import Landmark
source, good, landmark, most, target = sys.argv[1:]
with tempfile.TemporaryDirectory() as folder:
    found = log.read(source, into=Path(folder) / "made.log")
    asked = Asked(log=found, good=log.good(good), by=None, most_features=int(most))
    cases = case_table(asked, Landmark.parse(landmark), np.random.default_rng(1)).cases
kept = candidates(cases).places
np.savez(target, held=cases.held[kept], good=cases.good)
"""

OURS = """
import json, sys, time, numpy as np
from dataclasses import dataclass
from beide.discover._bits import Board, tally
from beide.discover._candidates import conditions
from beide.discover._honest import searched
from beide.discover._strata import Strata

class Plain(Strata):
    '''One stratum, and a variance that makes the score pysubgroup's quality with a = 0.5.'''
    size = property(lambda self: np.array([2**50]))
    share = property(lambda self: self.kept / len(self.order))
    spread = property(lambda self: np.array([2.0**-50]))

table = np.load(sys.argv[1])
held, good = table["held"], table["good"]
count = len(good)

def search():
    one = Plain(order=np.arange(count), code=np.zeros(count, np.int64),
                starts=np.array([0, count]), kept=np.array([good.sum()]), weeks=1)
    board = Board.of(held, good, one)
    group = np.arange(len(held))
    sets = np.concatenate([conditions(board, group), searched(board, group)])
    told = tally(board, sets)
    return told.score / np.sqrt(count), told.cases, told.kept

search()  # compiles
seconds = cpu = float("inf")
for _ in range(5):
    begun, used = time.perf_counter(), time.process_time()
    quality, cases, kept = search()
    seconds = min(seconds, time.perf_counter() - begun)
    cpu = min(cpu, time.process_time() - used)
best = sorted({(round(q, 9), int(n), int(k)) for q, n, k in zip(quality, cases, kept)})[::-1][:20]
print(json.dumps({"cases": count, "features": len(held), "seconds": seconds, "cpu": cpu,
                  "best": best[0][0], "twentieth": best[-1][0]}))
"""

THEIRS = """
import json, sys, time, numpy as np, pandas as pd, pysubgroup as ps
table = np.load(sys.argv[1])
held, good = table["held"], table["good"]
count, least = len(good), max(30, int(np.ceil(0.01 * len(good))))
data = pd.DataFrame({f"f{n}": each for n, each in enumerate(held)})
data["good"] = good
selectors = [ps.EqualitySelector(f"f{n}", True) for n in range(len(held))]
methods = {
    "DFS, bitsets": lambda: ps.DFS(ps.BitSetRepresentation),
    "Apriori": lambda: ps.Apriori(),
    "best first": lambda: ps.BestFirstSearch(),
}
told = {}
for name in sys.argv[2].split("+"):
    task = ps.SubgroupDiscoveryTask(
        data, ps.BinaryTarget("good", True), selectors, result_set_size=400, depth=3,
        qf=ps.StandardQF(0.5), constraints=[ps.MinSupportConstraint(least)])
    told[name] = {"seconds": float("inf"), "cpu": float("inf")}
    for _ in range(5):
        begun, used = time.perf_counter(), time.process_time()
        result = methods[name]().execute(task)
        took = {"seconds": time.perf_counter() - begun, "cpu": time.process_time() - used}
        told[name] = {key: min(took[key], told[name][key]) for key in took}
    found = result.to_dataframe()
    each = {(round(q, 9), int(n), int(k)) for q, n, k in
            zip(found.quality, found.size_sg, found.positives_sg)}
    best = sorted(each)[::-1][:20]
    told[name] |= {"best": best[0][0], "twentieth": best[-1][0]}
print(json.dumps(told))
"""

WHOLE = """
import json, resource, sys, time, numpy as np
from beide.discover import Cases, Feature, find
rng = np.random.default_rng(1)
count, width = 100_000, 300
week, kind = np.sort(rng.integers(0, 104, count)), rng.integers(0, 5, count)
shared = rng.standard_normal((10, count))
held = np.empty((width, count), np.bool_)
for row in held:
    row[:] = shared[rng.integers(0, 10)] + rng.standard_normal(count) > rng.uniform(0.5, 2.8)
level = rng.standard_normal(104)[week] * 0.3 + 0.3 * kind + rng.standard_normal(count)
good = level + 0.3 * (held[0] & held[1]) > 0.8
features = tuple(Feature(kind="attribute", values={"name": str(n)}) for n in range(width))
cases = Cases(good=good, kind=kind, week=week, features=features, held=held)
small = cases.only(cases=np.arange(0, count, 50), features=np.arange(20))
find(small, rng=np.random.default_rng(1), depth=2, permutations=64)  # compiles
begun, used = time.perf_counter(), time.process_time()
found = find(cases, rng=np.random.default_rng(2), depth=2, permutations=1000)
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
peak = peak / 1024 if sys.platform == "darwin" else peak
print(json.dumps({"cases": count, "features": width, "conditions": sum(found.searched),
                  "seconds": round(time.perf_counter() - begun, 1),
                  "cpu": round(time.process_time() - used, 1), "peak_mb": round(peak / 1024),
                  "found": [list(each.features) for each in found.findings]}))
"""

WIDE_TABLE = """
import json, resource, sys, time, numpy as np
from pathlib import Path
from beide import log
from beide.discover._base import Asked
from beide.discover._case_table import case_table
from beide.discover._landmark import Landmark
found = log.open(Path(sys.argv[1]))
asked = Asked(log=found, good=log.good("lead_time <= 2d"), by="kind")
begun = time.perf_counter()
made = case_table(asked, Landmark.parse("steps:15"), np.random.default_rng(0))
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
peak = peak / 1024 if sys.platform == "darwin" else peak
print(json.dumps({"cases": made.of_cases, "searched": len(made.cases), "possible": made.possible,
                  "features": len(made.cases.features), "peak_mb": round(peak / 1024),
                  "seconds": round(time.perf_counter() - begun, 1)}))
"""
WIDE_CASES = 200_000
WIDE_STEPS = (400, 4000)


def python(code: str, *arguments: str, executable: str = sys.executable) -> dict[str, Any]:
    """Run code in a fresh Python and return what it prints."""
    run = subprocess.run(
        [executable, "-W", "ignore", "-c", code, *arguments],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if run.returncode:
        sys.exit(run.stderr)
    told: dict[str, Any] = json.loads(run.stdout.splitlines()[-1]) if run.stdout else {}
    return told


def environment() -> str:
    """Return a Python that has pysubgroup; made when there is none yet."""
    made = HOME / "bin" / "python"
    if not made.exists():
        beside = Path(sys.executable).with_name("uv")
        uv = str(beside) if beside.exists() else "uv"
        subprocess.run([uv, "venv", "--python", "3.11", str(HOME)], check=True)
        install = [uv, "pip", "install", "--python", str(made), "pysubgroup", "numpy<2"]
        subprocess.run(install, check=True)
    return str(made)


def beside(name: str, other: str) -> dict[str, Any]:
    """Search one log's case table to depth 3, here and with pysubgroup's exhaustive methods."""
    source, good, landmark = LOGS[name]
    with tempfile.TemporaryDirectory() as folder:
        table = str(Path(folder) / "table.npz")
        python(TABLE, str(FOLDER / source), good, landmark, str(MOST_FEATURES), table)
        ours = python(OURS, table)
        theirs = python(THEIRS, table, "DFS, bitsets+Apriori", executable=other)
    fastest = min(theirs, key=lambda method: float(theirs[method]["cpu"]))
    same = all(abs(ours[rank] - theirs[fastest][rank]) < 1e-6 for rank in ("best", "twentieth"))
    return {
        "beide": ours,
        "pysubgroup": theirs,
        "fastest": fastest,
        "cpu_ratio": ours["cpu"] / theirs[fastest]["cpu"],
        "same_quality": same,
    }


def wide() -> dict[str, Any]:
    """Make the case table of logs with many steps, each in a fresh Python."""
    found = {}
    for steps in WIDE_STEPS:
        with tempfile.TemporaryDirectory() as folder:
            made = wide_log(Path(folder), cases=WIDE_CASES, activities=steps)
            found[f"{steps} steps"] = python(WIDE_TABLE, str(made.path))
    return found


def main() -> None:
    """Measure everything, and tell it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true", help="for programs")
    parser.add_argument("--wide", action="store_true", help="only logs with many steps")
    parser.add_argument("--python", default=os.environ.get("BEIDE_PYSUBGROUP"))
    asked = parser.parse_args()
    if asked.wide:
        print(json.dumps(wide(), indent=2))
        return
    other = asked.python or environment()
    search = {name: beside(name, other) for name in LOGS if (FOLDER / LOGS[name][0]).exists()}
    told: dict[str, Any] = {
        "processors": os.cpu_count(),
        "search": search,
        "inference": python(WHOLE),
    }
    if asked.json:
        print(json.dumps(told, indent=2))
        return
    for name, found in search.items():
        ours, theirs = found["beide"], found["pysubgroup"][found["fastest"]]
        print(
            f"{name:<20}{ours['cases']:>8,} cases x {ours['features']:>3} features, depth 3: "
            f"{ours['cpu']:.2f} s CPU, pysubgroup ({found['fastest']}) {theirs['cpu']:.2f} s, "
            f"ratio {found['cpu_ratio']:.3f}, same quality: {found['same_quality']}"
        )
    whole = told["inference"]
    print(
        f"inference           {whole['cases']:>8,} cases x {whole['features']:>3} features, "
        f"depth 2, 1,000 permutations: {whole['seconds']} s, {whole['cpu']} s CPU, "
        f"{whole['peak_mb']} MB"
    )


if __name__ == "__main__":
    main()
