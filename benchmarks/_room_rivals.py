"""SimPy and Ciw on the network of ``benchmarks.room``; run by a Python that has them."""

import importlib
import json
import random
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any


def with_simpy(people: list[int], busy: float, cases: int) -> tuple[float, list[float]]:
    """Return the seconds it took, and the sojourn of each case."""
    simpy: Any = importlib.import_module("simpy")
    chance, environment = random.Random(1), simpy.Environment()
    teams = [simpy.Resource(environment, capacity=count) for count in people]
    sojourns: list[float] = []

    def case() -> Iterator[Any]:
        begun = environment.now
        for team, count in zip(teams, people, strict=True):
            with team.request() as turn:
                yield turn
                yield environment.timeout(chance.expovariate(1 / (busy * count)))
        sojourns.append(environment.now - begun)

    def source() -> Iterator[Any]:
        for _ in range(cases):
            yield environment.timeout(chance.expovariate(1.0))
            environment.process(case())

    environment.process(source())
    begun = time.perf_counter()
    environment.run()
    return time.perf_counter() - begun, sojourns


def with_ciw(people: list[int], busy: float, cases: int) -> tuple[float, list[float]]:
    """Return the seconds it took, and the sojourn of each case."""
    ciw: Any = importlib.import_module("ciw")
    nodes = len(people)
    network = ciw.create_network(
        arrival_distributions=[ciw.dists.Exponential(1.0)] + [None] * (nodes - 1),
        service_distributions=[ciw.dists.Exponential(1 / (busy * count)) for count in people],
        number_of_servers=people,
        routing=[[1.0 if to == at + 1 else 0.0 for to in range(nodes)] for at in range(nodes)],
    )
    ciw.seed(1)
    simulation = ciw.Simulation(network)
    begun = time.perf_counter()
    simulation.simulate_until_max_customers(cases)
    taken = time.perf_counter() - begun
    by_case: dict[Any, list[Any]] = {}
    for record in simulation.get_all_records():
        by_case.setdefault(record.id_number, []).append(record)
    ends = [
        max(each.exit_date for each in records) - min(each.arrival_date for each in records)
        for records in by_case.values()
        if len(records) == nodes
    ]
    return taken, ends


def main() -> None:
    """Measure both and write JSON."""
    asked = json.loads(sys.argv[1])
    told = {}
    tools: dict[str, Callable[..., tuple[float, list[float]]]] = {
        "simpy": with_simpy,
        "ciw": with_ciw,
    }
    for name, tool in tools.items():
        taken, sojourns = tool(**asked)
        visits = len(asked["people"]) * asked["cases"]
        mean = sum(sojourns) / len(sojourns)
        told[name] = {"visits_per_second": visits / taken, "mean_sojourn": mean}
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    main()
