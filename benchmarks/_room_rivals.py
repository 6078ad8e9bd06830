"""SimPy and Ciw on the cases of ``benchmarks.room``; run by a Python that has them.

Both are given when each case arrives and how much work it is at each team, so that they simulate
the same and must find the same mean sojourn. Where teams have office hours, work that is not done
when they end is laid aside and goes on when they begin again: with preemption, as the manuals of
both tools say to.
"""

import importlib
import json
import math
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

Work = list[list[float]]
Shifts = list[list[float]]
"""When office hours begin and end, in hours since Monday at 0:00; none when nobody rests."""
WEEK = 168.0
AWAY, AGAIN, NEW = 0, 1, 2
"""Who goes first at a team: its rest, then work that was laid aside, then the line."""


def with_simpy(
    people: list[int], gaps: list[float], work: Work, shifts: Shifts
) -> tuple[float, list[float]]:
    """Return the seconds it took, and the sojourn of each case."""
    simpy: Any = importlib.import_module("simpy")
    environment = simpy.Environment()
    kind = simpy.PreemptiveResource if shifts else simpy.Resource
    teams = [kind(environment, capacity=count) for count in people]
    sojourns: list[float] = []

    def case(own: list[float]) -> Iterator[Any]:
        begun = environment.now
        for team, takes in zip(teams, own, strict=True):
            if shifts:
                yield from _laid_aside(simpy, environment, team, takes)
                continue
            with team.request() as turn:
                yield turn
                yield environment.timeout(takes)
        sojourns.append(environment.now - begun)

    def source() -> Iterator[Any]:
        for gap, own in zip(gaps, work, strict=True):
            yield environment.timeout(gap)
            environment.process(case(own))

    for team, count in zip(teams, people, strict=True):
        for _ in range(count if shifts else 0):
            environment.process(_rest(environment, team, shifts))
    environment.process(source())
    begun = time.perf_counter()
    while len(sojourns) < len(gaps):
        environment.run(until=environment.now + WEEK)
    return time.perf_counter() - begun, sojourns


def _laid_aside(simpy: Any, environment: Any, team: Any, takes: float) -> Iterator[Any]:
    """Work at a team that may stop halfway; what was done by then is done."""
    turn_of = NEW
    while takes > 0:
        with team.request(priority=turn_of, preempt=False) as turn:
            yield turn
            begun = environment.now
            try:
                yield environment.timeout(takes)
                return
            except simpy.Interrupt:
                takes -= environment.now - begun
                turn_of = AGAIN


def _rest(environment: Any, team: Any, shifts: Shifts) -> Iterator[Any]:
    """Keep one of a team's people away outside office hours."""
    week = 0.0
    while True:
        for on, off in shifts:
            with team.request(priority=AWAY) as away:
                yield away
                yield environment.timeout(week + on - environment.now)
            yield environment.timeout(off - on)
        week += WEEK


def with_ciw(
    people: list[int], gaps: list[float], work: Work, shifts: Shifts
) -> tuple[float, list[float]]:
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
        number_of_servers=[_hours(ciw, count, shifts) if shifts else count for count in people],
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


def _hours(ciw: Any, count: int, shifts: Shifts) -> Any:
    """Return a team's office hours as Ciw takes them."""
    ends = [hour for shift in shifts for hour in shift]
    numbers = [0, count] * len(shifts)
    return ciw.Schedule(
        numbers_of_servers=[*numbers, 0], shift_end_dates=[*ends, WEEK], preemption="resume"
    )


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
