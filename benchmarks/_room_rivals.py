"""SimPy and Ciw on the cases of ``benchmarks.room``; run by a Python that has them.

Both are given when each case arrives and how much work it is at each team, so that they simulate
the same and must find the same mean sojourn.
"""

import importlib
import json
import math
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

Work = list[list[float]]


def with_simpy(people: list[int], gaps: list[float], work: Work) -> tuple[float, list[float]]:
    """Return the seconds it took, and the sojourn of each case."""
    simpy: Any = importlib.import_module("simpy")
    environment = simpy.Environment()
    teams = [simpy.Resource(environment, capacity=count) for count in people]
    sojourns: list[float] = []

    def case(own: list[float]) -> Iterator[Any]:
        begun = environment.now
        for team, takes in zip(teams, own, strict=True):
            with team.request() as turn:
                yield turn
                yield environment.timeout(takes)
        sojourns.append(environment.now - begun)

    def source() -> Iterator[Any]:
        for gap, own in zip(gaps, work, strict=True):
            yield environment.timeout(gap)
            environment.process(case(own))

    environment.process(source())
    begun = time.perf_counter()
    environment.run()
    return time.perf_counter() - begun, sojourns


def with_ciw(people: list[int], gaps: list[float], work: Work) -> tuple[float, list[float]]:
    """Return the seconds it took, and the sojourn of each case."""
    ciw: Any = importlib.import_module("ciw")
    nodes = range(len(people))

    class Given(ciw.dists.Distribution):  # type: ignore[misc]
        """The work of the case that comes, at one team; Ciw numbers cases from 1."""

        def __init__(self, team: int) -> None:
            self.team = team

        def sample(self, t: object = None, ind: Any = None) -> float:  # noqa: ARG002
            return float(work[ind.id_number - 1][self.team])

    network = ciw.create_network(
        # After the last case none comes any more.
        arrival_distributions=[ciw.dists.Sequential([*gaps, math.inf])]
        + [None] * (len(people) - 1),
        service_distributions=[Given(team) for team in nodes],
        number_of_servers=people,
        routing=[[1.0 if to == at + 1 else 0.0 for to in nodes] for at in nodes],
    )
    simulation = ciw.Simulation(network)
    begun = time.perf_counter()
    simulation.simulate_until_max_customers(len(gaps))
    taken = time.perf_counter() - begun
    came: dict[Any, float] = {}
    left: dict[Any, float] = {}
    for record in simulation.get_all_records():
        case = record.id_number
        came[case] = min(came.get(case, math.inf), record.arrival_date)
        left[case] = max(left.get(case, 0.0), record.exit_date)
    return taken, [left[case] - came[case] for case in came]


def main() -> None:
    """Measure both and write JSON."""
    asked = json.load(sys.stdin)
    told = {}
    tools: dict[str, Callable[..., tuple[float, list[float]]]] = {
        "simpy": with_simpy,
        "ciw": with_ciw,
    }
    for name, tool in tools.items():
        taken, sojourns = tool(**asked)
        visits = len(asked["people"]) * len(asked["gaps"])
        mean = sum(sojourns) / len(sojourns)
        told[name] = {
            "visits_per_second": visits / taken,
            "mean_sojourn": mean,
            "cases": len(sojourns),
        }
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    main()
