"""How fast room is found: the event core beside SimPy and Ciw, and a whole answer.

python -m benchmarks.room [--json] [--rivals PYTHON]

The network is four teams in a row, twice: with office hours, as the networks are that Beide fits to
a log, and with nobody ever resting, which is the easiest a simulation can get. The first is held to
what is asked. All three get the same arrivals and the same work and must find the same sojourns.

SimPy and Ciw are measured by another Python that has them, so that Beide does not need them:

    python -m venv rivals && rivals/bin/pip install simpy ciw
    python -m benchmarks.room --rivals rivals/bin/python
"""

import argparse
import json
import os
import platform
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from beide.room._answer import answer
from beide.room._network import Network
from beide.room._run import late_cases, lead_times, world_of
from beide.room._study import study
from beide.room._trials._logs import log_of
from beide.room._trials._worlds import World
from beide.room._ways import Way, servers
from beide.room._weeks import as_it_was, weeks_of
from beide.text import Text

EVENTS_A_SECOND, TIMES_SIMPY, TIMES_CIW, ANSWER_SECONDS = 5e6, 50.0, 100.0, 30.0
PEOPLE, BUSY, VISITS = (4, 3, 3, 4), 0.75, 4
CASES, RIVAL_CASES, RUNS = 200_000, 20_000, 5
Shifts = Sequence[tuple[int, int]]
OFFICE: Shifts = [(24 * day + 9, 24 * day + 17) for day in range(5)]
RIVALS = Path(__file__).with_name("_room_rivals.py")


def tandem(cases: int, shifts: Shifts = ()) -> Network:
    """Return cases that go past four roles in order, work and arrivals at random.

    Nobody rests, or everyone works in the same office hours.
    """
    rng = np.random.default_rng(1)
    on = np.zeros(168)
    for begin, end in shifts or [(0, 168)]:
        on[begin:end] = 1.0
    arrives = np.cumsum(rng.exponential(1.0, cases)) * 168 / on.sum()
    role = np.tile(np.arange(VISITS), cases)
    mean = BUSY * np.array(PEOPLE, dtype=np.float64)
    return Network(
        roles=("a", "b", "c", "d"),
        activities=("work",),
        people=np.array(PEOPLE, dtype=np.float64)[:, None] * on,
        first_visit=np.arange(cases + 1) * VISITS,
        role=role,
        activity=np.zeros(len(role), dtype=np.int64),
        delay=np.zeros(len(role)),
        work=rng.exponential(1.0, len(role)) * mean[role],
        week=(arrives // 168).astype(np.int64),
        offset=arrives % 168,
        counted=np.ones(cases, dtype=np.bool_),
        weeks=int(arrives[-1] // 168) + 1,
    )


def core(shifts: Shifts = ()) -> dict[str, float]:
    """Return events a second on one core; each visit is an arrival in a line and a completion."""
    network = tandem(CASES, shifts)
    world, stream = world_of(network, servers(network.people)), as_it_was(weeks_of(network))
    sojourn = float(lead_times(network, world, stream).mean())
    taken = []
    for _ in range(RUNS):
        begun = time.perf_counter()
        late_cases(network, world, stream, np.inf, allowed=CASES)
        taken.append(time.perf_counter() - begun)
    seconds = min(taken)
    return {
        "events_per_second": 2 * len(network.role) / seconds,
        "visits_per_second": len(network.role) / seconds,
        "mean_sojourn": sojourn,
    }


def rivals(python: str, shifts: Shifts = ()) -> dict[str, dict[str, float]]:
    """Return visits a second and the mean sojourn of SimPy and Ciw on the very same cases."""
    network = tandem(RIVAL_CASES, shifts)
    stream = as_it_was(weeks_of(network))
    world = world_of(network, servers(network.people))
    own = float(lead_times(network, world, stream).mean())
    asked = {
        "people": PEOPLE,
        "gaps": np.diff(stream.arrives, prepend=0.0).tolist(),
        "work": network.work.reshape(-1, VISITS)[stream.case].tolist(),
        "shifts": shifts,
    }
    run = subprocess.run(
        [python, str(RIVALS)], input=json.dumps(asked), capture_output=True, text=True, check=True
    )
    told: dict[str, dict[str, float]] = json.loads(run.stdout)
    for rival in told.values():
        rival["sojourn_ratio"] = rival["mean_sojourn"] / own
    return told


def whole_answer() -> float:
    """Return the seconds from events to an answer, for half a year of 100 cases a week."""
    world = World()
    events = log_of(world, np.random.default_rng(3), weeks=26)
    promise = Text(nl="binnen 3 dagen voor 90%", en="within 3 days for 90%")
    begun = time.perf_counter()
    found = study(events, within=world.within, share=world.share, seed=1)
    answer(found, promise=promise, way=Way.HOUR_A_DAY, seed=1)
    return time.perf_counter() - begun


def measure(python: str | None) -> dict[str, Any]:
    """Return everything that was measured, and whether it is fast enough."""
    told: dict[str, Any] = {
        "office_hours": beside(OFFICE, python),
        "nobody_rests": beside((), python),
        "answer_seconds": whole_answer(),
    }
    office = told["office_hours"]
    holds = {
        "events": office["core"]["events_per_second"] >= EVENTS_A_SECOND,
        "answer": told["answer_seconds"] <= ANSWER_SECONDS,
    }
    for name, least in (("simpy", TIMES_SIMPY), ("ciw", TIMES_CIW)):
        if name in office:
            holds[name] = office[name]["times_faster"] >= least
            holds[f"{name}_same"] = _is_one(office[name]["sojourn_ratio"])
    return {**told, "holds": holds}


def beside(shifts: Shifts, python: str | None) -> dict[str, dict[str, float]]:
    """Return how fast the core is on one network, and how much slower the others are."""
    own = core(shifts)
    found = {"core": own}
    for name, rival in (rivals(python, shifts) if python else {}).items():
        rival["times_faster"] = own["visits_per_second"] / rival["visits_per_second"]
        found[name] = rival
    return found


def _is_one(ratio: float) -> bool:
    """Return whether two simulations of the same cases found the same, but for rounding."""
    return abs(ratio - 1.0) < 1e-6


def main() -> None:
    """Measure and tell."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true", help="for programs")
    parser.add_argument("--rivals", help="a Python that has simpy and ciw")
    asked = parser.parse_args()
    found = measure(asked.rivals)
    machine = {"python": platform.python_version(), "processors": os.cpu_count()}
    if asked.json:
        print(json.dumps({"machine": machine, **found}, indent=2))
        return
    for network in ("office_hours", "nobody_rests"):
        told = found[network]
        print(f"{network}: {told['core']['events_per_second'] / 1e6:.2f} million events a second")
        for name in ("simpy", "ciw"):
            if name in told:
                print(f"  {name:<9}{told[name]['times_faster']:8.0f} times slower")
    print(f"answer   {found['answer_seconds']:8.1f} seconds")


if __name__ == "__main__":
    main()
